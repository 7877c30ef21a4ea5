import type { Text } from '#app/text/text.tsx';

import type { OpenedMail } from './open-arrival.client.ts';

type Signature = OpenedMail['signatures'][number];
type Words = Text['mailIntake']['mail'];

/**
 * What a reviewer is told of one signature. Only a key that staff has vouched for says who wrote: one that came with the
 * mail may be anybody's, also when the address that the mail names has a known key.
 * @param known keys that staff has vouched for, of the address that the mail names
 */
export function describeSignature(
  text: Words,
  signature: Signature,
  known: readonly { fingerprint: string }[],
): { isWrong: boolean; words: string } {
  if (signature.state === 'not_checked') return { isWrong: false, words: text.notChecked };
  if (signature.state === 'unknown_key') return { isWrong: false, words: text.unknownKey(signature.keyId) };
  const fingerprint = signature.fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
  if (signature.state === 'invalid') return { isWrong: true, words: text.invalid(fingerprint) };
  const isKnown = known.some((key) => key.fingerprint === signature.fingerprint);
  return { isWrong: false, words: isKnown ? text.valid(fingerprint) : text.validSelf(fingerprint) };
}
