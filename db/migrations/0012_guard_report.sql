-- What was published never changes and never goes; a computed year takes an administrator and a data protection officer.
CREATE FUNCTION guard_report_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'a published report never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM report_editions WHERE year = NEW.year) THEN
    RAISE EXCEPTION 'versions of a report follow each other' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.source = 'events' AND NOT EXISTS (
       SELECT 1 FROM approvals a
       JOIN people proposer ON proposer.id = a.proposed_by
       JOIN people confirmer ON confirmer.id = a.confirmed_by
       WHERE a.id = NEW.approval_id AND a.action = 'publish_report' AND a.proposed_by <> a.confirmed_by
         AND a.declined_by IS NULL
         AND a.details ->> 'year' = NEW.year::text AND a.details ->> 'version' = NEW.version::text
         AND a.details ->> 'contentSha256' = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')
         AND ((proposer.role = 'admin' AND confirmer.role = 'dpo')
           OR (proposer.role = 'dpo' AND confirmer.role = 'admin')))
  THEN
    RAISE EXCEPTION 'a report is published by two people who named its content' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.source = 'imported' AND EXISTS (
       SELECT 1 FROM events e
       WHERE (e.object_type, e.type) IN (('legal_request', 'submitted'), ('arrival', 'arrived'))
         AND extract(year FROM e.at AT TIME ZONE 'Europe/Berlin') <= NEW.year)
  THEN
    RAISE EXCEPTION 'a year of the portal is computed, not imported' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER report_editions_guarded BEFORE INSERT OR UPDATE OR DELETE ON report_editions
  FOR EACH ROW EXECUTE FUNCTION guard_report_edition();
--> statement-breakpoint
CREATE FUNCTION keep_report_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was proposed never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER report_proposals_kept BEFORE UPDATE OR DELETE ON report_proposals
  FOR EACH ROW EXECUTE FUNCTION keep_report_proposal();
