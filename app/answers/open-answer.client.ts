import { findInLine, type FormerIntakeKey } from '#app/accounts/intake-key-succession.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import type { PublicKeyInfo } from '#app/sealing/sealing-types.ts';

import {
  compareWithStatement,
  sealedAnswerSchema,
  type AnswerDifference,
  type AnswerManifest,
} from './answer-manifest.ts';
import { readAnswerStatement, type AnswerStatement } from './answer-statement.ts';

export type AnswerFault =
  AnswerDifference | 'statement_malformed' | 'sealed_manifest_differs' | 'signature_invalid';

export type OpenedAnswer =
  | { manifest: AnswerManifest; statement: AnswerStatement; faults: [] }
  | { manifest: null; statement: null; faults: AnswerFault[] };

/** Who may have signed an answer: the intake key that this browser trusts, or one of those before it, newest first. */
export interface IntakeSigners {
  present: PublicKeyInfo;
  former: readonly FormerIntakeKey[];
}

/**
 * Opens an answer's manifest and holds it against everything that was signed: the message is the one of the statement,
 * the text is signed by the pinned intake key or by one that handed over to it, and it names the statement's files. With any fault nothing is handed out.
 * @throws SealingError when it cannot be opened
 */
export async function openAnswer(
  answer: { id: string; statement: string; sealedManifest: string },
  legalRequestId: string,
  intake: IntakeSigners,
): Promise<OpenedAnswer> {
  const refuse = (...faults: AnswerFault[]): OpenedAnswer => ({ manifest: null, statement: null, faults });
  const statement = readAnswerStatement(answer.statement);
  if (!statement) return refuse('statement_malformed');
  const isHere = statement.answerId === answer.id && statement.legalRequestId === legalRequestId;
  if (!isHere) return refuse('place_differs');
  const message = fromBase64Url(answer.sealedManifest);
  if ((await sha256(new Uint8Array(message))) !== statement.sealedManifestSha256)
    return refuse('sealed_manifest_differs');
  const room = getCryptoRoom();
  const sealed = sealedAnswerSchema.safeParse(await room.openJson(message));
  if (!sealed.success) return refuse('manifest_malformed');
  const { manifest: text, signature } = sealed.data;
  // An answer of before a change of the intake key is signed by that key; it counts if it stands in line with the present one.
  const isSignedBy = (input: Parameters<typeof room.isSignedBy>[0]) => room.isSignedBy(input);
  const signer = await findInLine(statement.recipients.provider, intake.present, intake.former, isSignedBy);
  if (!signer || !(await isSignedBy({ text, signature, signer }))) return refuse('signature_invalid');
  const { manifest, differences } = compareWithStatement(text, statement);
  return manifest ? { manifest, statement, faults: [] } : refuse(...differences);
}
