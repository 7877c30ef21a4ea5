import type { MessageFrame } from './frame-inspector.ts';

/** Why staff has to look at a mail that is neither a request nor a plain mail. */
export type QuarantineReason =
  | 'other_key'
  | 'no_encrypted_part'
  | 'unreadable_armor'
  | 'cut_off'
  | 'no_integrity'
  | 'smime'
  | 'too_large'
  | 'malformed';

/** What was seen of a mail while it streamed in. */
export type SeenMail = {
  /** `multipart/encrypted` with the protocol of OpenPGP (RFC 3156 §4). */
  hasFrame: boolean;
  isSmime: boolean;
  isTooLarge: boolean;
  /** The parser gave up: too many headers, too many parts. */
  isMalformed: boolean;
  /** Something that begins like an OpenPGP message and is none. */
  hasBrokenArmor: boolean;
  frames: readonly MessageFrame[];
};

export type Verdict =
  | { outcome: 'waiting' }
  | { outcome: 'refused'; code: 'channel_plaintext' }
  | { outcome: 'quarantined'; because: QuarantineReason; isPlain: boolean };

/** @param ownKeyIds of the intake key and its predecessors, lower-case hexadecimal digits */
export function classifyMail(seen: SeenMail, ownKeyIds: ReadonlySet<string>): Verdict {
  const because = faultOf(seen, ownKeyIds);
  if (because !== null) return { outcome: 'quarantined', because, isPlain: isPlain(seen) };
  return seen.frames.length > 0 ? { outcome: 'waiting' } : { outcome: 'refused', code: 'channel_plaintext' };
}

const isPlain = ({ hasFrame, isSmime, hasBrokenArmor, frames }: SeenMail) =>
  !hasFrame && !isSmime && !hasBrokenArmor && frames.length === 0;

function faultOf(seen: SeenMail, ownKeyIds: ReadonlySet<string>): QuarantineReason | null {
  if (seen.isTooLarge) return 'too_large';
  if (seen.isMalformed) return 'malformed';
  if (seen.frames.length === 0) {
    if (seen.hasBrokenArmor) return 'unreadable_armor';
    if (seen.hasFrame) return 'no_encrypted_part';
    return seen.isSmime ? 'smime' : null;
  }
  const isForUs = ({ keyIds, hasHidden }: MessageFrame) =>
    hasHidden || keyIds.some((id) => ownKeyIds.has(id));
  const ours = seen.frames.filter(isForUs);
  if (ours.length === 0) return 'other_key';
  // One part that cannot be read would be missing in the request without anybody noticing.
  if (seen.frames.some(({ isCut }) => isCut)) return 'cut_off';
  return ours.every(({ format }) => format === 'legacy') ? 'no_integrity' : null;
}
