CREATE TYPE "public"."cycle_phase" AS ENUM('orient', 'plan', 'act', 'observe', 'reflect');--> statement-breakpoint
CREATE TYPE "public"."gate" AS ENUM('ethics', 'data', 'consent');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('research', 'practice', 'experience');--> statement-breakpoint
ALTER TYPE "public"."part_kind" ADD VALUE 'cycle' AFTER 'text';--> statement-breakpoint
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
CREATE INDEX "source_document" ON "source" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "template_werkplaats" ON "template" USING btree ("werkplaats_id");