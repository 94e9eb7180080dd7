CREATE TABLE "study_closing" (
	"document_id" uuid NOT NULL,
	"party" "party" NOT NULL,
	"change" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "study_closing_document_id_party_pk" PRIMARY KEY("document_id","party")
);
--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;