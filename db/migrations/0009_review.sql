CREATE TYPE "public"."suggestion_verdict" AS ENUM('accepted', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."reaction_sign" AS ENUM('agree', 'thanks', 'done', 'seen', 'unsure');--> statement-breakpoint
CREATE TYPE "public"."box" AS ENUM('mine', 'updates');--> statement-breakpoint
CREATE TYPE "public"."mail_rhythm" AS ENUM('at_once', 'daily', 'weekly', 'never');--> statement-breakpoint
CREATE TYPE "public"."version_reason" AS ENUM('paused', 'named', 'handed_in', 'round', 'published', 'restored');--> statement-breakpoint
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
	"box" "box" NOT NULL,
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