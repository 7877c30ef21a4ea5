import type { Checkpoint, SealState } from './bulk-types.ts';
import type { CipherThread } from './cipher-thread.ts';
import type { MessagePlan } from './message-head.ts';
import { SealingError } from './sealing-error.ts';
import { digestOfState, firstCheckpoint, SegmentSealer } from './segment-sealer.ts';
import type { StagedWriter } from './segment-store.ts';

/**
 * Requires that a file which was chosen again is the one that was sealed up to `sealedTo`.
 *
 * Going on with another text would put two texts under one key stream, which reveals both: so it is not only name,
 * size and time that are compared, but every octet that was sealed already. As plan and text fix the ciphertext, the
 * text is sealed once more, kept nowhere, and the SHA-256 of what came out is compared: no hash of the text has to be kept.
 *
 * @param onPiece called with the octets of the text that are compared, before each piece.
 * @throws {SealingError} `file_changed`
 */
export async function requireSameFile(options: {
  file: File;
  plan: MessagePlan;
  expected: SealState['file'];
  sealedTo: Checkpoint;
  thread: CipherThread;
  onPiece: (textBytes: number) => Promise<void>;
}): Promise<void> {
  const { file, plan, expected, sealedTo, thread, onPiece } = options;
  if (
    file.name !== expected.name ||
    file.size !== expected.sizeBytes ||
    file.lastModified !== expected.lastModified
  ) {
    throw new SealingError('file_changed', 'name, size or time');
  }
  let reached = await firstCheckpoint({ hashText: false });
  const sealer = new SegmentSealer({ plan, checkpoint: reached, file, thread });
  try {
    while (sealer.nextIndex < sealedTo.segmentIndex) {
      const { sealed } = await sealer.seal(nowhere, onPiece);
      if (sealer.nextIndex === sealedTo.segmentIndex) reached = (await sealed).next;
    }
  } finally {
    sealer.end();
  }
  const digests = [reached, sealedTo].map((each) => digestOfState(each.ciphertextSha256State));
  const [now, before] = await Promise.all(digests);
  if (now !== before) throw new SealingError('file_changed', 'content');
}

const nowhere: StagedWriter = {
  write: () => undefined,
  close: () => Promise.resolve(new Blob()),
  abort: () => Promise.resolve(),
};
