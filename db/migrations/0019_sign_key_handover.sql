ALTER TABLE "intake_key_changes" ADD COLUMN "predecessor_signature" text NOT NULL;--> statement-breakpoint
ALTER TABLE "intake_key_changes" ADD COLUMN "successor_signature" text NOT NULL;