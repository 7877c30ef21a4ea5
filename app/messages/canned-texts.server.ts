import { desc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import { can, requirePermission, type Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { DomainError, forbidden } from '#app/domain-error.ts';
import { reasonCodes, type ReasonCode } from '#app/legal-requests/reasons.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { cannedTexts, people } from '#db/schema.ts';

export const maxCannedCharacters = 4000;

/** Words for a reason that the staff has put in place of the catalogue's. */
export interface CannedTextRow {
  code: ReasonCode;
  locale: Locale;
  text: string;
  changedByName: string;
  /** ISO 8601, UTC. */
  changedAt: string;
}

/** All changed words, the newest of each reason and language; what was reset is left out. For the provider's people. */
export async function listCannedTexts(db: Database, actor: Actor): Promise<CannedTextRow[]> {
  if (!can(actor, 'read_queue') && !can(actor, 'edit_canned_texts')) throw forbidden();
  const rows = await db
    .selectDistinctOn([cannedTexts.code, cannedTexts.locale], {
      code: cannedTexts.code,
      locale: cannedTexts.locale,
      text: cannedTexts.text,
      changedByName: people.name,
      changedAt: cannedTexts.createdAt,
    })
    .from(cannedTexts)
    .innerJoin(people, eq(people.id, cannedTexts.changedBy))
    .orderBy(cannedTexts.code, cannedTexts.locale, desc(cannedTexts.createdAt), desc(cannedTexts.id));
  return rows.flatMap(({ code, changedAt, ...row }) => {
    const known = reasonCodes.find((one) => one === code);
    return known && row.text !== '' ? [{ ...row, code: known, changedAt: changedAt.toISOString() }] : [];
  });
}

/**
 * Puts other words in place of the catalogue's; '' goes back to those. Every change is kept with who and when.
 * @throws DomainError `forbidden`, `bad_input`
 */
export async function changeCannedText(
  db: Database,
  actor: Actor,
  { code, locale, text }: { code: ReasonCode; locale: Locale; text: string },
  now: Date,
): Promise<void> {
  requirePermission(actor, 'edit_canned_texts');
  if (text.length > maxCannedCharacters) throw new DomainError('bad_input');
  await db.insert(cannedTexts).values({
    id: uuidv7(),
    code,
    locale,
    text: text.replace(/\r\n/g, '\n').trim(),
    changedBy: actor.personId,
    createdAt: now,
  });
}
