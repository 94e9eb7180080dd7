CREATE TYPE "public"."version_answer" AS ENUM('yes', 'no');--> statement-breakpoint
CREATE TYPE "public"."version_purpose" AS ENUM('teaching', 'public');--> statement-breakpoint
CREATE TABLE "case_version" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid,
	"purpose" "version_purpose" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_holder" (
	"voice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reads_by_voice" boolean DEFAULT false NOT NULL,
	"says" "version_answer",
	"said_on" text,
	"said_at" timestamp with time zone,
	CONSTRAINT "version_holder_voice_id_person_id_pk" PRIMARY KEY("voice_id","person_id"),
	CONSTRAINT "version_holder_answer" CHECK (num_nulls("version_holder"."says", "version_holder"."said_on", "version_holder"."said_at") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "version_reader" (
	"document_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"items" text[] NOT NULL,
	"read_on" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "version_reader_document_id_person_id_pk" PRIMARY KEY("document_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "version_voice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"part_id" uuid,
	"perspective" "perspective" NOT NULL,
	"label" text NOT NULL,
	"telling" "telling" NOT NULL,
	"excuse" text,
	"excused_on" text,
	"excused_by" uuid,
	CONSTRAINT "version_voice_excuse" CHECK (num_nulls("version_voice"."excuse", "version_voice"."excused_on", "version_voice"."excused_by") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"passage" jsonb NOT NULL,
	"quoted_at" timestamp with time zone NOT NULL,
	"shows" text DEFAULT '' NOT NULL,
	"finding_id" uuid,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"passage" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "study_closing" (
	"document_id" uuid NOT NULL,
	"party" "party" NOT NULL,
	"change" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"change_by" uuid,
	"change_at" timestamp with time zone,
	"reason_by" uuid,
	"reason_at" timestamp with time zone,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "study_closing_document_id_party_pk" PRIMARY KEY("document_id","party"),
	CONSTRAINT "study_closing_change" CHECK (("study_closing"."change_by" is null) = ("study_closing"."change_at" is null)),
	CONSTRAINT "study_closing_reason" CHECK (("study_closing"."reason_by" is null) = ("study_closing"."reason_at" is null))
);
--> statement-breakpoint
CREATE TABLE "variant" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"why" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variant_origin" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"origin_id" uuid NOT NULL,
	"taken" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "question" ADD COLUMN "editors_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_source_id_document_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_version" ADD CONSTRAINT "case_version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_holder" ADD CONSTRAINT "version_holder_voice_id_version_voice_id_fk" FOREIGN KEY ("voice_id") REFERENCES "public"."version_voice"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_holder" ADD CONSTRAINT "version_holder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_reader" ADD CONSTRAINT "version_reader_document_id_case_version_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."case_version"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_reader" ADD CONSTRAINT "version_reader_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_voice" ADD CONSTRAINT "version_voice_document_id_case_version_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."case_version"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_voice" ADD CONSTRAINT "version_voice_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_voice" ADD CONSTRAINT "version_voice_excused_by_person_id_fk" FOREIGN KEY ("excused_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_linked_by_person_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_change_by_person_id_fk" FOREIGN KEY ("change_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_reason_by_person_id_fk" FOREIGN KEY ("reason_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant_origin" ADD CONSTRAINT "variant_origin_document_id_variant_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."variant"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant_origin" ADD CONSTRAINT "variant_origin_origin_id_document_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_version_source" ON "case_version" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "version_voice_document" ON "version_voice" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "version_voice_part" ON "version_voice" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "evidence_document" ON "evidence" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "evidence_part" ON "evidence" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "evidence_finding" ON "evidence" USING btree ("finding_id");--> statement-breakpoint
CREATE INDEX "finding_document" ON "finding" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "variant_origin_origin" ON "variant_origin" USING btree ("origin_id");