-- What two people must have agreed to (promise 11), said more exactly.

-- A role belongs to one side, so it tells whose person somebody is; and nobody changes sides.
CREATE FUNCTION keep_people_in_their_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.team_id <> OLD.team_id THEN
    RAISE EXCEPTION 'people stay in their team' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM teams t WHERE t.id = NEW.team_id
       AND (t.kind = 'agency') = (NEW.role IN ('investigator', 'lead')))
  THEN
    RAISE EXCEPTION 'this role is not one of the team' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_team_stays BEFORE INSERT OR UPDATE OF team_id, role ON people
  FOR EACH ROW EXECUTE FUNCTION keep_people_in_their_team();
--> statement-breakpoint

-- Two of the provider: so far two of any other agency counted as well. An agreement serves once; ending a suspension
-- rests on the one of before, whatever became of those who gave it.
CREATE OR REPLACE FUNCTION require_two_people_for_agency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'agency' AND NEW.status = 'verified'
     AND (TG_OP = 'INSERT' OR OLD.status <> 'verified')
     AND NOT EXISTS (
       SELECT 1 FROM approvals a
       JOIN people proposer ON proposer.id = a.proposed_by
       JOIN people confirmer ON confirmer.id = a.confirmed_by
       WHERE a.action = 'verify_agency' AND a.team_id = NEW.id
         AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND CASE WHEN OLD.status = 'suspended'
           THEN proposer.role NOT IN ('investigator', 'lead') AND confirmer.role NOT IN ('investigator', 'lead')
           ELSE proposer.role = 'admin' AND confirmer.role IN ('admin', 'dpo', 'counsel')
             AND (OLD.verified_at IS NULL OR a.confirmed_at > OLD.verified_at) END)
  THEN
    RAISE EXCEPTION 'an agency is verified by two members of staff' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- The newest agreement about this very person counts, so that none serves a second time; given by two of the provider,
-- neither of them the person concerned.
CREATE OR REPLACE FUNCTION require_two_people_for_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role <> OLD.role AND NOT EXISTS (
       SELECT 1 FROM approvals a
       JOIN people proposer ON proposer.id = a.proposed_by
       JOIN people confirmer ON confirmer.id = a.confirmed_by
       WHERE a.id = (SELECT newest.id FROM approvals newest
           WHERE newest.action = 'change_role' AND newest.person_id = NEW.id AND newest.confirmed_by IS NOT NULL
           ORDER BY newest.confirmed_at DESC NULLS LAST, newest.id DESC LIMIT 1)
         AND a.proposed_by <> a.confirmed_by AND a.proposed_by <> NEW.id AND a.confirmed_by <> NEW.id
         AND a.details ->> 'role' = NEW.role
         AND proposer.role = 'admin' AND confirmer.role IN ('admin', 'dpo', 'counsel'))
  THEN
    RAISE EXCEPTION 'a role is changed by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- Whoever is suspended may lose all passkeys: a recovery or a return that was turned away ends with them.
CREATE OR REPLACE FUNCTION require_recovery_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM passkeys k
       WHERE k.person_id = NEW.person_id AND k.id <> NEW.id AND k.revoked_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id = NEW.person_id AND p.status = 'suspended')
     AND NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'recover_person' AND a.person_id = NEW.person_id
         AND a.confirmed_by IS NULL AND a.declined_by IS NULL)
     AND NOT has_new_access(NEW.person_id,
       (SELECT max(k.created_at) FROM pgp_keys k WHERE k.person_id = NEW.person_id))
  THEN
    RAISE EXCEPTION 'the last passkey of a person is not revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL THEN
    RAISE EXCEPTION 'a revoked passkey stays revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- After that only new access helps: without it there is no further passkey, and without a passkey nobody is let in.
CREATE FUNCTION require_new_access_for_passkey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = NEW.person_id)
     AND NOT EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = NEW.person_id AND k.revoked_at IS NULL)
     AND NOT has_new_access(NEW.person_id,
       (SELECT max(k.created_at) FROM pgp_keys k WHERE k.person_id = NEW.person_id))
  THEN
    RAISE EXCEPTION 'new access is given by two other people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER passkeys_after_the_last BEFORE INSERT ON passkeys
  FOR EACH ROW EXECUTE FUNCTION require_new_access_for_passkey();
--> statement-breakpoint
CREATE FUNCTION require_passkey_of_admitted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'active' AND OLD.status <> 'active'
     AND EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = NEW.id)
     AND NOT EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = NEW.id AND k.revoked_at IS NULL)
  THEN
    RAISE EXCEPTION 'access that was taken is given anew by two other people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_have_a_passkey BEFORE UPDATE OF status ON people
  FOR EACH ROW EXECUTE FUNCTION require_passkey_of_admitted();
