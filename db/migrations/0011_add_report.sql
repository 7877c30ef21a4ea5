CREATE TABLE "report_editions" (
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"source" text NOT NULL,
	"content" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"signature" text NOT NULL,
	"signed_with" text NOT NULL,
	"approval_id" uuid,
	CONSTRAINT "report_editions_year_version_pk" PRIMARY KEY("year","version"),
	CONSTRAINT "report_editions_approval_id_unique" UNIQUE("approval_id"),
	CONSTRAINT "report_editions_two_people" CHECK ((source = 'imported') = (approval_id is null))
);
--> statement-breakpoint
CREATE TABLE "report_proposals" (
	"approval_id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"words" jsonb NOT NULL,
	"note" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_years_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_year_report_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."report_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_proposals" ADD CONSTRAINT "report_proposals_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_proposals" ADD CONSTRAINT "report_proposals_year_report_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."report_years"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_years" ADD CONSTRAINT "report_years_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;