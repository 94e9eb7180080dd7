ALTER TABLE "version_holder" ADD COLUMN "reads_by_voice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "version_voice" ADD COLUMN "part_id" uuid;--> statement-breakpoint
ALTER TABLE "version_voice" ADD CONSTRAINT "version_voice_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "version_voice_part" ON "version_voice" USING btree ("part_id");