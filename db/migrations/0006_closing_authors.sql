ALTER TABLE "study_closing" ADD COLUMN "change_by" uuid;--> statement-breakpoint
ALTER TABLE "study_closing" ADD COLUMN "change_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "study_closing" ADD COLUMN "reason_by" uuid;--> statement-breakpoint
ALTER TABLE "study_closing" ADD COLUMN "reason_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_change_by_person_id_fk" FOREIGN KEY ("change_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_reason_by_person_id_fk" FOREIGN KEY ("reason_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_change" CHECK (("study_closing"."change_by" is null) = ("study_closing"."change_at" is null));--> statement-breakpoint
ALTER TABLE "study_closing" ADD CONSTRAINT "study_closing_reason" CHECK (("study_closing"."reason_by" is null) = ("study_closing"."reason_at" is null));