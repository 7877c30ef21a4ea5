CREATE TABLE "arrival_parts" (
	"arrival_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"storage_key" text NOT NULL,
	"stored_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"is_armored" boolean NOT NULL,
	"is_mime" boolean NOT NULL,
	CONSTRAINT "arrival_parts_arrival_id_position_pk" PRIMARY KEY("arrival_id","position"),
	CONSTRAINT "arrival_parts_storage_key_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "arrivals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"message_key" text,
	"message_id" text,
	"sender_address" text,
	"sender_domain" text,
	"sender_key" text,
	"team_id" uuid,
	"country" text,
	"agency_kind" text,
	"category" text,
	"file_number" text DEFAULT '' NOT NULL,
	"received_on" date,
	"reason" text,
	"dropped_parts" integer DEFAULT 0 NOT NULL,
	"answer" text DEFAULT 'none' NOT NULL,
	"is_legal_request" boolean,
	"legal_request_id" uuid,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "arrivals_message_once" UNIQUE("message_key"),
	CONSTRAINT "arrivals_channel" CHECK (channel in ('esb_mail', 'plain_mail', 'post', 'fax')),
	CONSTRAINT "arrivals_state" CHECK (state in ('waiting', 'refused', 'quarantined', 'registered', 'dismissed')),
	CONSTRAINT "arrivals_answer" CHECK (answer in ('none', 'open', 'sent', 'withheld')),
	CONSTRAINT "arrivals_forgets" CHECK (channel <> 'plain_mail' or answer = 'open' or (sender_address is null and message_id is null))
);
--> statement-breakpoint
CREATE TABLE "correspondent_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"public_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"added_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correspondent_keys_once" UNIQUE("address","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "sealed_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"legal_request_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"to_address" text NOT NULL,
	"fingerprint" text NOT NULL,
	"message" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sealed_mails_decision_once" UNIQUE("decision_id")
);
--> statement-breakpoint
ALTER TABLE "arrival_parts" ADD CONSTRAINT "arrival_parts_arrival_id_arrivals_id_fk" FOREIGN KEY ("arrival_id") REFERENCES "public"."arrivals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correspondent_keys" ADD CONSTRAINT "correspondent_keys_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_mails" ADD CONSTRAINT "sealed_mails_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_mails" ADD CONSTRAINT "sealed_mails_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arrivals_state_received" ON "arrivals" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "arrivals_legal_request" ON "arrivals" USING btree ("legal_request_id");--> statement-breakpoint
CREATE INDEX "sealed_mails_request" ON "sealed_mails" USING btree ("legal_request_id");