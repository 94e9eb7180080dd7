ALTER TABLE "part_text" drop column "search";--> statement-breakpoint
ALTER TABLE "part_text" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('dutch'::regconfig, left(plain, 200000))) STORED;--> statement-breakpoint
CREATE INDEX "part_text_search" ON "part_text" USING gin ("search");
