ALTER TABLE "team_key_grants" ADD COLUMN "signed_with" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "team_key_grants" ADD CONSTRAINT "team_key_grants_signed_with_pgp_keys_id_fk" FOREIGN KEY ("signed_with") REFERENCES "public"."pgp_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;