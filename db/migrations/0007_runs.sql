CREATE TYPE "public"."formation" AS ENUM('by_hand', 'random', 'choose');--> statement-breakpoint
CREATE TYPE "public"."group_role" AS ENUM('presenter', 'scribe');--> statement-breakpoint
CREATE TYPE "public"."run_kind" AS ENUM('class', 'workshop');--> statement-breakpoint
CREATE TYPE "public"."reviewer" AS ENUM('teacher', 'peer');--> statement-breakpoint
-- Kinds of parts are never compared.
-- squawk-ignore require-enum-value-ordering
ALTER TYPE "public"."part_kind" ADD VALUE 'guide';--> statement-breakpoint
-- squawk-ignore require-enum-value-ordering
ALTER TYPE "public"."part_kind" ADD VALUE 'work';--> statement-breakpoint
CREATE TABLE "assignment" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rubric" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" "run_kind" NOT NULL,
	"title" text NOT NULL,
	"task" jsonb NOT NULL,
	"design" jsonb NOT NULL,
	"formation" "formation" NOT NULL,
	"group_size" integer NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"due_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"reviews" integer DEFAULT 0 NOT NULL,
	"is_anonymous" boolean DEFAULT false NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"code" text,
	"step" integer,
	"step_began_at" timestamp with time zone,
	"step_ends_at" timestamp with time zone,
	"step_closed_at" timestamp with time zone,
	"harvest_id" uuid,
	CONSTRAINT "run_code_unique" UNIQUE("code"),
	CONSTRAINT "run_code" CHECK (("run"."code" is not null) = ("run"."kind" = 'workshop'))
);
--> statement-breakpoint
CREATE TABLE "run_group" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"final_at" timestamp with time zone,
	"final_by" uuid,
	CONSTRAINT "run_group_position" UNIQUE("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "run_member" (
	"run_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid,
	"role" "group_role",
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "run_member_run_id_person_id_pk" PRIMARY KEY("run_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "run_text" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"step" integer NOT NULL,
	CONSTRAINT "run_text_step" UNIQUE("group_id","step")
);
--> statement-breakpoint
CREATE TABLE "visitor" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"forgotten_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contribution" (
	"submission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" integer NOT NULL,
	"says" text DEFAULT '' NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "contribution_submission_id_person_id_pk" PRIMARY KEY("submission_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"by" "reviewer" NOT NULL,
	"group_id" uuid,
	"person_id" uuid,
	"marks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remarks" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"allocated_at" timestamp with time zone NOT NULL,
	"given_at" timestamp with time zone,
	CONSTRAINT "review_once" UNIQUE NULLS NOT DISTINCT("submission_id","group_id"),
	CONSTRAINT "review_by" CHECK (("review"."by" = 'peer') = ("review"."group_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"words" integer NOT NULL,
	"handed_in_by" uuid NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"is_late" boolean NOT NULL,
	"returned_at" timestamp with time zone,
	CONSTRAINT "submission_nth" UNIQUE("group_id","nth")
);
--> statement-breakpoint
-- An older version that still runs beside this one takes such a person for somebody who belongs nowhere, and may see nothing.
-- squawk-ignore ban-drop-not-null
ALTER TABLE "person" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
-- squawk-ignore ban-drop-not-null
ALTER TABLE "person" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_harvest_id_document_id_fk" FOREIGN KEY ("harvest_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_group" ADD CONSTRAINT "run_group_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_group" ADD CONSTRAINT "run_group_final_by_person_id_fk" FOREIGN KEY ("final_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_member" ADD CONSTRAINT "run_member_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_member" ADD CONSTRAINT "run_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_member" ADD CONSTRAINT "run_member_group_id_run_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."run_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_text" ADD CONSTRAINT "run_text_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_text" ADD CONSTRAINT "run_text_group_id_run_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."run_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_group_id_run_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."run_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_group_id_run_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."run_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_handed_in_by_person_id_fk" FOREIGN KEY ("handed_in_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "run_document" ON "run" USING btree ("document_id","opened_at");--> statement-breakpoint
CREATE INDEX "run_member_person" ON "run_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "run_member_group" ON "run_member" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "visitor_run" ON "visitor" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "review_group" ON "review" USING btree ("group_id");--> statement-breakpoint
-- People are thousands, not millions: they are looked through at once.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE "person" ADD CONSTRAINT "person_account" CHECK (("person"."email" is null) = ("person"."password_hash" is null) and ("person"."email" is not null or not "person"."administrator"));