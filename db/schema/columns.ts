/** Kinds of columns that all tables share. */
import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Octets as they are; `pg` hands out Buffers, which are Uint8Arrays. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** A moment, as `Date`. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** When the row was made. */
export const createdAt = () => at('created_at').notNull().defaultNow();
