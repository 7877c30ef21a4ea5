-- Rules about turns, messages and emergencies that hold whatever the application does.

-- A question ends with the status that it was asked in, and the pause with it. Only the beginning of the review goes on
-- with the same turn and the same deadline.
CREATE FUNCTION end_turn_with_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND NOT (OLD.status = 'submitted' AND NEW.status = 'in_review') THEN
    NEW.waits_for := NULL;
    NEW.paused_at := NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER legal_requests_turn BEFORE UPDATE OF status ON legal_requests
  FOR EACH ROW EXECUTE FUNCTION end_turn_with_status();
--> statement-breakpoint

-- Nobody accepts an emergency before the authority was called back.
CREATE FUNCTION require_call_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'accepted' AND OLD.status <> 'accepted' AND NEW.priority = 'emergency'
     AND NOT EXISTS (SELECT 1 FROM call_backs c WHERE c.legal_request_id = NEW.id)
  THEN
    RAISE EXCEPTION 'an emergency is accepted after a call back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER legal_requests_call_back BEFORE UPDATE OF status ON legal_requests
  FOR EACH ROW EXECUTE FUNCTION require_call_back();
--> statement-breakpoint

-- What was said and recorded is never changed.
CREATE TRIGGER messages_unchanged BEFORE UPDATE ON messages
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER call_backs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON call_backs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER emergency_confirmations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_confirmations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
