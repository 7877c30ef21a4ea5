import { v7 as uuidv7 } from 'uuid';

import { deskRecipients, type AgencyKey, type SealingKeys } from '#app/accounts/sealing-keys.ts';
import type { Decision } from '#app/legal-requests/legal-request-values.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { manifestSha256, sha256, type Manifest } from '#app/sealing/manifest.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import {
  statementBytes,
  type DecisionStatement,
  type Explanation,
  type Finding,
} from './decision-statement.ts';
import type { Note } from './note.ts';

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

export interface NewDecision {
  reference: string;
  /** As it was verified in this browser. */
  manifest: Manifest;
  decision: Decision;
  findings: readonly (Finding & { text: string })[];
  general: string;
}

export interface DecisionAnswer {
  outcome: 'proposed' | 'decided';
  version: number;
}

/**
 * Seals the words to both teams, asks for the passkey and sends the decision.
 * @throws SealingError, PasskeyError (nothing was sent); RequestError from the server
 */
export async function signDecision(
  decision: NewDecision,
  keys: ReadyKeys,
  agencyKey: AgencyKey,
  expectedVersion: number,
): Promise<DecisionAnswer> {
  const { manifest, findings } = decision;
  const sealedExplanation = await sealExplanation(decision, recipientsOf(keys, agencyKey));
  const statement: DecisionStatement = {
    version: 'amtsweg.decision.v1',
    decisionId: uuidv7(),
    legalRequestId: manifest.legalRequestId,
    reference: decision.reference,
    revision: manifest.revision,
    manifestSha256: await manifestSha256(manifest),
    decision: decision.decision,
    findings: findings.map(({ field, code }) => ({ field, code })),
    sealedExplanationSha256: sealedExplanation && (await sha256(new Uint8Array(sealedExplanation))),
  };
  const octets = statementBytes(statement);
  return send(manifest.legalRequestId, {
    statement: new TextDecoder().decode(octets),
    sealedExplanation: sealedExplanation && toBase64Url(sealedExplanation),
    assertion: await signAction('decide', octets),
    expectedVersion,
  });
}

/** Signs the very same statement that the other person signed. @throws PasskeyError, RequestError */
export async function signProposal(
  legalRequestId: string,
  statement: string,
  expectedVersion: number,
): Promise<DecisionAnswer> {
  const assertion = await signAction('decide', new TextEncoder().encode(statement));
  return send(legalRequestId, { statement, sealedExplanation: null, assertion, expectedVersion });
}

function send(legalRequestId: string, body: object): Promise<DecisionAnswer> {
  return postJson<DecisionAnswer>(`/desk/requests/${legalRequestId}/decision`, { intent: 'sign', ...body });
}

function recipientsOf(keys: ReadyKeys, agencyKey: AgencyKey): Recipient[] {
  const recipients = deskRecipients(keys, agencyKey);
  if (!recipients) throw new SealingError('key_not_certified');
  return recipients;
}

async function sealExplanation(
  { findings, general }: NewDecision,
  recipients: Recipient[],
): Promise<Uint8Array | null> {
  if (findings.length === 0 && general === '') return null;
  const value: Explanation = { texts: findings.map(({ text }) => text), general };
  return getCryptoRoom().sealJson({ value, recipients });
}

/** Sets a proposal aside; the reason is sealed to the provider alone. @throws SealingError, RequestError */
export async function setAside(
  legalRequestId: string,
  { decisionId, reason }: { decisionId: string; reason: string },
  { ownTeam }: ReadyKeys,
  expectedVersion: number,
): Promise<void> {
  const sealedNote = toBase64Url(await sealNote(reason, ownTeam));
  const body = { intent: 'set_aside', decisionId, sealedNote, expectedVersion };
  await postJson(`/desk/requests/${legalRequestId}/decision`, body);
}

/** An internal note, for the provider's team alone. @throws SealingError, RequestError */
export async function addNote(legalRequestId: string, text: string, { ownTeam }: ReadyKeys): Promise<void> {
  const sealed = toBase64Url(await sealNote(text, ownTeam));
  await postJson(`/desk/requests/${legalRequestId}/notes`, { sealed });
}

async function sealNote(text: string, ownTeam: Recipient): Promise<Uint8Array> {
  return getCryptoRoom().sealJson({ value: { text } satisfies Note, recipients: [ownTeam] });
}
