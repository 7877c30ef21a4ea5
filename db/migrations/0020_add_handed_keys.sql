CREATE TABLE "handed_keys" (
	"legal_request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"packet" "bytea" NOT NULL,
	CONSTRAINT "handed_keys_legal_request_id_kind_object_id_pk" PRIMARY KEY("legal_request_id","kind","object_id"),
	CONSTRAINT "handed_keys_kind" CHECK (kind in ('form', 'words', 'message', 'file', 'confirmation'))
);
--> statement-breakpoint
ALTER TABLE "handed_keys" ADD CONSTRAINT "handed_keys_legal_request_id_legal_requests_id_fk" FOREIGN KEY ("legal_request_id") REFERENCES "public"."legal_requests"("id") ON DELETE no action ON UPDATE no action;