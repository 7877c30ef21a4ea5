/**
 * The contract of the crypto room: what a page may ask the crypto worker for, and what it gets.
 *
 * Keys travel as armored text, binary values as `Uint8Array` inside the browser and as base64url text in everything
 * that is stored or sent. No value of these types holds an unlocked private key.
 */
import type { MailSignature, OpenedMailPart } from './mail-messages.ts';
import type {
  ExpectedFile,
  OpenedFile,
  OpenProgress,
  SealedSegment,
  SealFileResult,
  SealProgress,
} from './bulk-types.ts';
/** 40 (v4) hexadecimal digits, upper case, no spaces. */
export type Fingerprint = string;

/** Octets that WebCrypto accepts: never backed by shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export type EnvelopeKind = 'passkey_prf' | 'recovery_code' | 'passphrase';

/**
 * The private key of a person, locked.
 *
 * `passkey_prf`, `recovery_code`: AES-256-GCM under HKDF-SHA-256, `salt` is the HKDF salt (32 octets, base64url) and `sealed` is
 * nonce ‖ ciphertext ‖ tag. `passphrase`: an OpenPGP message under Argon2id, which brings its own salt; `salt` is empty.
 */
export type PersonKeyEnvelope = { kind: EnvelopeKind; salt: string; sealed: string };

export type PublicKeyInfo = { publicKey: string; fingerprint: Fingerprint };

/**
 * A team key for one member: `envelope` is an OpenPGP message (base64url) to the member's person key that holds the private team
 * key and is signed by the member who granted it. `grantedBy` is the granter's public key; with it the signature is demanded on opening.
 */
export type TeamKeyGrant = PublicKeyInfo & { envelope: string; grantedBy?: string | null };

/**
 * Somebody to seal to (security promise 4). The key must be the one of `fingerprint`, neither expired, revoked nor weak, and, when
 * `certifiedBy` is given, carry a valid certification by that key, whose fingerprint is checked in the same way.
 */
export type Recipient = PublicKeyInfo & { certifiedBy?: PublicKeyInfo | null };

/** What a person's browser remembers for the next sign-in, sealed to the person's own key. */
export type SealedSettings = {
  /** The intake key's fingerprint as this person saw and accepted it. */
  intakeFingerprint: Fingerprint;
  /** ISO 8601, UTC: when it was seen. */
  seenAt: string;
  /** The own team's key as it was first here; for reading it out while the person waits to be let in. */
  teamFingerprint?: Fingerprint;
};

export type RoomStatus = 'locked' | 'unlocked';

export type UnlockInput = {
  personPublicKey: string;
  envelope: PersonKeyEnvelope;
  /** PRF output (32 octets), recovery code, or passphrase, as the envelope's kind says. */
  secret: Uint8Array | string;
  teamKeys: TeamKeyGrant[];
  /** base64url of the message made by `sealSettings`, or null if there is none yet. */
  settings: string | null;
};

export type UnlockResult = {
  settings: SealedSettings | null;
  /** Fingerprints of the team keys that are unlocked now. */
  teamKeys: Fingerprint[];
  /** Grants that could not be opened or do not hold the key they name; the caller tells the person and raises the alarm. */
  refusedTeamKeys: Fingerprint[];
};

export type RecoveryCode = {
  /** Shown once: groups of four Crockford base32 symbols, 130 bit, the last symbol is a check symbol. */
  code: string;
  envelope: PersonKeyEnvelope;
  /** base64url of 32 octets; lets the server check that a person knows the code without learning it. The server stores only a hash of it. */
  proof: string;
};

export type SealFileInput = {
  /** Names the staged segments; uuid of the sealed file. */
  fileId: string;
  /** Null only on resuming, before the person has chosen the file again: `file_needed` if more of it must be sealed. */
  file: File | null;
  /** Also on resuming: they must still be the ones that the earlier part was sealed to. */
  recipients: Recipient[];
  /** SEIPDv2-GCM if all recipients' keys advertise it; SEIPDv1 otherwise and by default. */
  preferSeipd2?: boolean;
  /** For a manifest that names the plaintext's SHA-256; it takes a quarter of the time. On resuming, as at the beginning. */
  hashText?: boolean;
  /** Limit of the operator in octets; a longer file is refused with `too_large` before a byte of it is read. */
  maxFileBytes: number;
  /** To go on after a reload: the last saved state, and how much of the ciphertext the server has acknowledged. */
  resume: { sealedState: string; acknowledgedBytes: number } | null;
};

/** What must be kept in the draft so that sealing can go on after a reload. `sealedState` is sealed to the own person key (base64url). */
export type SealFileState = {
  sealedState: string;
  /** Length of the whole ciphertext, exact and known from the beginning: the upload is created with it. */
  ciphertextBytes: number;
};

export type SealFileHandlers = {
  /**
   * Must have stored the state durably when it resolves; only then the segment it belongs to is handed over. Try again inside of
   * it: if it rejects, the task is cancelled.
   */
  saveState(state: SealFileState): Promise<void>;
  onSegment(segment: SealedSegment): void;
  onProgress?(progress: SealProgress): void;
};

export type OpenFileInput = {
  /** Path on this origin that answers with the ciphertext, or the ciphertext itself. */
  source: string | Blob;
  /** From the signed manifest; the ciphertext is compared before anything is decrypted. */
  expected: ExpectedFile;
  /** A packet with the session key that was handed to the own team later; base64url. It is no part of the ciphertext. */
  handedKey?: string;
  /** More plaintext than this is refused; octets. */
  maxPlaintextBytes?: number;
  /** Media type of the resulting blob; default application/octet-stream. */
  mediaType?: string;
  /** Where the text goes instead of a blob (bulk-types.ts). */
  saveTo?: FileSystemFileHandle | 'private_file';
};

/** Something long that the worker does. `done` rejects with a `SealingError`; after `cancel` its code is `cancelled`. */
export type RoomTask<Result> = {
  done: Promise<Result>;
  /** Stops and removes what was staged, also after `done`; resolves when nothing is left. Never rejects. */
  cancel(): Promise<void>;
};

export type SealFileTask = RoomTask<SealFileResult> & {
  pause(): void;
  resume(): void;
  /** The server has acknowledged this segment: it is deleted and the next one may be made. Goes on after `done`. */
  releaseSegment(index: number): void;
};

/** Calls that are one question and one answer; the worker's protocol is derived from this. */
export interface CryptoRoomCalls {
  /** Makes a person's key and keeps it unlocked (a room that was unlocked before forgets its keys). */
  createPersonKey(input: { name: string; email: string }): Promise<PublicKeyInfo>;
  /** Locks the person's key in an envelope for a passkey (32 octets of PRF output) or a passphrase (≥ 16 characters). */
  sealPersonKey(input: {
    kind: 'passkey_prf' | 'passphrase';
    secret: Uint8Array | string;
  }): Promise<PersonKeyEnvelope>;
  createRecoveryCode(): Promise<RecoveryCode>;
  /** Throws `recovery_code_typo` when the check symbol does not fit. */
  recoveryProof(code: string): Promise<string>;
  /** Makes a team's key, keeps it unlocked, and seals it to the own person key. */
  createTeamKey(input: { name: string; email: string }): Promise<TeamKeyGrant>;
  unlock(input: UnlockInput): Promise<UnlockResult>;
  /** Seals an unlocked team key to another member. `member.certifiedBy` is checked like every recipient's. */
  grantTeamKey(input: { member: Recipient; teamFingerprint: Fingerprint }): Promise<TeamKeyGrant>;
  /** Opens a grant that arrived while the room is unlocked. */
  addTeamKey(grant: TeamKeyGrant): Promise<void>;
  /**
   * Certifies a team's key by an unlocked team key: an agency's by the intake key, or a new key by the one it replaces;
   * `fingerprint` is the one the person saw. Throws `key_not_certified` unless `predecessor`, where named, has signed it.
   */
  certifyTeamKey(input: {
    publicKey: string;
    fingerprint: Fingerprint;
    intakeFingerprint: Fingerprint;
    predecessor?: { publicKey: string; fingerprint: Fingerprint } | null;
  }): Promise<{ publicKey: string }>;
  /**
   * The private team key, armored and locked with a passphrase, for use with GnuPG or Sequoia outside of the portal.
   * A deliberate act: whoever has file and passphrase reads everything sealed to the team.
   */
  exportTeamKey(input: { teamFingerprint: Fingerprint; passphrase: string }): Promise<string>;
  /**
   * The public halves of what is unlocked. Seal to yourself and to your own team with these, not with keys that the server
   * names: they are the only ones that need no further check.
   */
  ownKeys(): Promise<{ person: PublicKeyInfo; teams: PublicKeyInfo[] }>;
  sealSettings(settings: SealedSettings): Promise<string>;
  /** A binary OpenPGP message (SEIPDv1) holding the JSON text of `value`. */
  sealJson(input: { value: unknown; recipients: Recipient[] }): Promise<Uint8Array>;
  /** Opens a message sealed to the person or to one of the unlocked teams. */
  openJson(message: Uint8Array): Promise<unknown>;
  /** A detached OpenPGP signature (armored) of an unlocked team under the UTF-8 octets of a text. */
  signText(input: { text: string; teamFingerprint: Fingerprint }): Promise<string>;
  /** Whether `signature` is the signer's under exactly this text. The signer's key is checked like a recipient's. */
  isSignedBy(input: { text: string; signature: string; signer: Recipient }): Promise<boolean>;
  /**
   * Opens an encrypted part of a mail, armored or binary, and checks its signatures with the keys that are offered (armored);
   * keys that cannot be read are left out.
   */
  openMailPart(input: { message: Uint8Array; signers: string[] }): Promise<OpenedMailPart>;
  /** Checks a signature that lies beside what it is for, with the keys that are offered (armored). */
  checkMailSignature(input: {
    content: Uint8Array;
    signature: Uint8Array;
    signers: string[];
  }): Promise<MailSignature[]>;
  /** Seals a MIME part to somebody outside of the portal, signed by an unlocked team: a binary message. */
  sealMailPart(input: {
    part: string;
    recipient: Recipient;
    teamFingerprint: Fingerprint;
  }): Promise<Uint8Array>;
  /**
   * Opens the session key in front of each message and seals it to one more recipient, whose key is checked like every
   * recipient's: the messages become readable to it, and stay as they were signed. One packet for each, in order.
   */
  sealSessionKeys(input: { packets: Bytes[]; recipient: Recipient }): Promise<Bytes[]>;
  /** Removes the staged segments of a file: after its upload, or when it is taken out of the draft. */
  discardSealedFile(fileId: string): Promise<void>;
  /** The worker's part of leaving. */
  discardAllSealedFiles(): Promise<void>;
  /** Removes the text that `openFile` wrote into the origin private file system, whether its worker still runs or not. */
  discardPrivateFile(folder: string): Promise<void>;
}

/** The one crypto room of a tab. Every promise rejects with `SealingError`, and nothing may be sent after that. */
export interface CryptoRoom extends Omit<CryptoRoomCalls, 'discardAllSealedFiles'> {
  /** Synchronous mirror for `useSyncExternalStore`. */
  status(): RoomStatus;
  subscribe(listener: () => void): () => void;
  /** Ends the worker and with it every key. Also on `pagehide` and after 15 idle minutes. */
  lock(): void;
  /**
   * For signing out: locks, then removes all staged and saved files from this browser, by a worker that has no keys.
   * Never rejects.
   */
  leave(): Promise<void>;
  /** Counts as activity of the person; for an upload that goes on while nobody touches the page. */
  keepAwake(): void;
  sealFile(input: SealFileInput, handlers: SealFileHandlers): SealFileTask;
  openFile(input: OpenFileInput, onProgress?: (progress: OpenProgress) => void): RoomTask<OpenedFile>;
}
