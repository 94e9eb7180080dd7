CREATE TABLE "part_client" (
	"part_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "part_client_part_id_client_id_pk" PRIMARY KEY("part_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "part_client" ADD CONSTRAINT "part_client_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_client" ADD CONSTRAINT "part_client_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;