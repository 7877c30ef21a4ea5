-- Rules that hold whatever the application does.

-- Events, revisions, signatures and findings are history: they are written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER revisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER findings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON findings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- An agency is verified only after two different members of staff approved it (promise 11).
CREATE FUNCTION require_two_people_for_agency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'agency' AND NEW.status = 'verified'
     AND (TG_OP = 'INSERT' OR OLD.status <> 'verified')
     AND NOT EXISTS (
       SELECT 1 FROM approvals a
       JOIN people p ON p.id = a.proposed_by
       JOIN people c ON c.id = a.confirmed_by
       WHERE a.action = 'verify_agency' AND a.team_id = NEW.id
         AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND p.team_id <> NEW.id AND c.team_id <> NEW.id)
  THEN
    RAISE EXCEPTION 'an agency is verified by two members of staff' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER teams_two_people BEFORE INSERT OR UPDATE OF status ON teams
  FOR EACH ROW EXECUTE FUNCTION require_two_people_for_agency();
--> statement-breakpoint

-- A role changes only after two people approved that very change (promise 11).
CREATE FUNCTION require_two_people_for_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role <> OLD.role AND NOT EXISTS (
       SELECT 1 FROM approvals a
       WHERE a.action = 'change_role' AND a.person_id = NEW.id
         AND a.proposed_by <> a.confirmed_by AND a.declined_by IS NULL
         AND a.details ->> 'role' = NEW.role)
  THEN
    RAISE EXCEPTION 'a role is changed by two people' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_two_people BEFORE UPDATE OF role ON people
  FOR EACH ROW EXECUTE FUNCTION require_two_people_for_role();
