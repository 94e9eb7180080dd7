CREATE TYPE "public"."question_decision" AS ENUM('new', 'clarified', 'merged', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."party" AS ENUM('citizens', 'practice', 'municipality', 'research', 'education');--> statement-breakpoint
CREATE TYPE "public"."question_type" AS ENUM('know', 'act', 'arrange', 'judge');--> statement-breakpoint
CREATE TYPE "public"."cycle_phase" AS ENUM('orient', 'plan', 'act', 'observe', 'reflect');--> statement-breakpoint
CREATE TYPE "public"."gate" AS ENUM('ethics', 'data', 'consent');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('research', 'practice', 'experience');--> statement-breakpoint
CREATE TYPE "public"."telling" AS ENUM('own', 'noted', 'behalf');--> statement-breakpoint
CREATE TYPE "public"."relation_type" AS ENUM('answers', 'comes_from', 'uses', 'leads_to', 'variant_of');--> statement-breakpoint
ALTER TYPE "public"."document_kind" ADD VALUE 'question' BEFORE 'study';--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'cycle' AFTER 'text';--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'voice' AFTER 'cycle';--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'lessons' AFTER 'voice';--> statement-breakpoint
CREATE TABLE "agenda_link" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"werkplaats_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "question" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"decision" "question_decision" DEFAULT 'new' NOT NULL,
	"type" "question_type",
	"asker_name" text,
	"party" "party",
	"link_id" text,
	"cluster" text,
	"merged_into" uuid,
	"reason" text,
	CONSTRAINT "question_no_double_of_itself" CHECK ("question"."merged_into" <> "question"."document_id")
);
--> statement-breakpoint
CREATE TABLE "question_dot" (
	"question_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_dot_question_id_person_id_pk" PRIMARY KEY("question_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "case_head" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"pseudonym" text DEFAULT '' NOT NULL,
	"period" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"areas" text[] DEFAULT '{}' NOT NULL,
	"group" text,
	"group_list" integer
);
--> statement-breakpoint
CREATE TABLE "closing" (
	"document_id" uuid NOT NULL,
	"perspective" "perspective" NOT NULL,
	"change" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "closing_document_id_perspective_pk" PRIMARY KEY("document_id","perspective")
);
--> statement-breakpoint
CREATE TABLE "moment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"period" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voice" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"telling" "telling" DEFAULT 'own' NOT NULL,
	"teller" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voice_invitation" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"type" "relation_type" NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"related_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "relation_once" UNIQUE("from_id","to_id","type"),
	CONSTRAINT "relation_between_two" CHECK ("relation"."from_id" <> "relation"."to_id")
);
--> statement-breakpoint
CREATE TABLE "cycle" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"phase" "cycle_phase" DEFAULT 'orient' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gate_signature" (
	"document_id" uuid NOT NULL,
	"gate" "gate" NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "gate_signature_document_id_gate_pk" PRIMARY KEY("document_id","gate"),
	CONSTRAINT "gate_signature_withdrawn" CHECK (("gate_signature"."withdrawn_by" is null) = ("gate_signature"."withdrawn_at" is null))
);
--> statement-breakpoint
CREATE TABLE "gate_tick" (
	"document_id" uuid NOT NULL,
	"item" text NOT NULL,
	"ticked_by" uuid NOT NULL,
	"ticked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gate_tick_document_id_item_pk" PRIMARY KEY("document_id","item")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" "source_kind" NOT NULL,
	"text" text NOT NULL,
	"address" text,
	"position" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"werkplaats_id" uuid NOT NULL,
	"kind" "document_kind" NOT NULL,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "blind" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_link" ADD CONSTRAINT "agenda_link_werkplaats_id_werkplaats_id_fk" FOREIGN KEY ("werkplaats_id") REFERENCES "public"."werkplaats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_link" ADD CONSTRAINT "agenda_link_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_link_id_agenda_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."agenda_link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_merged_into_question_document_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."question"("document_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_dot" ADD CONSTRAINT "question_dot_question_id_question_document_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_dot" ADD CONSTRAINT "question_dot_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_head" ADD CONSTRAINT "case_head_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing" ADD CONSTRAINT "closing_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing" ADD CONSTRAINT "closing_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moment" ADD CONSTRAINT "moment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice" ADD CONSTRAINT "voice_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_invitation" ADD CONSTRAINT "voice_invitation_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_invitation" ADD CONSTRAINT "voice_invitation_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_from_id_document_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_to_id_document_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_related_by_person_id_fk" FOREIGN KEY ("related_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_signature" ADD CONSTRAINT "gate_signature_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_signature" ADD CONSTRAINT "gate_signature_signed_by_person_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_signature" ADD CONSTRAINT "gate_signature_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_tick" ADD CONSTRAINT "gate_tick_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_tick" ADD CONSTRAINT "gate_tick_ticked_by_person_id_fk" FOREIGN KEY ("ticked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_werkplaats_id_werkplaats_id_fk" FOREIGN KEY ("werkplaats_id") REFERENCES "public"."werkplaats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_link_werkplaats" ON "agenda_link" USING btree ("werkplaats_id");--> statement-breakpoint
CREATE INDEX "question_merged_into" ON "question" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "question_dot_person" ON "question_dot" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "moment_document" ON "moment" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "relation_to" ON "relation" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "source_document" ON "source" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "template_werkplaats" ON "template" USING btree ("werkplaats_id");