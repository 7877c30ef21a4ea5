import type { Locale } from '#app/text/catalogue.ts';

import { parseCents, plainCents } from './amounts.ts';
import { positionSchema, type Position, type PositionCode } from './positions.ts';

/** A position as it is being typed. */
export interface TypedPosition {
  /** For React, stable while rows come and go. */
  key: string;
  code: PositionCode;
  count: string;
  amount: string;
}

export const typePosition = ({ code, count, unitCents }: Position, locale: Locale): TypedPosition => ({
  key: crypto.randomUUID(),
  code,
  count: String(count),
  amount: plainCents(unitCents, locale),
});

/** The position that was typed; null while it is none. */
export function readPosition({ code, count, amount }: TypedPosition): Position | null {
  const unitCents = parseCents(amount);
  if (!/^\d{1,5}$/.test(count.trim()) || unitCents === null) return null;
  const parsed = positionSchema.safeParse({ code, count: Number(count), unitCents });
  return parsed.success ? parsed.data : null;
}
