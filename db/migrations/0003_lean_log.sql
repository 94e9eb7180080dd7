-- A log is emptied within the hour, so that this is over at once, and nobody is served yet.
ALTER TABLE "part_update" DROP CONSTRAINT "part_update_author_id_person_id_fk";--> statement-breakpoint
ALTER TABLE "part_update" DROP CONSTRAINT "part_update_pkey";--> statement-breakpoint
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX "part_update_part";--> statement-breakpoint
-- squawk-ignore constraint-missing-not-valid, adding-serial-primary-key-field
ALTER TABLE "part_update" ADD CONSTRAINT "part_update_part_id_id_pk" PRIMARY KEY("part_id","id");
