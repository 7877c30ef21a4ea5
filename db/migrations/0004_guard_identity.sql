-- Rules about identity that hold whatever the application does (promise 11).

-- A person who came back by a recovery code is let in again by somebody else only.
CREATE FUNCTION require_two_people_for_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'active' AND OLD.status <> 'active' AND EXISTS (
       SELECT 1 FROM approvals a
       WHERE a.action = 'recover_person' AND a.person_id = NEW.id
         AND a.confirmed_by IS NULL AND a.declined_by IS NULL)
  THEN
    RAISE EXCEPTION 'a recovered account is let in by a second person' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_recovery_two_people BEFORE UPDATE OF status ON people
  FOR EACH ROW EXECUTE FUNCTION require_two_people_for_recovery();
--> statement-breakpoint

-- Passkeys of a person who has some already are replaced (all at once, as recovery does) only by a recovery on record.
CREATE FUNCTION require_recovery_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM passkeys k
       WHERE k.person_id = NEW.person_id AND k.id <> NEW.id AND k.revoked_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'recover_person' AND a.person_id = NEW.person_id
         AND a.confirmed_by IS NULL AND a.declined_by IS NULL)
  THEN
    RAISE EXCEPTION 'the last passkey of a person is not revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER passkeys_last_stays BEFORE UPDATE OF revoked_at ON passkeys
  FOR EACH ROW EXECUTE FUNCTION require_recovery_on_record();
--> statement-breakpoint

-- The first intake key is made by the first administrator; every other one takes two people who named it.
CREATE FUNCTION require_two_people_for_intake_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.team_id IS NOT NULL
     AND EXISTS (SELECT 1 FROM teams t WHERE t.id = NEW.team_id AND t.kind = 'provider')
     AND EXISTS (SELECT 1 FROM pgp_keys k WHERE k.team_id = NEW.team_id AND k.id <> NEW.id)
     AND (TG_OP = 'INSERT' OR NEW.fingerprint <> OLD.fingerprint)
     AND NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'change_intake_key' AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND a.details ->> 'fingerprint' = NEW.fingerprint)
  THEN
    RAISE EXCEPTION 'the intake key is changed by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.fingerprint <> OLD.fingerprint THEN
    RAISE EXCEPTION 'the fingerprint of a key never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pgp_keys_intake_two_people BEFORE INSERT OR UPDATE OF fingerprint ON pgp_keys
  FOR EACH ROW EXECUTE FUNCTION require_two_people_for_intake_key();
--> statement-breakpoint

-- The pinned fingerprint changes in the same way.
CREATE FUNCTION keep_intake_fingerprint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.name = 'intake_fingerprint' AND (TG_OP = 'DELETE' OR NEW.value <> OLD.value OR NEW.name <> OLD.name)
     AND (TG_OP = 'DELETE' OR NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'change_intake_key' AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND a.details ->> 'fingerprint' = NEW.value))
  THEN
    RAISE EXCEPTION 'the pinned intake fingerprint is changed by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER settings_keep_intake_fingerprint BEFORE UPDATE OR DELETE ON settings
  FOR EACH ROW EXECUTE FUNCTION keep_intake_fingerprint();
--> statement-breakpoint

-- Who approved what is history too: a half that was given is never taken back or given to somebody else.
CREATE FUNCTION keep_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.proposed_by <> OLD.proposed_by OR NEW.action <> OLD.action
     OR NEW.details <> OLD.details
     OR NEW.team_id IS DISTINCT FROM OLD.team_id OR NEW.person_id IS DISTINCT FROM OLD.person_id
     OR (OLD.confirmed_by IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by)
     OR (OLD.declined_by IS NOT NULL AND NEW.declined_by IS DISTINCT FROM OLD.declined_by)
  THEN
    RAISE EXCEPTION 'approvals are never changed or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approvals_keep BEFORE UPDATE OR DELETE ON approvals
  FOR EACH ROW EXECUTE FUNCTION keep_approvals();
--> statement-breakpoint

-- Counters of the rate limiter (rate-limiter-flexible). Not logged: losing them in a crash costs nothing.
CREATE UNLOGGED TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
