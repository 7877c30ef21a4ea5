CREATE TABLE "answer_files" (
	"answer_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "answer_files_answer_id_position_pk" PRIMARY KEY("answer_id","position"),
	CONSTRAINT "answer_files_once" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sealed_draft" "bytea",
	"draft_version" integer DEFAULT 0 NOT NULL,
	"draft_saved_by" uuid,
	"draft_saved_at" timestamp with time zone,
	"is_final" boolean,
	"outcome" text,
	"keep_days" integer,
	"statement" text,
	"statement_sha256" text,
	"sealed_manifest" "bytea",
	"prepared_by" uuid,
	"prepared_at" timestamp with time zone,
	"prepared_proof" jsonb,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"released_proof" jsonb,
	"expires_at" timestamp with time zone,
	"warned_at" timestamp with time zone,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "answers_number" UNIQUE("legal_request_id","number"),
	CONSTRAINT "answers_state" CHECK (state in ('drafting', 'prepared', 'released', 'destroyed', 'discarded')),
	CONSTRAINT "answers_two_people" CHECK (released_by is null or (prepared_by is not null and released_by <> prepared_by)),
	CONSTRAINT "answers_keep_days" CHECK (keep_days is null or keep_days between 10 and 45),
	CONSTRAINT "answers_prepared" CHECK (state not in ('prepared', 'released', 'destroyed') or (statement is not null and sealed_manifest is not null and prepared_by is not null and prepared_proof is not null and is_final is not null and keep_days is not null)),
	CONSTRAINT "answers_released" CHECK ((state in ('released', 'destroyed')) = (released_by is not null) and (released_by is null or (released_at is not null and released_proof is not null and expires_at is not null)))
);
--> statement-breakpoint
ALTER TABLE "sealed_files" ADD COLUMN "purpose" text DEFAULT 'attachment' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_files" ADD CONSTRAINT "answer_files_file_id_sealed_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."sealed_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_draft_saved_by_people_id_fk" FOREIGN KEY ("draft_saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answers_one_open" ON "answers" USING btree ("legal_request_id") WHERE state in ('drafting', 'prepared');--> statement-breakpoint
ALTER TABLE "sealed_files" ADD CONSTRAINT "sealed_files_purpose" CHECK (purpose in ('attachment', 'answer', 'message'));