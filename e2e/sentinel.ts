import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import pg from 'pg';

import { pruneAnswers } from '#app/legal-requests/answers-schema.ts';
import { formOf } from '#app/legal-requests/categories/categories.ts';
import type { Answers, FieldKey } from '#app/legal-requests/form-answers.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { de2026 } from '#app/legal-requests/rule-sets/de-2026.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import type { FieldKind } from '#app/legal-requests/sections.ts';
import { addDays, toDate } from '#app/legal-requests/wall-time.ts';

import type { Portal } from './portal.ts';

/** Stands in every sealed place that takes words; the others where digits or an address of the network are wanted. */
export const sentinel = 'Wachposten7391Zitrone';
const digits = '73915550173917';
const network = '2a02:7391:5501:7391';

const spellings = [sentinel, sentinel.toLowerCase(), sentinel.toUpperCase(), digits, network];

/** As it would stand in a body, in a row or in a file: plain, in UTF-16, in hex, in base64 at each of its three offsets. */
const disguises = spellings.flatMap((word) => {
  const hex = Buffer.from(word).toString('hex');
  return [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    Buffer.from(encodeURIComponent(word)),
    ...(['base64', 'base64url'] as const).flatMap((encoding) =>
      [0, 1, 2].map((offset) =>
        // The characters at the ends depend on what stands beside the word.
        Buffer.from(
          Buffer.from(`${'x'.repeat(offset)}${word}xx`)
            .toString(encoding)
            .slice(4, -4),
        ),
      ),
    ),
  ];
});

export const betrays = (octets: Buffer): boolean => disguises.some((disguise) => octets.includes(disguise));

/** What is typed into a sealed field of a kind; nothing where one chooses. */
const typedInto: Partial<Record<FieldKind, string>> = {
  text: sentinel,
  textarea: `Anfang\n${sentinel}\nEnde`,
  person: sentinel,
  reference: sentinel,
  tel: `+49 ${digits}`,
  email: `${sentinel}@polizei.musterstadt.example`,
};

/** Sealed fields into which one writes, of all categories. */
export function writtenFields(category: Category): FieldKey[] {
  return formOf(category)
    .sections.flatMap(({ fields }) => fields)
    .filter(({ kind, visibility }) => visibility === 'sealed' && typedInto[kind] !== undefined)
    .map(({ key }) => key);
}

/** What makes a category ask for as much in words as it can. */
function wordyAnswers(category: Category, today: string): Partial<Answers> {
  switch (category) {
    case 'subscriber_data':
      return {
        priority: 'emergency',
        // Its paragraph is stated by the author, and with a target that is an IP address it is warned of.
        legalBasis: 'npog',
        targets: [
          { kind: 'email', address: `${sentinel.toLowerCase()}@beispielpost.example` },
          {
            kind: 'ip',
            address: `${network}::1`,
            at: `${addDays(today, -2)}T10:00`,
            timeZone: 'Europe/Berlin',
          },
          { kind: 'payment', reference: `Überweisung ${sentinel}` },
          { kind: 'person', name: sentinel, dateOfBirth: '1981-03-09' },
          { kind: 'customer', number: sentinel },
        ],
      };
    case 'traffic_data':
      return {
        priority: 'emergency',
        legalBasis: 'other_traffic_data',
        orderingBodyKind: 'prosecution',
        emergencyConfirmationDue: addDays(today, 1),
      };
    case 'mailbox_seizure':
      return { folders: 'some' };
    case 'interception':
      return {};
  }
}

/** A form that can be submitted, with the sentinel in every sealed field that applies and takes words. */
export function sentinelAnswers(category: Category): Answers {
  const today = toDate(new Date());
  const typed = formOf(category)
    .sections.flatMap(({ fields }) => fields)
    .filter(({ key }) => writtenFields(category).includes(key))
    .map(({ key, kind }) => [key, typedInto[kind]]);
  const answers: Answers = {
    ...sampleAnswers(category, today, 'beispielpost.example'),
    targets: [{ kind: 'email', address: `${sentinel}@beispielpost.example` }],
    ...(Object.fromEntries(typed) as Partial<Answers>),
    ...wordyAnswers(category, today),
  };
  return pruneAnswers(answers, { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today });
}

/** Addresses outside of the portal that the browsers call, whatever they send there. */
export function watchCallsElsewhere(portal: Portal, contexts: readonly BrowserContext[]): string[] {
  const elsewhere: string[] = [];
  for (const context of contexts)
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== portal.origin) elsewhere.push(url.href);
    });
  return elsewhere;
}

/** Every address, header and body that the browsers sent: of each connection, the request where the sentinel is first. */
export function findOnTape({ tape }: Portal): string[] {
  return (tape?.sent() ?? []).filter(betrays).map((sent) => {
    const place = Math.min(...disguises.map((one) => sent.indexOf(one)).filter((at) => at >= 0));
    const before = sent.subarray(0, place).toString('latin1');
    return before.match(/[A-Z]+ \S+ HTTP\/1\.1(?=\r\n)/g)?.at(-1) ?? 'an address';
  });
}

export const isOnTape = ({ tape }: Portal, octets: Buffer | string): boolean =>
  octets.length > 0 && (tape?.sent().some((sent) => sent.includes(octets)) ?? false);

/** Every row of every table, as PostgreSQL writes it, octets in plain. */
export async function findInDatabase(portal: Portal): Promise<string[]> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'pgboss', 'drizzle')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
      const isFound = rows.some((row) =>
        Object.values(row).some((value) =>
          betrays(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '')),
        ),
      );
      if (isFound) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Stored uploads with their names, mails, the log, and PostgreSQL's own files. */
export function findInFiles({ dataFolder }: Portal): string[] {
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => {
    const octets = readFileSync(file);
    // Mails break long lines wherever they are.
    const unbroken = file.endsWith('.eml')
      ? Buffer.from(octets.toString('latin1').replaceAll(/=?\r?\n/g, ''))
      : octets;
    return betrays(Buffer.from(file)) || betrays(octets) || betrays(unbroken);
  });
}
