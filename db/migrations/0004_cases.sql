CREATE TYPE "public"."telling" AS ENUM('own', 'noted', 'behalf');--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'voice';--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'lessons';--> statement-breakpoint
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
ALTER TABLE "document" ADD COLUMN "blind" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_head" ADD CONSTRAINT "case_head_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing" ADD CONSTRAINT "closing_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing" ADD CONSTRAINT "closing_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moment" ADD CONSTRAINT "moment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice" ADD CONSTRAINT "voice_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_invitation" ADD CONSTRAINT "voice_invitation_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_invitation" ADD CONSTRAINT "voice_invitation_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moment_document" ON "moment" USING btree ("document_id","position");