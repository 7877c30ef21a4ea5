-- New access without the recovery code, and the withdrawal of the provider's people, take two people (promise 11).

-- Which key of the granting member signed each envelope: so far everybody had one key.
UPDATE team_key_grants g SET signed_with = k.id
  FROM pgp_keys k WHERE k.person_id = g.granted_by AND k.state = 'active' AND g.signed_with IS NULL;
--> statement-breakpoint

-- Whether two others agreed to new access for a person after that moment. Each agreement so serves once: what it
-- allows (a new key) is newer than itself.
CREATE FUNCTION has_new_access(person uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM approvals a
    WHERE a.action = 'renew_access' AND a.person_id = person AND a.declined_by IS NULL
      AND a.proposed_by <> a.confirmed_by AND a.proposed_by <> person AND a.confirmed_by <> person
      AND (since IS NULL OR a.confirmed_at > since))
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION require_recovery_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM passkeys k
       WHERE k.person_id = NEW.person_id AND k.id <> NEW.id AND k.revoked_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'recover_person' AND a.person_id = NEW.person_id
         AND a.confirmed_by IS NULL AND a.declined_by IS NULL)
     AND NOT has_new_access(NEW.person_id,
       (SELECT max(k.created_at) FROM pgp_keys k WHERE k.person_id = NEW.person_id))
  THEN
    RAISE EXCEPTION 'the last passkey of a person is not revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- A person's key is retired, and another one takes its place, only by new access.
CREATE FUNCTION require_two_people_for_person_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NOT NULL
     AND (TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM pgp_keys k WHERE k.person_id = NEW.person_id))
     AND NOT has_new_access(NEW.person_id,
       (SELECT max(k.created_at) FROM pgp_keys k WHERE k.person_id = NEW.person_id))
  THEN
    RAISE EXCEPTION 'the key of a person is replaced by two other people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pgp_keys_person_inserted BEFORE INSERT ON pgp_keys
  FOR EACH ROW EXECUTE FUNCTION require_two_people_for_person_key();
--> statement-breakpoint
CREATE TRIGGER pgp_keys_person_changed BEFORE UPDATE ON pgp_keys
  FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state OR NEW.person_id IS DISTINCT FROM OLD.person_id)
  EXECUTE FUNCTION require_two_people_for_person_key();
--> statement-breakpoint

-- A link that opens an account that exists follows such an agreement too.
CREATE FUNCTION require_two_people_for_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NOT NULL AND NOT has_new_access(NEW.person_id,
       (SELECT max(k.created_at) FROM pgp_keys k WHERE k.person_id = NEW.person_id))
  THEN
    RAISE EXCEPTION 'new access is given by two other people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invitations_two_people BEFORE INSERT OR UPDATE OF person_id ON invitations
  FOR EACH ROW EXECUTE FUNCTION require_two_people_for_link();
--> statement-breakpoint

-- Somebody whose access was taken is let in only with a new key; the provider's people leave by two people.
CREATE FUNCTION guard_status_of_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'active' AND OLD.status <> 'active'
     AND EXISTS (SELECT 1 FROM pgp_keys k WHERE k.person_id = NEW.id AND k.state = 'retired')
     AND NOT EXISTS (SELECT 1 FROM pgp_keys k WHERE k.person_id = NEW.id AND k.state = 'active')
  THEN
    RAISE EXCEPTION 'new access was not used yet' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'withdrawn' AND OLD.status <> 'withdrawn'
     AND EXISTS (SELECT 1 FROM teams t WHERE t.id = NEW.team_id AND t.kind = 'provider')
     AND NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'withdraw_staff' AND a.person_id = NEW.id AND a.declined_by IS NULL
         AND a.proposed_by <> a.confirmed_by AND a.proposed_by <> NEW.id AND a.confirmed_by <> NEW.id)
  THEN
    RAISE EXCEPTION 'the people of the provider are withdrawn by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status = 'withdrawn' AND NEW.status <> 'withdrawn' THEN
    RAISE EXCEPTION 'whoever was withdrawn stays withdrawn' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_guard_status BEFORE UPDATE OF status ON people
  FOR EACH ROW EXECUTE FUNCTION guard_status_of_people();
--> statement-breakpoint

-- When a half was given is history as well.
CREATE OR REPLACE FUNCTION keep_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.proposed_by <> OLD.proposed_by OR NEW.action <> OLD.action
     OR NEW.details <> OLD.details OR NEW.proposed_at <> OLD.proposed_at
     OR NEW.team_id IS DISTINCT FROM OLD.team_id OR NEW.person_id IS DISTINCT FROM OLD.person_id
     OR (OLD.confirmed_by IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by)
     OR (OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at)
     OR (OLD.declined_by IS NOT NULL AND NEW.declined_by IS DISTINCT FROM OLD.declined_by)
  THEN
    RAISE EXCEPTION 'approvals are never changed or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
