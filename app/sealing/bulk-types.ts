import type { PrivateKey, PublicKey } from 'openpgp';

/**
 * Which encrypted-data packet carries a file. `seipd1`: AES-256-CFB with MDC (RFC 9580 §5.13.1), readable by every
 * OpenPGP program. `seipd2_gcm`: AES-256-GCM chunks (§5.13.2), only where all recipient keys advertise it.
 */
export type MessageFormat = 'seipd1' | 'seipd2_gcm';

/** Largest plaintext of one file: 2 GiB. */
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
  plaintextBytes: number;
};

/** Where the writer stands between two segments. Text form: base64url. No plaintext in it. */
export type Checkpoint = {
  /** number of the segment that begins here; the checkpoint after the last segment has the number of segments */
  segmentIndex: number;
  /** plaintext octets already encrypted */
  plaintextBytes: number;
  /** ciphertext octets already written */
  ciphertextBytes: number;
  /** SEIPDv1: last ciphertext block (16 octets); empty for SEIPDv2 */
  lastBlock: string;
  /** SEIPDv1: saved SHA-1 state of the MDC; empty for SEIPDv2 */
  sha1State: string;
  /** saved SHA-256 state over the ciphertext written so far */
  ciphertextSha256State: string;
  /** saved SHA-256 state over the plaintext encrypted so far */
  plaintextSha256State: string;
  /** SHA-256 of the plaintext encrypted so far, compared with the file that a person chooses after a reload */
  plaintextSha256: string;
};

/**
 * Everything needed to go on after a reload; plain JSON for the sealed draft. Saved before a segment is handed over.
 * Holds one checkpoint for the beginning of each segment not yet released, and the last one.
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

/** Back-pressure and pausing; `createSealControl()` in seal-file.ts makes one. */
export type SealControl = {
  /** The server has acknowledged this segment: its file is deleted and another one may be made. */
  releaseSegment(index: number): void;
  pause(): void;
  resume(): void;
};

export type SealFileOptions = {
  file: File;
  /** Names the folder of the segments: 1–64 of a–z, 0–9 and "-", e.g. a uuid. The same after a reload. */
  fileId: string;
  /**
   * New: keys that have passed the recipients check. `preferSeipd2` uses SEIPDv2-GCM if all keys advertise it.
   * Again after a reload: the saved state, and how much the server has (segments wholly below are not made again).
   */
  start:
    | { kind: 'new'; recipientKeys: PublicKey[]; preferSeipd2?: boolean }
    | { kind: 'resume'; state: SealState; acknowledgedBytes: number };
  control: SealControl;
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
  /** base64url */
  plaintextSha256: string;
  /** base64url; for the manifest */
  ciphertextSha256: string;
  segmentCount: number;
};

export type OpenProgress = {
  phase: 'downloading' | 'opening';
  doneBytes: number;
  totalBytes: number;
};

export type OpenFileOptions = {
  /** The ciphertext as it arrives; from `fetch`, say. */
  body: ReadableStream<Uint8Array>;
  /** Names the staging folder; see {@link SealFileOptions.fileId}. */
  fileId: string;
  /** from the signed manifest; the SHA-256 as base64url */
  expected: { ciphertextBytes: number; ciphertextSha256: string };
  /** unlocked keys; any of them may be a recipient */
  decryptionKeys: PrivateKey[];
  /** more plaintext than this is refused; default {@link maxFileBytes} */
  maxPlaintextBytes?: number;
  /** media type of the returned blob; default application/octet-stream */
  mediaType?: string;
  signal?: AbortSignal;
  onProgress?(progress: OpenProgress): void;
};

export type OpenedFile = {
  /** authenticated plaintext, from beginning to end */
  data: Blob;
  plaintextBytes: number;
  /** base64url */
  plaintextSha256: string;
  /** Deletes the staged plaintext; `data` cannot be read afterwards. */
  dispose(): Promise<void>;
};

// Functions (seal-file.ts, open-file.ts), for the dedicated worker only:
//   createSealControl(): SealControl
//   sealFile(options: SealFileOptions): Promise<SealFileResult>      throws SealingError
//   discardSealedFile(fileId: string): Promise<void>                 on cancel, after the upload
//   discardAllSealedFiles(): Promise<void>                           at sign-out
//   openFile(options: OpenFileOptions): Promise<OpenedFile>          throws SealingError
