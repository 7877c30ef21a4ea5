import { describe, expect, test } from 'vitest';

import { auditObjects } from '#app/accounts/audit-objects.ts';
import type { EventPayloads, EventType, ObjectType } from '#app/events/event-types.ts';

import { locales } from '../catalogue.ts';
import { loadText } from '../load-text.ts';

import { eventClause, eventFacts, shorten, type Fact, type FactValue } from './facts.ts';

const id = '019aaf3c-7d10-7c51-9c1e-0123456789ab';
const sha256 = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg';
const fingerprint = '0123456789ABCDEF0123456789ABCDEF01234567';
const at = '2026-11-24T13:05:00.000Z';
const approvalId = id;
const revision = 2;
const answer = { answerId: id, number: 1 };
const decided = { revision, decisionId: id };
const faulted = { ...decided, codes: ['overbroad', 'period_unclear'], correctionEndsAt: at };
const arrival = { country: 'FR', agencyKind: 'police', category: 'traffic_data' };
const proof = {
  passkeyId: id,
  assertion: { credentialId: 'AAAA', authenticatorData: 'AAAA', clientDataJSON: 'AAAA', signature: 'AAAA' },
  passkey: { publicKey: 'AAAA', rpId: 'portal.example', origin: 'https://portal.example' },
};

/** One of each; a new event type does not compile without. */
const samples: { [O in ObjectType]: { [T in EventType<O>]: EventPayloads[O][T] } } = {
  legal_request: {
    draft_created: { category: 'subscriber_data' },
    draft_discarded: {},
    submitted: {
      revision,
      category: 'interception',
      priority: 'emergency',
      channel: 'portal',
      country: 'DE',
      agencyKind: 'customs',
      manifestSha256: sha256,
    },
    handed_over: { from: id, to: id },
    handed_to_agency: { fromTeamId: id, toTeamId: id, fingerprint },
    review_started: {},
    claimed: {},
    claim_released: {},
    note_added: { noteId: id },
    decision_proposed: { ...decided, decision: 'accept', statementSha256: sha256 },
    decision_set_aside: { decisionId: id },
    returned: faulted,
    rejected: faulted,
    accepted: decided,
    withdrawn: { revision, manifestSha256: sha256, proof },
    closed: { because: 'correction_period_ended' },
    answer_prepared: { ...answer, isFinal: false, statementSha256: sha256 },
    answer_set_aside: answer,
    answer_released: { ...answer, isFinal: true, outcome: 'partly' },
    answer_opened: answer,
    answer_file_downloaded: { ...answer, fileId: id },
    answer_expiry_warned: answer,
    answer_mailed: answer,
    answer_mail_failed: answer,
    answer_mail_queued_again: answer,
    answer_destroyed: answer,
    emergency_lapsed: { revision },
    correction_reminded: { revision, daysBefore: 3 },
    costs_changed: { totalCents: 3500, positions: 2, isClaimed: false },
    costs_claim_reminded: { claimEndsAt: at },
    file_opened: { fileId: id },
    message_sent: { messageId: id, side: 'agency', intent: 'asks' },
    turn_given_back: { side: 'provider' },
    call_back_recorded: { callBackId: id },
    emergency_confirmed: { revision, confirmationId: id, side: 'agency', confirmedOn: '2026-11-24' },
    deadline_reminded: { dueAt: at },
    deadline_missed: { dueAt: at },
    interception_ending: { revision, daysBefore: 3 },
  },
  arrival: {
    arrived: { ...arrival, channel: 'esb_mail', receivedAt: at, senderDomain: 'polizei.example' },
    refused: { code: 'channel_plaintext' },
    refusal_sent: { by: null, because: 'automatic_mail' },
    quarantined: { because: 'other_key' },
    described: { ...arrival, isLegalRequest: true },
    registered: { legalRequestId: id },
    corrected: { legalRequestId: id },
  },
  report: {
    words_changed: { year: 2026 },
    publication_proposed: { year: 2026, version: 1, approvalId, contentSha256: sha256 },
    publication_set_aside: { year: 2026, version: 1, approvalId },
    published: { year: 2026, version: 1, approvalId, contentSha256: sha256 },
    imported: { year: 2020, version: 1, contentSha256: sha256 },
  },
  team: {
    agency_described: { country: 'DE', agencyKind: 'prosecution' },
    verification_proposed: { approvalId },
    verification_set_aside: { approvalId },
    verified: { approvalId },
    verification_due: { dueAt: at },
    verification_overdue: { dueAt: at },
    declined: {},
    suspended: {},
    reinstated: {},
    refusal_taken_back: {},
    key_made: { fingerprint },
    key_certified: { fingerprint },
    key_rotated: { fingerprint, predecessor: fingerprint },
    intake_key_proposed: { approvalId, fingerprint, predecessor: fingerprint },
    intake_key_set_aside: { approvalId },
    intake_key_changed: { approvalId, fingerprint, predecessor: fingerprint, statementSha256: sha256 },
    key_alarm: { expected: fingerprint, seen: fingerprint },
    domains_changed: { domains: ['polizei.example', 'zoll.example'] },
  },
  person: {
    invited: { role: 'dpo' },
    registered: { role: 'investigator' },
    admitted: { role: 'lead' },
    declined: {},
    suspended: {},
    reinstated: {},
    refusal_taken_back: {},
    withdrawn: { fingerprint: null },
    role_change_proposed: { role: 'counsel', approvalId },
    role_changed: { role: 'clerk', approvalId },
    role_change_declined: { approvalId },
    passkey_added: { passkeyId: id },
    passkey_revoked: { passkeyId: id },
    signed_in: {},
    recovered: { approvalId },
    recovery_confirmed: { approvalId },
    recovery_declined: { approvalId },
    recovery_code_changed: {},
    access_proposed: { approvalId },
    access_set_aside: { approvalId },
    access_taken: { approvalId },
    access_used: { passkeyId: id },
    withdrawal_proposed: { approvalId },
    withdrawal_set_aside: { approvalId },
    team_key_exported: { fingerprint },
    team_key_granted: { fingerprint },
  },
};

const everyEvent = Object.entries(samples).flatMap(([objectType, types]) =>
  Object.entries(types).map(([type, payload]) => ({
    objectType,
    type,
    payload: payload as Record<string, unknown>,
  })),
);

/** Names that are said as they are written. */
const spoken = new Set(['senderDomain', 'domains']);

test.each(locales)('every event has a clause and its facts have words, in %s', async (locale) => {
  const text = await loadText(locale);
  for (const event of everyEvent) {
    const name = `${event.objectType} ${event.type}`;
    const clause = eventClause(text, event);
    expect(clause.trim(), name).not.toBe('');
    expect(clause, name).not.toBe(event.type);
    for (const fact of eventFacts(text, locale, event.payload)) {
      expect(fact.label, name).not.toBe(fact.name);
      if (fact.value.as !== 'text') continue;
      expect(fact.value.text, `${name} ${fact.name}`).not.toMatch(/^$|[{}]|[a-z]_[a-z]/);
      if (!spoken.has(fact.name)) expect(fact.value.text, name).not.toBe(event.payload[fact.name]);
    }
  }
});

test('two things that happen to one kind of object are never called the same', async () => {
  for (const locale of locales) {
    const text = await loadText(locale);
    for (const objectType of auditObjects) {
      const clauses = everyEvent
        .filter((event) => event.objectType === objectType)
        .map((event) => eventClause(text, event));
      expect(new Set(clauses).size, `${locale} ${objectType}`).toBe(clauses.length);
    }
  }
});

test('the log can be narrowed to everything that events are about', () => {
  expect([...auditObjects].sort()).toEqual(Object.keys(samples).sort());
});

describe('facts', () => {
  const say = async (payload: Record<string, unknown>, locale: 'de' | 'en' | 'fr' = 'de') =>
    eventFacts(await loadText(locale), locale, payload).map(({ label, value }: Fact) => [label, said(value)]);
  const said = (value: FactValue) => (value.as === 'text' ? value.text.replace(/\s/g, ' ') : value);

  test('codes, dates, money, countries and yes or no are words, what matters most first', async () => {
    expect(await say(Object.fromEntries(Object.entries(samples.legal_request.submitted).reverse()))).toEqual([
      ['Fassung', '2'],
      ['Datenart', 'Telekommunikationsüberwachung (TKÜ)'],
      ['Dringlichkeit', 'Eilfall (Gefahr im Verzug)'],
      ['Weg', 'Dieses Portal'],
      ['Land', 'Deutschland'],
      ['Art der Behörde', 'Zoll'],
      ['Prüfsumme des Verzeichnisses', { as: 'token', token: sha256 }],
    ]);
    expect(await say(samples.legal_request.costs_changed)).toEqual([
      ['Summe', '35,00 €'],
      ['Positionen', '2'],
      ['Abgerechnet', 'Nein'],
    ]);
    expect(await say({ confirmedOn: '2026-11-24', dueAt: at })).toEqual([
      ['Frist', '24.11.2026, 14:05'],
      ['Bestätigt am', '24.11.2026'],
    ]);
  });

  test('a passkey’s signature is said, not spelled out', async () => {
    const [, signature] = await say(samples.legal_request.withdrawn);
    expect(signature).toEqual(['Unterschrift', expect.stringMatching(/^mit Passkey geleistet/)]);
  });

  test('ids of people, teams and requests lead to their events; other ids and hashes do not', async () => {
    expect(await say({ from: id, noteId: id, fingerprint })).toEqual([
      ['Bisher zuständig', { as: 'reference', id }],
      ['Fingerabdruck', { as: 'fingerprint', fingerprint }],
      ['Kennung der Notiz', { as: 'token', token: id }],
    ]);
  });

  test('nothing is said of null; a refusal that nobody was told of is not called sent', async () => {
    const text = await loadText('de');
    const refusal = { objectType: 'arrival', type: 'refusal_sent' };
    expect(await say(samples.arrival.refusal_sent)).toEqual([
      ['Warum', 'Die E-Mail kam von einem Automaten'],
    ]);
    expect(eventClause(text, { ...refusal, payload: samples.arrival.refusal_sent })).toBe(
      'Ablehnung nicht mitgeteilt',
    );
    expect(eventClause(text, { ...refusal, payload: { by: 'mail' } })).toBe('Ablehnung mitgeteilt');
  });

  test('what the code does not know is shown as it is, and breaks nothing', async () => {
    const text = await loadText('de');
    expect(eventClause(text, { objectType: 'parcel', type: 'posted', payload: {} })).toBe('posted');
    expect(
      await say({ weight: 3, toString: 'x', country: '?', dueAt: 'soon', totalCents: 'much', role: 'king' }),
    ).toEqual([
      ['Land', '?'],
      ['Rolle', 'king'],
      ['Frist', 'soon'],
      ['Summe', 'much'],
      ['weight', '3'],
      ['toString', 'x'],
    ]);
  });
});

test('ids are shortened to their end, hashes to their beginning', () => {
  expect(shorten(id)).toBe('…6789ab');
  expect(shorten(sha256)).toBe('n4bQgYhMfW…');
  expect(shorten('short')).toBe('short');
});
