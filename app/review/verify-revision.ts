import { publicPartSha256, readManifest } from '#app/legal-requests/submission.ts';
import { extractPublicPart } from '#app/legal-requests/public-part.ts';
import { readSealedForm, type SealedForm } from '#app/legal-requests/sealed-form.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { compareWithManifest, sha256 } from '#app/sealing/manifest.ts';
import type { Manifest, ManifestDifference, ManifestFile } from '#app/sealing/manifest.ts';
import { receiptSchema, verifyReceipt, type ReceiptProblem } from '#app/sealing/receipt.ts';

import type { ReviewRevision } from './review.ts';

/** What is wrong with a revision that the server handed out; with any of these nothing of it is shown. */
export type RevisionProblem =
  | ManifestDifference
  | ReceiptProblem
  | 'manifest_malformed'
  | 'manifest_hash_differs'
  | 'receipt_differs'
  | 'form_unreadable'
  | 'form_names_other_files';

export interface RevisionPlace {
  legalRequestId: string;
  reference: string;
  category: string;
  /** Hash of the manifest of the revision before; null for the first one. */
  previousManifestSha256: string | null;
  /** Raw Ed25519 key that receipts are signed with, base64url. */
  receiptKey: string;
}

export type RevisionCheck =
  { manifest: Manifest; problems: [] } | { manifest: null; problems: RevisionProblem[] };

/**
 * Holds what the server handed out against what was signed, before anything of it is opened (promise 6): the sealed form,
 * the public part and every file are those of the manifest, and the manifest is the one that the receipt proves.
 */
export async function verifyRevision(revision: ReviewRevision, place: RevisionPlace): Promise<RevisionCheck> {
  const manifest = readManifest(revision.manifest);
  if (!manifest) return { manifest: null, problems: ['manifest_malformed'] };
  const problems: RevisionProblem[] = [];
  if ((await sha256(new TextEncoder().encode(revision.manifest))) !== revision.manifestSha256)
    problems.push('manifest_hash_differs');
  const sealedForm = fromBase64Url(revision.sealedForm);
  problems.push(
    ...compareWithManifest(manifest, {
      legalRequestId: place.legalRequestId,
      revision: revision.number,
      category: place.category,
      publicPartSha256: await publicPartSha256(revision.publicPart),
      sealedFormSha256: await sha256(sealedForm),
      sealedFormBytes: sealedForm.byteLength,
      previousManifestSha256: place.previousManifestSha256,
      files: revision.files,
    }),
    ...(await compareWithReceipt(manifest, revision, place)),
  );
  return problems.length === 0 ? { manifest, problems: [] } : { manifest: null, problems };
}

async function compareWithReceipt(
  manifest: Manifest,
  { receipt }: ReviewRevision,
  { reference, receiptKey }: RevisionPlace,
): Promise<RevisionProblem[]> {
  const { problems } = await verifyReceipt(receipt, receiptKey);
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) return problems;
  const isSame =
    parsed.data.reference === reference && canonicalJson(parsed.data.manifest) === canonicalJson(manifest);
  return isSame ? problems : [...problems, 'receipt_differs'];
}

export type OpenedForm =
  | { form: SealedForm; problems: []; contradictsPublicPart: boolean }
  | { form: null; problems: RevisionProblem[] };

/**
 * Reads an opened form and holds it against the manifest that named it: its files must be the manifest's.
 * `contradictsPublicPart`: what the server was told (and sorts and reminds by) is not what the form says.
 */
export function readOpenedForm(
  value: unknown,
  manifest: Manifest,
  publicPart: ReviewRevision['publicPart'],
): OpenedForm {
  const form = readSealedForm(value, manifest);
  if (form?.answers.category !== manifest.category) return { form: null, problems: ['form_unreadable'] };
  const isSame =
    form.files.length === manifest.files.length &&
    form.files.every((file, index) => namesSameFile(file, manifest.files[index]));
  if (!isSame) return { form: null, problems: ['form_names_other_files'] };
  const { answers, files } = form;
  const told = canonicalJson(extractPublicPart(answers.category, answers, files));
  return { form, problems: [], contradictsPublicPart: told !== canonicalJson(publicPart) };
}

function namesSameFile(file: SealedForm['files'][number], signed: ManifestFile | undefined): boolean {
  return (
    file.fileId === signed?.fileId &&
    file.kind === signed.kind &&
    file.ciphertextBytes === signed.ciphertextBytes &&
    file.sha256 === signed.sha256
  );
}
