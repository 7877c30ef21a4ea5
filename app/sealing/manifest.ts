/**
 * The manifest: what a person signs when submitting. It names every sealed part by place, length and SHA-256, and binds them to one request,
 * one revision and the revision before it (security promise 6). Hashes are base64url, sizes octets of ciphertext.
 */
import { z } from '#app/forms/zod.ts';
import { toBase64Url } from './base64url.ts';
import { canonicalBytes } from './canonical-json.ts';

const sha256Schema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'hash_invalid');
const fingerprintSchema = z.string().regex(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/, 'fingerprint_invalid');
const nameSchema = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, 'name_invalid');
const bytesSchema = z.int().min(0);

const manifestFileSchema = z.strictObject({
  fileId: z.uuid(),
  /** Place in the list, from 0 without gaps. */
  position: z.int().min(0),
  /** `judicial_order`, `request_letter` or `other`. */
  kind: nameSchema,
  ciphertextBytes: bytesSchema,
  sha256: sha256Schema,
});

export const manifestSchema = z
  .strictObject({
    version: z.literal('amtsweg.manifest.v1'),
    legalRequestId: z.uuid(),
    /** From 1. */
    revision: z.int().min(1),
    category: nameSchema,
    /** SHA-256 of the canonical JSON of the public part. */
    publicPartSha256: sha256Schema,
    /** e.g. `de-2026`. */
    ruleSet: nameSchema,
    formVersion: z.int().min(1),
    sealedFormSha256: sha256Schema,
    sealedFormBytes: bytesSchema,
    files: z.array(manifestFileSchema),
    recipients: z
      .array(z.strictObject({ team: z.enum(['provider', 'agency']), fingerprint: fingerprintSchema }))
      .min(1),
    previousManifestSha256: sha256Schema.nullable(),
  })
  .refine(({ files }) => files.every((file, index) => file.position === index), 'positions_invalid')
  .refine(({ files }) => new Set(files.map(({ fileId }) => fileId)).size === files.length, 'file_duplicated')
  .refine(({ revision, previousManifestSha256 }) => (revision === 1) === (previousManifestSha256 === null), {
    message: 'previous_manifest_invalid',
  });

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = z.infer<typeof manifestFileSchema>;

/** What is really there, to be held against a manifest. `files` in the order in which they are stored or shown. */
export type ManifestSubject = Pick<
  Manifest,
  | 'legalRequestId'
  | 'revision'
  | 'category'
  | 'publicPartSha256'
  | 'sealedFormSha256'
  | 'sealedFormBytes'
  | 'previousManifestSha256'
> & { files: Omit<ManifestFile, 'position'>[] };

export type ManifestDifference =
  | 'request_differs'
  | 'revision_differs'
  | 'category_differs'
  | 'public_part_differs'
  | 'form_differs'
  | 'previous_manifest_differs'
  | 'file_missing'
  | 'file_unexpected'
  | 'file_duplicated'
  | 'file_differs'
  | 'files_reordered';

/** The octets that are hashed and signed. Throws a ZodError if it is no valid manifest. */
export function manifestBytes(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return canonicalBytes(manifestSchema.parse(manifest));
}

/** SHA-256 of {@link manifestBytes}, base64url: how the next revision and the decision name this one. */
export async function manifestSha256(manifest: Manifest): Promise<string> {
  return sha256(manifestBytes(manifest));
}

/** SHA-256 of octets, base64url, as manifests hold it. */
export async function sha256(octets: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', octets)));
}

/**
 * The challenge of the passkey assertion that signs an action: SHA-256("amtsweg.<action>.v1" ‖ octets), 32 octets. The label keeps a signature
 * for one action from being shown as one for another.
 */
export async function actionChallenge(
  action: SignedAction,
  octets: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const label = new TextEncoder().encode(`amtsweg.${action}.v1`);
  const signed = new Uint8Array(label.length + octets.length);
  signed.set(label);
  signed.set(octets, label.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', signed));
}
/** lower_snake verb, e.g. `submit`, `decide`, `withdraw`. */
export type SignedAction = Lowercase<string>;

/** Every way in which `subject` is not what `manifest` says; empty means that nothing was moved, reordered, dropped, added or changed. */
export function compareWithManifest(manifest: Manifest, subject: ManifestSubject): ManifestDifference[] {
  const differences = new Set<ManifestDifference>();
  if (manifest.legalRequestId !== subject.legalRequestId) differences.add('request_differs');
  if (manifest.revision !== subject.revision) differences.add('revision_differs');
  if (manifest.category !== subject.category) differences.add('category_differs');
  if (manifest.publicPartSha256 !== subject.publicPartSha256) differences.add('public_part_differs');
  if (
    manifest.sealedFormSha256 !== subject.sealedFormSha256 ||
    manifest.sealedFormBytes !== subject.sealedFormBytes
  ) {
    differences.add('form_differs');
  }
  if (manifest.previousManifestSha256 !== subject.previousManifestSha256) {
    differences.add('previous_manifest_differs');
  }
  for (const difference of compareFiles(manifest.files, subject.files)) differences.add(difference);
  return [...differences];
}

function compareFiles(signed: ManifestFile[], present: ManifestSubject['files']): ManifestDifference[] {
  const differences: ManifestDifference[] = [];
  const presentIds = present.map(({ fileId }) => fileId);
  if (new Set(presentIds).size !== presentIds.length) differences.push('file_duplicated');
  for (const file of signed) {
    const match = present.find(({ fileId }) => fileId === file.fileId);
    if (!match) differences.push('file_missing');
    else if (!isSameFile(file, match)) differences.push('file_differs');
  }
  const signedIds = signed.map(({ fileId }) => fileId);
  if (presentIds.some((id) => !signedIds.includes(id))) differences.push('file_unexpected');
  if (differences.length === 0 && signedIds.some((id, index) => id !== presentIds[index])) {
    differences.push('files_reordered');
  }
  return differences;
}

function isSameFile(signed: ManifestFile, present: Omit<ManifestFile, 'position'>): boolean {
  return (
    signed.kind === present.kind &&
    signed.ciphertextBytes === present.ciphertextBytes &&
    signed.sha256 === present.sha256
  );
}
