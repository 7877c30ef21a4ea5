CREATE TABLE "mailed_answers" (
	"answer_id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"fingerprint" text NOT NULL,
	"in_reply_to" text,
	"queued_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mailed_answers" ADD CONSTRAINT "mailed_answers_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;