import { formatCents } from '#app/answers/costs/amounts.ts';
import type { PayloadKey } from '#app/events/event-types.ts';

import type { Locale } from '../catalogue.ts';
import { formatCountry, formatDateTime, formatDay } from '../format.ts';
import type { Text } from '../text.tsx';

/** An event as the log holds it; what was written years ago may have names that the code no longer knows. */
export interface LoggedEvent {
  objectType: string;
  type: string;
  payload: Readonly<Record<string, unknown>>;
}

/** How a value is shown. `reference`: the id of something that has events of its own; `token`: an id or a hash. */
export type FactValue =
  | { as: 'text'; text: string }
  | { as: 'fingerprint'; fingerprint: string }
  | { as: 'token'; token: string }
  | { as: 'reference'; id: string };

/** One line below the clause. */
export interface Fact {
  name: string;
  label: string;
  value: FactValue;
}

type Show = (value: unknown, text: Text, locale: Locale) => FactValue;

const asText = (text: string): FactValue => ({ as: 'text', text });
/** What nobody has taught this page yet, readable all the same. */
const raw = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const plain: Show = (value) => asText(Array.isArray(value) ? value.map(raw).join(', ') : raw(value));
const token: Show = (value) => ({ as: 'token', token: raw(value) });
const reference: Show = (value) => ({ as: 'reference', id: raw(value) });
const fingerprint: Show = (value) => ({ as: 'fingerprint', fingerprint: raw(value) });
const yesOrNo: Show = (value, { layout }) => asText(value === true ? layout.yes : layout.no);
const proof: Show = (_, { auditLog }) => asText(auditLog.proof);
const country: Show = (value, _, locale) => asText(formatCountry(raw(value), locale));
const cents: Show = (value, _, locale) =>
  asText(typeof value === 'number' ? formatCents(value, locale) : raw(value));
const time =
  (format: (at: string, locale: Locale) => string): Show =>
  (value, _, locale) =>
    asText(Number.isNaN(Date.parse(raw(value))) ? raw(value) : format(raw(value), locale));

type Words = Readonly<Record<string, string>>;

/** Codes in the words that the rest of the product has for them. */
const code =
  (wordsIn: (text: Text) => Words): Show =>
  (value, text) => {
    const words = wordsIn(text);
    const codes: unknown[] = Array.isArray(value) ? value : [value];
    return asText(codes.map((one) => words[raw(one)] ?? raw(one)).join(', '));
  };

/** One text of each entry, where a catalogue has several. */
const only = <K extends string>(
  entries: Readonly<Record<string, Readonly<Record<K, string>>>>,
  key: K,
): Words => Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry[key]]));

const reasons = code(({ legalRequests }) => only(legalRequests.reasons, 'title'));

/** One way to show each name of a payload, in the order of reading; a new name does not compile without. */
const shows: Record<PayloadKey, Show> = {
  year: plain,
  version: plain,
  number: plain,
  revision: plain,
  category: code(({ legalRequests }) => only(legalRequests.categories, 'name')),
  priority: code(({ legalRequests }) => only(legalRequests.options.priority, 'label')),
  channel: code(({ legalRequests }) => legalRequests.channels),
  by: code(({ auditLog }) => auditLog.sentBy),
  country,
  agencyKind: code(({ accounts }) => accounts.agencyKinds),
  senderDomain: plain,
  receivedAt: time(formatDateTime),
  isLegalRequest: yesOrNo,
  code: reasons,
  codes: reasons,
  because: code(({ auditLog, mailIntake }) => ({ ...mailIntake.reasons, ...auditLog.because })),
  decision: code(({ legalRequests }) => only(legalRequests.decisions, 'name')),
  outcome: code(({ answers, auditLog }) => ({ ...answers.outcomes, partly: auditLog.partly })),
  isFinal: yesOrNo,
  role: code(({ accounts }) => accounts.roles),
  side: code(({ auditLog }) => auditLog.sides),
  intent: code(({ messages }) => messages.intents),
  dueAt: time(formatDateTime),
  correctionEndsAt: time(formatDateTime),
  daysBefore: plain,
  confirmedOn: time(formatDay),
  totalCents: cents,
  positions: plain,
  isClaimed: yesOrNo,
  claimEndsAt: time(formatDay),
  domains: plain,
  from: reference,
  to: reference,
  fromTeamId: reference,
  toTeamId: reference,
  legalRequestId: reference,
  fingerprint,
  predecessor: fingerprint,
  expected: fingerprint,
  seen: fingerprint,
  proof,
  answerId: token,
  approvalId: token,
  callBackId: token,
  confirmationId: token,
  decisionId: token,
  fileId: token,
  messageId: token,
  noteId: token,
  passkeyId: token,
  manifestSha256: token,
  statementSha256: token,
  contentSha256: token,
};

const order = Object.keys(shows);
/** What the code does not know comes last. */
const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
const isKnown = (name: string): name is PayloadKey => Object.hasOwn(shows, name);

/**
 * What happened, in one clause. The desk's history has words for legal requests; they are the provider's own, as here.
 * The authority's timeline says fewer things and to other people.
 */
export function eventClause(text: Text, { objectType, type, payload }: LoggedEvent): string {
  if (objectType === 'arrival' && type === 'refusal_sent' && payload['by'] === null)
    return text.auditLog.refusalWithheld;
  const clauses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...text.auditLog.events,
    legal_request: text.desk.history.events,
  };
  return clauses[objectType]?.[type] ?? type;
}

/** What the payload says, line by line. Nothing is said of what is null. The database keeps no order of names. */
export function eventFacts(text: Text, locale: Locale, payload: LoggedEvent['payload']): Fact[] {
  return Object.entries(payload)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, value]) =>
      isKnown(name)
        ? { name, label: text.auditLog.facts[name], value: shows[name](value, text, locale) }
        : { name, label: name, value: plain(value, text, locale) },
    );
}

/** The end of an id or the beginning of a hash: ids begin with their time and differ at the end (RFC 9562 §5.7). */
export function shorten(token: string): string {
  if (token.length <= 12) return token;
  return /^[0-9a-f]{8}-/.test(token) ? `…${token.slice(-6)}` : `${token.slice(0, 10)}…`;
}
