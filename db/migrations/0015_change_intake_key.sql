CREATE TABLE "intake_key_changes" (
	"approval_id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"predecessor" text NOT NULL,
	"public_key" text NOT NULL,
	"predecessor_key" text NOT NULL,
	"grants" jsonb,
	"signed_with" uuid NOT NULL,
	"proposal_statement" text NOT NULL,
	"proposal_proof" jsonb NOT NULL,
	"confirmation_statement" text,
	"confirmation_proof" jsonb,
	CONSTRAINT "intake_key_changes_fingerprint" UNIQUE("fingerprint"),
	CONSTRAINT "intake_key_changes_confirmation" CHECK ((confirmation_statement is null) = (confirmation_proof is null))
);
--> statement-breakpoint
ALTER TABLE "arrivals" ADD COLUMN "used_former_key" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "intake_key_changes" ADD CONSTRAINT "intake_key_changes_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_key_changes" ADD CONSTRAINT "intake_key_changes_signed_with_pgp_keys_id_fk" FOREIGN KEY ("signed_with") REFERENCES "public"."pgp_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_intake_key" ON "approvals" USING btree ("action") WHERE action = 'change_intake_key' and confirmed_by is null and declined_by is null;