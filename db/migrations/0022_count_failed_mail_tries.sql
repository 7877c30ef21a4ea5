ALTER TABLE "mailed_answers" ADD COLUMN "failed_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailed_answers" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailed_answers" ADD COLUMN "fault" text;--> statement-breakpoint
ALTER TABLE "mailed_answers" ADD COLUMN "given_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailed_answers" ADD CONSTRAINT "mailed_answers_fault" CHECK (fault in ('refused', 'not_taken'));