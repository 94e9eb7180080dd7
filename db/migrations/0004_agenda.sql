CREATE TYPE "public"."question_decision" AS ENUM('new', 'clarified', 'merged', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."party" AS ENUM('citizens', 'practice', 'municipality', 'research', 'education');--> statement-breakpoint
CREATE TYPE "public"."question_type" AS ENUM('know', 'act', 'arrange', 'judge');--> statement-breakpoint
CREATE TYPE "public"."relation_type" AS ENUM('answers', 'comes_from', 'uses', 'leads_to', 'variant_of');--> statement-breakpoint
ALTER TYPE "public"."document_kind" ADD VALUE 'question' BEFORE 'study';--> statement-breakpoint
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
ALTER TABLE "agenda_link" ADD CONSTRAINT "agenda_link_werkplaats_id_werkplaats_id_fk" FOREIGN KEY ("werkplaats_id") REFERENCES "public"."werkplaats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_link" ADD CONSTRAINT "agenda_link_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_link_id_agenda_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."agenda_link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_merged_into_question_document_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."question"("document_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_dot" ADD CONSTRAINT "question_dot_question_id_question_document_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("document_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_dot" ADD CONSTRAINT "question_dot_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_from_id_document_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_to_id_document_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_related_by_person_id_fk" FOREIGN KEY ("related_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_link_werkplaats" ON "agenda_link" USING btree ("werkplaats_id");--> statement-breakpoint
CREATE INDEX "question_merged_into" ON "question" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "question_dot_person" ON "question_dot" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "relation_to" ON "relation" USING btree ("to_id");