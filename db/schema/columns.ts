import { sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A random identity that the database gives; it says nothing about what it names. */
export const id = () =>
	uuid('id')
		.primaryKey()
		.default(sql`gen_random_uuid()`);

export const moment = (name: string) => timestamp(name, { withTimezone: true });
export const createdAt = () => moment('created_at').notNull().defaultNow();

export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => 'bytea',
	toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength)
});

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
