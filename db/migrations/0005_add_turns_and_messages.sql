CREATE TABLE "call_backs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emergency_confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"side" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"confirmed_on" date NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "emergency_confirmations_side" CHECK (side in ('agency', 'provider'))
);
--> statement-breakpoint
CREATE TABLE "canned_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_files" (
	"message_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "message_files_message_id_position_pk" PRIMARY KEY("message_id","position"),
	CONSTRAINT "message_files_once" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "message_reads" (
	"person_id" uuid NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"read_up_to" timestamp with time zone NOT NULL,
	CONSTRAINT "message_reads_person_id_legal_request_id_pk" PRIMARY KEY("person_id","legal_request_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_side" CHECK (side in ('agency', 'provider')),
	CONSTRAINT "messages_intent" CHECK (intent in ('asks', 'informs'))
);
--> statement-breakpoint
CREATE TABLE "unsent_texts" (
	"person_id" uuid NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unsent_texts_person_id_legal_request_id_kind_pk" PRIMARY KEY("person_id","legal_request_id","kind"),
	CONSTRAINT "unsent_texts_kind" CHECK (kind in ('message', 'findings'))
);
--> statement-breakpoint
DROP INDEX "legal_requests_desk";--> statement-breakpoint
ALTER TABLE "legal_requests" ADD COLUMN "waits_for" text;--> statement-breakpoint
ALTER TABLE "legal_requests" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "legal_requests" ADD COLUMN "turn" text GENERATED ALWAYS AS (case when status in ('draft', 'returned', 'rejected') then coalesce(waits_for, 'agency') when status in ('submitted', 'in_review', 'accepted') then coalesce(waits_for, 'provider') when status = 'answered' then coalesce(waits_for, 'nobody') else 'nobody' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_backs" ADD CONSTRAINT "call_backs_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_confirmations" ADD CONSTRAINT "emergency_confirmations_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_confirmations" ADD CONSTRAINT "emergency_confirmations_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_texts" ADD CONSTRAINT "canned_texts_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_file_id_sealed_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."sealed_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsent_texts" ADD CONSTRAINT "unsent_texts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsent_texts" ADD CONSTRAINT "unsent_texts_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_backs_request" ON "call_backs" USING btree ("legal_request_id");--> statement-breakpoint
CREATE INDEX "emergency_confirmations_request" ON "emergency_confirmations" USING btree ("legal_request_id");--> statement-breakpoint
CREATE INDEX "canned_texts_newest" ON "canned_texts" USING btree ("code","locale","created_at");--> statement-breakpoint
CREATE INDEX "messages_request" ON "messages" USING btree ("legal_request_id","sent_at");--> statement-breakpoint
CREATE INDEX "legal_requests_desk" ON "legal_requests" USING btree ("priority",coalesce(due_at, 'infinity'::timestamptz),"id") WHERE turn = 'provider';--> statement-breakpoint
ALTER TABLE "legal_requests" ADD CONSTRAINT "legal_requests_pause" CHECK (paused_at is null or waits_for = 'agency');