-- What two people delivered never changes; only that it expired is noted.
CREATE FUNCTION guard_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'answers are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state IN ('destroyed', 'discarded')
     OR (OLD.state = 'drafting' AND NEW.state NOT IN ('drafting', 'prepared', 'discarded'))
     OR (OLD.state = 'prepared' AND NEW.state NOT IN ('drafting', 'prepared', 'released'))
     OR (OLD.state = 'released' AND NEW.state NOT IN ('released', 'destroyed'))
  THEN
    RAISE EXCEPTION 'an answer does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  -- From the first signature on, both people must mean the same.
  IF (OLD.state = 'released' OR (OLD.state = 'prepared' AND NEW.state IN ('prepared', 'released')))
     AND (OLD.legal_request_id, OLD.number, OLD.is_final, OLD.outcome, OLD.keep_days, OLD.statement,
          OLD.statement_sha256, OLD.sealed_manifest, OLD.prepared_by, OLD.prepared_at, OLD.prepared_proof)
       IS DISTINCT FROM
         (NEW.legal_request_id, NEW.number, NEW.is_final, NEW.outcome, NEW.keep_days, NEW.statement,
          NEW.statement_sha256, NEW.sealed_manifest, NEW.prepared_by, NEW.prepared_at, NEW.prepared_proof)
  THEN
    RAISE EXCEPTION 'a signed answer does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'released'
     AND (OLD.released_by, OLD.released_at, OLD.released_proof, OLD.expires_at)
       IS DISTINCT FROM (NEW.released_by, NEW.released_at, NEW.released_proof, NEW.expires_at)
  THEN
    RAISE EXCEPTION 'a release does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answers_guarded BEFORE UPDATE OR DELETE ON answers
  FOR EACH ROW EXECUTE FUNCTION guard_answer();
--> statement-breakpoint
CREATE FUNCTION guard_answer_files() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answer uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.answer_id ELSE OLD.answer_id END;
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM answers WHERE id = answer AND state IN ('released', 'destroyed')) THEN
    RAISE EXCEPTION 'the files of a released answer do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER answer_files_guarded BEFORE INSERT OR UPDATE OR DELETE ON answer_files
  FOR EACH ROW EXECUTE FUNCTION guard_answer_files();
