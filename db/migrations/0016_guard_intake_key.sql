-- Changing the intake key takes two people (promise 11), whatever the application does.

-- A new key follows the present one, which the two people named as well; each agreement serves once.
CREATE OR REPLACE FUNCTION require_two_people_for_intake_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.team_id IS NOT NULL
     AND EXISTS (SELECT 1 FROM teams t WHERE t.id = NEW.team_id AND t.kind = 'provider')
     AND EXISTS (SELECT 1 FROM pgp_keys k WHERE k.team_id = NEW.team_id AND k.id <> NEW.id)
     AND (TG_OP = 'INSERT' OR NEW.fingerprint <> OLD.fingerprint)
     AND NOT EXISTS (SELECT 1 FROM approvals a
       JOIN people proposer ON proposer.id = a.proposed_by
       JOIN people confirmer ON confirmer.id = a.confirmed_by
       WHERE a.action = 'change_intake_key' AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND a.details ->> 'fingerprint' = NEW.fingerprint
         AND a.details ->> 'predecessor' = (SELECT k.fingerprint FROM pgp_keys k
           WHERE k.team_id = NEW.team_id AND k.id <> NEW.id ORDER BY k.created_at DESC, k.id DESC LIMIT 1)
         AND proposer.role IN ('admin', 'dpo') AND confirmer.role IN ('admin', 'dpo', 'counsel'))
  THEN
    RAISE EXCEPTION 'the intake key is changed by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.fingerprint <> OLD.fingerprint THEN
    RAISE EXCEPTION 'the fingerprint of a key never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- The present one is retired by the same agreement, and never comes back.
CREATE FUNCTION guard_state_of_intake_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM teams t WHERE t.id = OLD.team_id AND t.kind = 'provider')
     AND NOT (OLD.state = 'active' AND NEW.state = 'retired' AND EXISTS (SELECT 1 FROM approvals a
       WHERE a.action = 'change_intake_key' AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND a.details ->> 'predecessor' = OLD.fingerprint))
  THEN
    RAISE EXCEPTION 'the intake key is retired by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pgp_keys_intake_state BEFORE UPDATE OF state ON pgp_keys
  FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state AND OLD.team_id IS NOT NULL)
  EXECUTE FUNCTION guard_state_of_intake_key();
--> statement-breakpoint

-- At the end of every transaction the provider has a key in use. More than one is impossible by pgp_keys_active_team.
CREATE FUNCTION require_intake_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM teams t WHERE t.id = OLD.team_id AND t.kind = 'provider')
     AND NOT EXISTS (SELECT 1 FROM pgp_keys k WHERE k.team_id = OLD.team_id AND k.state = 'active')
  THEN
    RAISE EXCEPTION 'the provider always has an intake key' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER pgp_keys_intake_stays AFTER UPDATE OR DELETE ON pgp_keys
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.team_id IS NOT NULL)
  EXECUTE FUNCTION require_intake_key();
--> statement-breakpoint

-- What was proposed never changes. The second half is added once; the envelopes go when the proposal is over.
CREATE FUNCTION keep_intake_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.approval_id <> OLD.approval_id OR NEW.fingerprint <> OLD.fingerprint
     OR NEW.predecessor <> OLD.predecessor OR NEW.public_key <> OLD.public_key
     OR NEW.predecessor_key <> OLD.predecessor_key OR NEW.signed_with <> OLD.signed_with
     OR NEW.proposal_statement <> OLD.proposal_statement OR NEW.proposal_proof <> OLD.proposal_proof
     OR (NEW.grants IS NOT NULL AND NEW.grants IS DISTINCT FROM OLD.grants)
     OR (OLD.confirmation_statement IS NOT NULL AND NEW.confirmation_statement IS DISTINCT FROM OLD.confirmation_statement)
     OR (OLD.confirmation_proof IS NOT NULL AND NEW.confirmation_proof IS DISTINCT FROM OLD.confirmation_proof)
     OR (NEW.confirmation_statement IS NOT NULL AND NOT EXISTS (SELECT 1 FROM approvals a
       WHERE a.id = NEW.approval_id AND a.confirmed_by <> a.proposed_by AND a.declined_by IS NULL))
  THEN
    RAISE EXCEPTION 'what was proposed never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER intake_key_changes_kept BEFORE UPDATE OR DELETE ON intake_key_changes
  FOR EACH ROW EXECUTE FUNCTION keep_intake_key_change();
