CREATE TYPE "public"."request_concern" AS ENUM('i_asked', 'asked_me', 'asked_others');--> statement-breakpoint
CREATE TYPE "public"."round_kind" AS ENUM('feedback', 'mirror', 'critical_friend');--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'policy';--> statement-breakpoint
CREATE TABLE "change_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"words" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"who" text NOT NULL,
	"organisation" text NOT NULL,
	"what" text NOT NULL,
	"asked_on" date NOT NULL,
	"concern" "request_concern" NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_remark" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"perspective" "perspective" NOT NULL,
	"passage" jsonb,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"reply_by" uuid,
	"reply_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "policy_text" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"address" text,
	"sha256" text NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_round" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "round_kind" NOT NULL,
	"document_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"version_id" uuid,
	"planned_for" date,
	"told_at" timestamp with time zone,
	"questions" text[] NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"due_on" date,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"begun_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"closed_version_id" uuid,
	"changes" text DEFAULT '' NOT NULL,
	"changes_by" uuid,
	"changes_at" timestamp with time zone,
	"reply" text DEFAULT '' NOT NULL,
	"reply_by" uuid,
	"reply_at" timestamp with time zone,
	CONSTRAINT "review_round_planned_kind" CHECK ("review_round"."kind" = 'mirror' or "review_round"."begun_at" is not null),
	CONSTRAINT "review_round_closed" CHECK (("review_round"."closed_at" is null) = ("review_round"."closed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "round_asked" (
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"function" "werkplaats_function",
	"asked_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"answers" text[] DEFAULT '{}' NOT NULL,
	"remarks" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"checked" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_as" "werkplaats_function",
	CONSTRAINT "round_asked_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "change_answer" ADD CONSTRAINT "change_answer_request_id_change_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."change_request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_answer" ADD CONSTRAINT "change_answer_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_logged_by_person_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_remark" ADD CONSTRAINT "policy_remark_round_id_review_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_remark" ADD CONSTRAINT "policy_remark_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_remark" ADD CONSTRAINT "policy_remark_reply_by_person_id_fk" FOREIGN KEY ("reply_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_text" ADD CONSTRAINT "policy_text_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_text" ADD CONSTRAINT "policy_text_frozen_by_person_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_closed_version_id_version_id_fk" FOREIGN KEY ("closed_version_id") REFERENCES "public"."version"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_changes_by_person_id_fk" FOREIGN KEY ("changes_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_reply_by_person_id_fk" FOREIGN KEY ("reply_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_asked" ADD CONSTRAINT "round_asked_round_id_review_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."review_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_asked" ADD CONSTRAINT "round_asked_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_answer_request" ON "change_answer" USING btree ("request_id","answered_at");--> statement-breakpoint
CREATE INDEX "change_request_document" ON "change_request" USING btree ("document_id","asked_on");--> statement-breakpoint
CREATE INDEX "policy_remark_round" ON "policy_remark" USING btree ("round_id","created_at");--> statement-breakpoint
CREATE INDEX "review_round_document" ON "review_round" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE INDEX "review_round_planned" ON "review_round" USING btree ("planned_for") WHERE "review_round"."begun_at" is null;--> statement-breakpoint
CREATE INDEX "round_asked_person" ON "round_asked" USING btree ("person_id");