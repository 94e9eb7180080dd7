-- An extent could say more than its snapshot holds, of a text in which people wrote while the snapshot was made: what
-- they wrote was in the log, and was taken for known. Without one the snapshot itself is read, until the next is made.
update part_snapshot set extent = null where extent is not null;
