import type { MessageFrame } from './frame-inspector.ts';

/** Why staff has to look at a mail that is neither a request nor a plain mail. */
export type QuarantineReason =
  | 'other_key'
  | 'past_key'
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

/** Lower-case hexadecimal digits: of the intake key, of those that it replaced lately, and of those taken no more. */
export type IntakeKeyIds = Record<'present' | 'former' | 'past', ReadonlySet<string>>;

export type Verdict =
  | { outcome: 'waiting' }
  | { outcome: 'refused'; code: 'channel_plaintext' }
  | { outcome: 'quarantined'; because: QuarantineReason; isPlain: boolean };

export function classifyMail(seen: SeenMail, ownKeyIds: IntakeKeyIds): Verdict {
  const because = faultOf(seen, ownKeyIds);
  if (because !== null) return { outcome: 'quarantined', because, isPlain: isPlain(seen) };
  return seen.frames.length > 0 ? { outcome: 'waiting' } : { outcome: 'refused', code: 'channel_plaintext' };
}

const isPlain = ({ hasFrame, isSmime, hasBrokenArmor, frames }: SeenMail) =>
  !hasFrame && !isSmime && !hasBrokenArmor && frames.length === 0;

const isFor = ({ keyIds }: MessageFrame, ids: ReadonlySet<string>) => keyIds.some((id) => ids.has(id));

/** Whether a part is for a key that was replaced and not for the present one: the sender should be told of the new one. */
export function usesFormerKey({ frames }: SeenMail, { present, former }: IntakeKeyIds): boolean {
  return frames.some((frame) => isFor(frame, former) && !isFor(frame, present));
}

function faultOf(seen: SeenMail, ownKeyIds: IntakeKeyIds): QuarantineReason | null {
  if (seen.isTooLarge) return 'too_large';
  if (seen.isMalformed) return 'malformed';
  if (seen.frames.length === 0) {
    if (seen.hasBrokenArmor) return 'unreadable_armor';
    if (seen.hasFrame) return 'no_encrypted_part';
    return seen.isSmime ? 'smime' : null;
  }
  const { present, former, past } = ownKeyIds;
  const isForUs = (frame: MessageFrame) => frame.hasHidden || isFor(frame, present) || isFor(frame, former);
  const ours = seen.frames.filter(isForUs);
  if (ours.length === 0) return seen.frames.some((frame) => isFor(frame, past)) ? 'past_key' : 'other_key';
  // One part that cannot be read would be missing in the request without anybody noticing.
  if (seen.frames.some(({ isCut }) => isCut)) return 'cut_off';
  return ours.every(({ format }) => format === 'legacy') ? 'no_integrity' : null;
}
