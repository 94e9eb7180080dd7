-- What was handed in stands still, whoever asks: of a row only that it was given back is written, and once.
create function submission_stands_still() returns trigger language plpgsql as $$
begin
	raise exception 'what was handed in does not change' using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger submission_stands_still before update on submission for each row
when (
	(old.id, old.group_id, old.nth, old.content, old.sha256, old.words, old.handed_in_by, old.handed_in_at, old.is_late)
		is distinct from
	(new.id, new.group_id, new.nth, new.content, new.sha256, new.words, new.handed_in_by, new.handed_in_at, new.is_late)
	or old.returned_at is not null
)
execute function submission_stands_still();
