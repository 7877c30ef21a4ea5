import { beforeAll, describe, expect, test } from 'vitest';

import { extractPublicPart } from '#app/legal-requests/public-part.ts';
import { sampleAnswers } from '#app/legal-requests/sample-answers.ts';
import { createSealedForm } from '#app/legal-requests/sealed-form.ts';
import { createManifest } from '#app/legal-requests/submission.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { manifestBytes, manifestSha256, type Manifest } from '#app/sealing/manifest.ts';
import { createReceiptKeyPem, readReceiptKey, signReceipt } from '#app/sealing/receipt-signing.server.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';
import { createSoftwarePasskey } from '#test/review/software-passkey.ts';

import type { ReviewRevision } from './review.ts';
import {
  readOpenedForm,
  verifyRevision,
  type RevisionPlace,
  type RevisionProblem,
} from './verify-revision.ts';

const id = '019376a0-0000-7000-8000-000000000002';
const otherId = '019376a0-0000-7000-8000-000000000003';
const site = { origin: 'https://desk.example', rpId: 'desk.example' };
const answers = sampleAnswers('traffic_data', '2026-11-24');
const hash = (letter: string) => letter.repeat(43);
const attachment = (fileId: string, letter: string): CompleteAttachment => ({
  fileId,
  kind: 'judicial_order',
  name: 'Beschluss.pdf',
  type: 'application/pdf',
  sizeBytes: 10,
  lastModified: 0,
  plaintextSha256: hash('p'),
  ciphertextBytes: 20,
  sha256: hash(letter),
});
const files = [attachment(crypto.randomUUID(), 'a'), attachment(crypto.randomUUID(), 'b')];
const publicPart = extractPublicPart('traffic_data', answers, files);
const receiptKey = readReceiptKey(createReceiptKeyPem());
const sealedForm = new Uint8Array([1, 2, 3]);
const place: RevisionPlace = {
  legalRequestId: id,
  reference: 'AW-2026-000001',
  category: 'traffic_data',
  previousManifestSha256: null,
  receiptKey: receiptKey.publicKey,
};
let good: ReviewRevision;
let manifest: Manifest;

beforeAll(async () => {
  manifest = await createManifest(
    {
      legalRequestId: id,
      revision: 1,
      previousManifestSha256: null,
      ruleSet: 'de-2026',
      recipients: [{ team: 'provider', fingerprint: 'A'.repeat(40) }],
    },
    publicPart,
    sealedForm,
    files,
  );
  const passkey = createSoftwarePasskey();
  const receipt = signReceipt(
    {
      version: 'amtsweg.receipt.v1',
      reference: place.reference,
      submittedAt: '2026-11-24T10:00:00.000Z',
      manifest,
      assertion: await passkey.sign('submit', manifestBytes(manifest), site),
      passkey: { publicKey: toBase64Url(passkey.publicKey), ...site },
    },
    receiptKey,
  );
  good = {
    number: 1,
    publicPart,
    ruleSet: 'de-2026',
    checks: [],
    sealedForm: toBase64Url(sealedForm),
    manifest: canonicalJson(manifest),
    manifestSha256: await manifestSha256(manifest),
    receipt,
    submittedByName: 'Ina',
    submittedAt: '2026-11-24T10:00:00.000Z',
    files: manifest.files.map(({ position: _position, ...file }) => file),
  };
});

async function problemsOf(
  revision: Partial<ReviewRevision>,
  where: Partial<RevisionPlace> = {},
): Promise<RevisionProblem[]> {
  return (await verifyRevision({ ...good, ...revision }, { ...place, ...where })).problems;
}

describe('before anything is opened', () => {
  test('what was signed is found true', async () => {
    expect(await verifyRevision(good, place)).toEqual({ manifest, problems: [] });
  });

  test('a swapped form, public part or file is found', async () => {
    expect(await problemsOf({ sealedForm: toBase64Url(new Uint8Array([1, 2, 4])) })).toEqual([
      'form_differs',
    ]);
    expect(await problemsOf({ publicPart: { ...publicPart, fileNumber: '1 Js 1/26' } })).toEqual([
      'public_part_differs',
    ]);
    const [first, second] = good.files;
    expect(await problemsOf({ files: [first!, { ...second!, sha256: hash('c') }] })).toEqual([
      'file_differs',
    ]);
    expect(await problemsOf({ files: [first!] })).toEqual(['file_missing']);
    expect(await problemsOf({ files: [second!, first!] })).toEqual(['files_reordered']);
    expect(await problemsOf({ files: [first!, second!, { ...first!, fileId: otherId }] })).toEqual([
      'file_unexpected',
    ]);
  });

  test('a revision of another place is found', async () => {
    expect(await problemsOf({}, { legalRequestId: otherId })).toEqual(['request_differs']);
    expect(await problemsOf({ number: 2 })).toEqual(['revision_differs']);
    expect(await problemsOf({}, { category: 'interception' })).toEqual(['category_differs']);
    expect(await problemsOf({}, { previousManifestSha256: hash('x') })).toEqual([
      'previous_manifest_differs',
    ]);
    expect(await problemsOf({}, { reference: 'AW-2026-000002' })).toEqual(['receipt_differs']);
  });

  test('a manifest that nobody signed is found', async () => {
    const forged = { ...manifest, ruleSet: 'de-2025' };
    const problems = await problemsOf({
      manifest: canonicalJson(forged),
      manifestSha256: await manifestSha256(forged),
    });
    expect(problems).toEqual(['receipt_differs']);
    expect(await problemsOf({ manifestSha256: hash('x') })).toEqual(['manifest_hash_differs']);
    expect(await problemsOf({ manifest: `${good.manifest} ` })).toEqual(['manifest_malformed']);
    expect(await problemsOf({ receipt: { ...good.receipt, manifest: forged } })).toEqual(
      expect.arrayContaining(['server_signature_invalid', 'challenge_differs', 'receipt_differs']),
    );
    expect(await problemsOf({ receipt: {} })).toEqual(['receipt_malformed']);
    const otherKey = readReceiptKey(createReceiptKeyPem()).publicKey;
    expect(await problemsOf({}, { receiptKey: otherKey })).toEqual(['server_signature_invalid']);
  });
});

describe('after opening', () => {
  const form = () => createSealedForm({ legalRequestId: id, revision: 1 }, answers, files);

  test('the form of the manifest is taken', () => {
    expect(readOpenedForm(form(), manifest, publicPart)).toMatchObject({
      problems: [],
      contradictsPublicPart: false,
    });
  });

  test('a form of another place, of other files or none at all is refused', () => {
    const refusal = (value: unknown) => readOpenedForm(value, manifest, publicPart).problems;
    expect(refusal({ ...form(), revision: 2 })).toEqual(['form_unreadable']);
    expect(refusal({ ...form(), legalRequestId: otherId })).toEqual(['form_unreadable']);
    expect(refusal('x')).toEqual(['form_unreadable']);
    expect(refusal({ ...form(), files: [...form().files].reverse() })).toEqual(['form_names_other_files']);
    expect(refusal({ ...form(), files: [] })).toEqual(['form_names_other_files']);
  });

  test('a public part that says something else than the form is noticed', () => {
    const told = { ...publicPart, fileNumber: '1 Js 1/26' };
    expect(readOpenedForm(form(), manifest, told)).toMatchObject({
      problems: [],
      contradictsPublicPart: true,
    });
  });
});
