import { expect, test } from 'vitest';

import { emptyAnswers } from './answers-schema.ts';
import { extractPublicPart } from './public-part.ts';
import { createManifest, publicPartSha256, readManifest } from './submission.ts';
import { withdrawalBytes } from './withdrawal.ts';
import { manifestBytes } from '#app/sealing/manifest.ts';

const legalRequestId = '01938b1e-7a2c-7000-8000-000000000001';
const answers = emptyAnswers('traffic_data', { name: '', rank: '', telephone: '', email: '' });
const publicPart = { ...extractPublicPart('traffic_data', answers, []), fileNumber: '1 Js 1/26' };
const place = {
  legalRequestId,
  revision: 1,
  previousManifestSha256: null,
  ruleSet: 'de-2026',
  recipients: [{ team: 'provider' as const, fingerprint: 'A'.repeat(40) }],
};

test('a manifest names what is sealed, and is read in its canonical form only', async () => {
  const manifest = await createManifest(place, publicPart, new Uint8Array([1, 2, 3]), []);
  expect(manifest).toMatchObject({
    sealedFormBytes: 3,
    publicPartSha256: await publicPartSha256(publicPart),
  });
  const text = new TextDecoder().decode(manifestBytes(manifest));
  expect(readManifest(text)).toEqual(manifest);
  for (const wrong of [`${text} `, text.replace(':1', ': 1'), '{}', 'nonsense', '[]'])
    expect(readManifest(wrong)).toBeNull();
});

test('the hash of the public part does not depend on the order of its keys', async () => {
  const reversed = Object.fromEntries(Object.entries(publicPart).reverse()) as typeof publicPart;
  expect(await publicPartSha256(reversed)).toBe(await publicPartSha256(publicPart));
});

test('a withdrawal names the revision and its manifest', () => {
  const text = new TextDecoder().decode(
    withdrawalBytes(legalRequestId, { revision: 2, manifestSha256: 'm'.repeat(43) }),
  );
  expect(JSON.parse(text)).toEqual({
    version: 'amtsweg.withdrawal.v1',
    legalRequestId,
    revision: 2,
    manifestSha256: 'm'.repeat(43),
  });
});
