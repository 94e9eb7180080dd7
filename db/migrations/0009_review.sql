CREATE TYPE "public"."request_concern" AS ENUM('i_asked', 'asked_me', 'asked_others');--> statement-breakpoint
CREATE TYPE "public"."round_kind" AS ENUM('feedback', 'mirror', 'critical_friend');--> statement-breakpoint
CREATE TYPE "public"."suggestion_verdict" AS ENUM('accepted', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."reaction_sign" AS ENUM('agree', 'thanks', 'done', 'seen', 'unsure');--> statement-breakpoint
CREATE TYPE "public"."inbox_box" AS ENUM('mine', 'updates');--> statement-breakpoint
CREATE TYPE "public"."mail_rhythm" AS ENUM('at_once', 'daily', 'weekly', 'never');--> statement-breakpoint
CREATE TYPE "public"."version_reason" AS ENUM('paused', 'named', 'handed_in', 'round', 'published', 'restored');--> statement-breakpoint
-- Kinds of parts are never compared.
-- squawk-ignore require-enum-value-ordering
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
CREATE TABLE "suggestion_decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"part_id" uuid NOT NULL,
	"suggested_by" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"verdict" "suggestion_verdict" NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"client_id" bigint,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion_layer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"part_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version" bigint NOT NULL,
	"runs" jsonb NOT NULL,
	"pushes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_layer_person" UNIQUE("part_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reaction" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sign" "reaction_sign" NOT NULL,
	CONSTRAINT "reaction_comment_id_person_id_sign_pk" PRIMARY KEY("comment_id","person_id","sign")
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"version_id" uuid,
	"submission_id" uuid,
	"passage" jsonb,
	"suggestion" jsonb,
	"started_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"assignee_id" uuid,
	"due_on" date,
	CONSTRAINT "thread_one_place" CHECK (num_nonnulls("thread"."version_id", "thread"."submission_id") <= 1),
	CONSTRAINT "thread_resolved" CHECK (("thread"."resolved_at" is null) = ("thread"."resolved_by" is null))
);
--> statement-breakpoint
CREATE TABLE "mail_preference" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"rhythm" "mail_rhythm" DEFAULT 'daily' NOT NULL,
	"unsubscribe" text NOT NULL,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "mail_preference_unsubscribe_unique" UNIQUE("unsubscribe")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" bigint NOT NULL,
	"name" text NOT NULL,
	"box" "inbox_box" NOT NULL,
	"actor_id" uuid,
	"document_id" uuid NOT NULL,
	"part_id" uuid,
	"thread_id" uuid,
	"comment_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notification_once" UNIQUE("person_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "untold" (
	"event_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"document_id" uuid,
	"theme_id" uuid,
	"werkplaats_id" uuid,
	"muted" boolean DEFAULT false NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "watch_once" UNIQUE NULLS NOT DISTINCT("person_id","document_id","theme_id","werkplaats_id"),
	CONSTRAINT "watch_one" CHECK (num_nonnulls("watch"."document_id", "watch"."theme_id", "watch"."werkplaats_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "seen" (
	"person_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"latest_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "seen_person_id_part_id_pk" PRIMARY KEY("person_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"part_id" uuid NOT NULL,
	"reason" "version_reason" NOT NULL,
	"name" text,
	"content" jsonb NOT NULL,
	"words" integer NOT NULL,
	"authors" jsonb NOT NULL,
	"writers" uuid[] NOT NULL,
	"upto" bigint NOT NULL,
	"made_by" uuid,
	"restored_from" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "part_text" ADD COLUMN "unkept_since" timestamp with time zone;--> statement-breakpoint
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
ALTER TABLE "suggestion_decision" ADD CONSTRAINT "suggestion_decision_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_decision" ADD CONSTRAINT "suggestion_decision_suggested_by_person_id_fk" FOREIGN KEY ("suggested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_decision" ADD CONSTRAINT "suggestion_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_layer" ADD CONSTRAINT "suggestion_layer_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_layer" ADD CONSTRAINT "suggestion_layer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_started_by_person_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_resolved_by_person_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_assignee_id_person_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preference" ADD CONSTRAINT "mail_preference_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_werkplaats_id_werkplaats_id_fk" FOREIGN KEY ("werkplaats_id") REFERENCES "public"."werkplaats"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen" ADD CONSTRAINT "seen_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen" ADD CONSTRAINT "seen_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen" ADD CONSTRAINT "seen_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen" ADD CONSTRAINT "seen_latest_id_version_id_fk" FOREIGN KEY ("latest_id") REFERENCES "public"."version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_restored_from_version_id_fk" FOREIGN KEY ("restored_from") REFERENCES "public"."version"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_answer_request" ON "change_answer" USING btree ("request_id","answered_at");--> statement-breakpoint
CREATE INDEX "change_request_document" ON "change_request" USING btree ("document_id","asked_on");--> statement-breakpoint
CREATE INDEX "policy_remark_round" ON "policy_remark" USING btree ("round_id","created_at");--> statement-breakpoint
CREATE INDEX "review_round_document" ON "review_round" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE INDEX "review_round_planned" ON "review_round" USING btree ("planned_for") WHERE "review_round"."begun_at" is null;--> statement-breakpoint
CREATE INDEX "round_asked_person" ON "round_asked" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestion_decision_part" ON "suggestion_decision" USING btree ("part_id","at");--> statement-breakpoint
CREATE INDEX "comment_thread" ON "comment" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "thread_part" ON "thread" USING btree ("part_id","created_at");--> statement-breakpoint
CREATE INDEX "thread_document" ON "thread" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "thread_assignee" ON "thread" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notification_document" ON "notification" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "notification_unmailed" ON "notification" USING btree ("person_id") WHERE "notification"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "watch_document" ON "watch" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "watch_theme" ON "watch" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "watch_werkplaats" ON "watch" USING btree ("werkplaats_id");--> statement-breakpoint
CREATE INDEX "seen_version" ON "seen" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "seen_latest" ON "seen" USING btree ("latest_id");--> statement-breakpoint
CREATE INDEX "version_part" ON "version" USING btree ("part_id","created_at");--> statement-breakpoint
CREATE INDEX "version_restored" ON "version" USING btree ("restored_from");