-- The old and the new key sign the handover; a certification alone could be one of an agency's key.
CREATE OR REPLACE FUNCTION keep_intake_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR (to_jsonb(NEW) - ARRAY['grants', 'confirmation_statement', 'confirmation_proof'])
        <> (to_jsonb(OLD) - ARRAY['grants', 'confirmation_statement', 'confirmation_proof'])
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
