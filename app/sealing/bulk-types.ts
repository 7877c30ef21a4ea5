import type { PrivateKey, PublicKey } from 'openpgp';
import type { CipherPort } from './cipher-thread.ts';
import type { SealControl } from './seal-control.ts';

/**
 * Which encrypted-data packet carries a file. `seipd1`: AES-256-CFB with MDC (RFC 9580 §5.13.1), readable by every
 * OpenPGP program. `seipd2_gcm`: AES-256-GCM chunks (§5.13.2), only where all recipient keys advertise it.
 */
export type MessageFormat = 'seipd1' | 'seipd2_gcm';

/**
 * Largest plaintext of one file: 2 GiB, the most that an operator can allow. A packet's four-octet length reaches to
 * 4 GiB (RFC 9580 §4.2.1), but writer and reader are tested up to here.
 */
export const maxFileBytes = 2 * 1024 ** 3;

/**
 * What must stay the same so that sealing a file again gives the same bytes. Text form: base64url.
 * It holds the session key, so it is kept only inside a sealed draft.
 */
export type MessageHead = {
  format: MessageFormat;
  /** 32 octets */
  sessionKey: string;
  /** complete PKESK packets, one for each recipient */
  pkesk: string;
  /** 16 random octets before the text (SEIPDv1) or the 32-octet salt (SEIPDv2) */
  random: string;
  /** Stands in the literal packet, so inside the ciphertext; longer ones are cut after 255 octets of UTF-8. */
  fileName: string;
  plaintextBytes: number;
  /** length of a segment in batches of 512 KiB (message-layout.ts) */
  segmentBatches: number;
};

/**
 * Where sealing stood before a segment. Text form: base64url. The hash states hold up to 63 octets of the plaintext,
 * so it is kept only inside a sealed draft, like the head.
 */
export type Checkpoint = {
  /** the segment that begins here; behind the last segment, the number of segments */
  segmentIndex: number;
  /** SEIPDv1 only: last ciphertext block and the state of the MDC's SHA-1 */
  cipherState: { lastBlock: string; sha1State: string } | null;
  /** SHA-256 over the ciphertext so far */
  ciphertextSha256State: string;
  /** SHA-256 over the plaintext so far; null where nobody asked for it (`hashText`) */
  plaintextSha256State: string | null;
};

/**
 * Everything needed to go on after a reload; plain JSON for the sealed draft. Saved before a segment is handed over.
 * Holds a checkpoint for each segment that is sealed but not released, and one for the end of what is sealed.
 */
export type SealState = {
  version: 1;
  head: MessageHead;
  ciphertextBytes: number;
  file: { name: string; sizeBytes: number; lastModified: number };
  checkpoints: Checkpoint[];
};

/** One immutable piece of ciphertext. `offset` counts from the beginning of the whole message. */
export type SealedSegment = {
  index: number;
  offset: number;
  sizeBytes: number;
  isLast: boolean;
  /** a `File` in OPFS, or a `Blob` in memory where OPFS is missing */
  data: Blob;
};

export type SealProgress = {
  phase: 'checking' | 'sealing';
  doneBytes: number;
  totalBytes: number;
};

export type StartCipher = () => CipherPort;

export type SealFileOptions = {
  /**
   * Null only after a reload, while the person has not chosen the file again: staged segments are handed over, and
   * `file_needed` is thrown if that is not all. If everything was sealed before the reload, no file is needed.
   */
  file: File | null;
  /** Names the folder of the segments: 1–64 of a–z, 0–9 and "-", e.g. a uuid. The same after a reload. */
  fileId: string;
  /**
   * New: keys that have passed the recipients check. `preferSeipd2` uses SEIPDv2-GCM if all keys advertise it.
   * `hashText`: the result tells the plaintext's SHA-256, which takes a quarter of the time.
   * `segmentBatches`: length of a segment in batches of 512 KiB; default 32, which is 16 MiB.
   * Again after a reload: the saved state, and how much the server has (segments wholly below are not made again).
   */
  start:
    | {
        kind: 'new';
        recipientKeys: PublicKey[];
        preferSeipd2?: boolean;
        hashText?: boolean;
        segmentBatches?: number;
      }
    | { kind: 'resume'; state: SealState; acknowledgedBytes: number };
  control: SealControl;
  /** Starts the thread that encrypts (cipher-thread.ts); without it, or where it does not start, one thread does all. */
  startCipher?: StartCipher;
  signal?: AbortSignal;
  /** Must have stored the state durably when it resolves; only then is the segment handed over. */
  saveState(state: SealState): Promise<void>;
  onSegment(segment: SealedSegment): void | Promise<void>;
  onProgress?(progress: SealProgress): void;
};

export type SealFileResult = {
  format: MessageFormat;
  plaintextBytes: number;
  ciphertextBytes: number;
  /** base64url; null where nobody asked for it (`hashText`) */
  plaintextSha256: string | null;
  /** base64url; for the manifest */
  ciphertextSha256: string;
  segmentCount: number;
};

export type OpenProgress = {
  phase: 'downloading' | 'opening';
  doneBytes: number;
  totalBytes: number;
};

/** From the signed manifest; hashes as base64url. With `plaintextSha256`, another text is never handed out or saved. */
export type ExpectedFile = { ciphertextBytes: number; ciphertextSha256: string; plaintextSha256?: string };

export type OpenFileOptions = {
  /** The ciphertext as it arrives; from `fetch`, say. */
  body: ReadableStream<Uint8Array>;
  expected: ExpectedFile;
  /** unlocked keys; any of them may be a recipient */
  decryptionKeys: PrivateKey[];
  /** A session key packet that is not part of the ciphertext, tried before those in it. */
  handedKey?: Uint8Array<ArrayBuffer> | undefined;
  /** more plaintext than this is refused; default {@link maxFileBytes} */
  maxPlaintextBytes?: number;
  /** media type of the returned blob; default application/octet-stream */
  mediaType?: string;
  /**
   * A file that the person chose: the text is written there piece by piece, and `data` is empty. `private_file`: `data` is
   * a file in the origin private file system of exactly `maxPlaintextBytes`; it goes with `dispose`.
   */
  saveTo?: FileSystemFileHandle | 'private_file';
  signal?: AbortSignal;
  onProgress?(progress: OpenProgress): void;
};

/** As the worker hands it out. */
export type OpenedText = {
  /** name from inside the message; text of a stranger */
  name: string;
  /** authenticated plaintext, from beginning to end */
  data: Blob;
  plaintextBytes: number;
  /** The folder of a `private_file`. */
  privateFolder: string | null;
};

export type OpenedFile = OpenedText & {
  /** To be called when `data` is no longer used. Blobs are the browser's and go with the last reference to them. */
  dispose(): Promise<void>;
};
