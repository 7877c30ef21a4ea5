import { certifiedRecipient, type SealingKeys } from '#app/accounts/sealing-keys.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';
import type { TransferQueue } from '#app/uploads/transfer-queue.ts';

import type { AnswerPlace } from './answer-facts.ts';
import { isCompleteAnswerFile, type CompleteAnswerFile } from './answer-file-entry.ts';
import { manifestText, type AnswerManifest, type SealedAnswer } from './answer-manifest.ts';
import { countOutcomes, statementBytes, type AnswerStatement } from './answer-statement.ts';
import type { CertificateFacts } from './certificate/certificate-facts.ts';
import { makeCertificateHere } from './certificate/certificate.client.ts';

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

/** To whom an answer goes: an agency of the portal, or by mail to the key of whoever wrote for one outside of it. */
export type AnswerAddressee = Pick<AnswerPlace, 'agency' | 'byMail'>;

/**
 * Whom an answer's files are sealed to: the agency alone, by a key that the intake key has certified. By mail the provider
 * as well, so that the second person can look at what goes out. @throws SealingError
 */
export function answerRecipients(keys: ReadyKeys, addressee: AnswerAddressee): Recipient[] {
  const agency = agencyRecipient(keys, addressee);
  return addressee.agency.key === 'outside' ? [keys.intake, agency] : [agency];
}

function agencyRecipient({ intake }: ReadyKeys, { agency, byMail }: AnswerAddressee): Recipient {
  if (agency.key === 'outside' && byMail) return byMail.key;
  if (agency.key === null || agency.key === 'outside') throw new SealingError('key_not_certified');
  return certifiedRecipient(intake, agency.key);
}

/**
 * Makes the certificate, seals and uploads it like any other file of the answer.
 * @returns its entry once the server has it
 * @throws Error, SealingError, TransferError
 */
export async function addCertificate(
  queue: TransferQueue,
  facts: CertificateFacts,
  name: string,
): Promise<CompleteAnswerFile> {
  const octets = await makeCertificateHere(facts);
  const file = new File([new Uint8Array(octets)], name, { type: 'application/pdf' });
  const before = new Set(queue.entries().map(({ fileId }) => fileId));
  const [rejection] = queue.add([file]);
  const added = queue.entries().find(({ fileId }) => !before.has(fileId));
  if (rejection || !added) throw new SealingError('too_large');
  return whenComplete(queue, added.fileId);
}

function whenComplete(queue: TransferQueue, fileId: string): Promise<CompleteAnswerFile> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const view = queue.views().find(({ entry }) => entry.fileId === fileId);
      if (view?.state === 'complete' && isCompleteAnswerFile(view.entry)) {
        stop();
        resolve(view.entry);
      } else if (!view || view.state === 'failed') {
        stop();
        reject(new SealingError('worker_failed', view?.failure ?? 'removed'));
      }
    };
    const stop = queue.subscribe(look);
    look();
  });
}

export type UnsealedAnswer = Omit<AnswerManifest, 'version' | 'intakeFingerprint'> & { keepDays: number };

/**
 * Signs the manifest with the intake key, seals it to both teams, asks for the passkey and sends the answer to whoever
 * will release it.
 * @throws SealingError, PasskeyError (nothing was sent); RequestError from the server
 */
export async function signAnswer(
  { keepDays, ...answer }: UnsealedAnswer,
  keys: ReadyKeys,
  addressee: AnswerAddressee,
  expectedVersion: number,
): Promise<void> {
  const room = getCryptoRoom();
  const agency = agencyRecipient(keys, addressee);
  const intakeFingerprint = keys.intake.fingerprint;
  const text = manifestText({ version: 'amtsweg.answer-manifest.v1', intakeFingerprint, ...answer });
  const value: SealedAnswer = {
    version: 'amtsweg.sealed-answer.v1',
    manifest: text,
    signature: await room.signText({ text, teamFingerprint: intakeFingerprint }),
  };
  const sealedManifest = await room.sealJson({ value, recipients: [keys.intake, agency] });
  const statement: AnswerStatement = {
    version: 'amtsweg.answer.v1',
    answerId: answer.answerId,
    legalRequestId: answer.legalRequestId,
    reference: answer.reference,
    revision: answer.revision,
    number: answer.number,
    isFinal: answer.isFinal,
    outcomes: countOutcomes(answer.targets.map(({ outcome }) => outcome)),
    keepDays,
    files: answer.files.map(({ fileId, ciphertextBytes, sha256: hash }, position) => ({
      fileId,
      position,
      ciphertextBytes,
      sha256: hash,
    })),
    recipients: { provider: intakeFingerprint, agency: agency.fingerprint },
    sealedManifestSha256: await sha256(new Uint8Array(sealedManifest)),
  };
  const octets = statementBytes(statement);
  await postJson(`/desk/requests/${answer.legalRequestId}/answer/actions`, {
    intent: 'prepare',
    statement: new TextDecoder().decode(octets),
    sealedManifest: toBase64Url(sealedManifest),
    assertion: await signAction('prepare_answer', octets),
    expectedVersion,
  });
}

/** Signs the very same statement. @throws PasskeyError, RequestError */
export async function signRelease(
  legalRequestId: string,
  { answerId, statement }: { answerId: string; statement: string },
  expectedVersion: number,
): Promise<void> {
  const assertion = await signAction('release_answer', new TextEncoder().encode(statement));
  await postJson(`/desk/requests/${legalRequestId}/answer/actions`, {
    intent: 'release',
    answerId,
    assertion,
    expectedVersion,
  });
}

/** Takes the first signature back; the reason is sealed to the provider alone. @throws SealingError, RequestError */
export async function setAnswerAside(
  legalRequestId: string,
  { answerId, reason }: { answerId: string; reason: string },
  { ownTeam }: ReadyKeys,
  expectedVersion: number,
): Promise<void> {
  const sealedNote = await getCryptoRoom().sealJson({ value: { text: reason }, recipients: [ownTeam] });
  await postJson(`/desk/requests/${legalRequestId}/answer/actions`, {
    intent: 'set_aside',
    answerId,
    sealedNote: toBase64Url(sealedNote),
    expectedVersion,
  });
}
