import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { toBase64Url } from './base64url.ts';
import type { Manifest } from './manifest.ts';
import { actionChallenge, manifestBytes } from './manifest.ts';
import { createReceiptKeyPem, readReceiptKey, signReceipt } from './receipt-signing.server.ts';
import { verifyReceipt } from './receipt.ts';
import type { Receipt, ReceiptProblem, UnsignedReceipt } from './receipt.ts';

// Making an RSA key takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const origin = 'https://portal.mail.example';
const rpId = 'portal.mail.example';
const hash = createHash('sha256').update('x').digest('base64url');
const manifest: Manifest = {
  version: 'amtsweg.manifest.v1',
  legalRequestId: '01980000-0000-7000-8000-0000000000aa',
  revision: 1,
  category: 'traffic_data',
  publicPartSha256: hash,
  ruleSet: 'de-2026',
  formVersion: 1,
  sealedFormSha256: hash,
  sealedFormBytes: 1234,
  files: [],
  recipients: [{ team: 'provider', fingerprint: 'A'.repeat(40) }],
  previousManifestSha256: null,
};
const server = readReceiptKey(createReceiptKeyPem());

type Authenticator = { cose: Uint8Array; sign(octets: Uint8Array): Uint8Array };
type Ceremony = {
  action?: string;
  type?: string;
  origin?: string;
  rpId?: string;
  flags?: number;
  crossOrigin?: boolean;
};

const authenticators = {
  ES256: (): Authenticator => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const cose = coseMap([1, 2], [3, -7], [-1, 1], [-2, octetsOf(x)], [-3, octetsOf(y)]);
    return { cose, sign: (octets) => sign('sha256', octets, privateKey) };
  },
  EdDSA: (): Authenticator => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
    const cose = coseMap([1, 1], [3, -8], [-1, 6], [-2, octetsOf(x)]);
    return { cose, sign: (octets) => sign(null, octets, privateKey) };
  },
  RS256: (): Authenticator => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n, e } = publicKey.export({ format: 'jwk' });
    const cose = coseMap([1, 3], [3, -257], [-1, octetsOf(n)], [-2, octetsOf(e)]);
    return { cose, sign: (octets) => sign('sha256', octets, privateKey) };
  },
};

async function makeReceipt(authenticator: Authenticator, ceremony: Ceremony = {}): Promise<Receipt> {
  const challenge = await actionChallenge((ceremony.action ?? 'submit') as 'submit', manifestBytes(manifest));
  const clientData = Buffer.from(
    JSON.stringify({
      type: ceremony.type ?? 'webauthn.get',
      challenge: toBase64Url(challenge),
      origin: ceremony.origin ?? origin,
      crossOrigin: ceremony.crossOrigin ?? false,
      other_keys_can_be_added_here: 'do not compare clientDataJSON against a template',
    }),
  );
  const rpIdHash = createHash('sha256')
    .update(ceremony.rpId ?? rpId)
    .digest();
  const authenticatorData = Buffer.concat([rpIdHash, Buffer.from([ceremony.flags ?? 0b101, 0, 0, 0, 7])]);
  const clientDataHash = createHash('sha256').update(clientData).digest();
  const unsigned: UnsignedReceipt = {
    version: 'amtsweg.receipt.v1',
    reference: 'AW-2026-000123',
    submittedAt: '2026-11-24T08:00:00.000Z',
    manifest,
    assertion: {
      credentialId: 'Y3JlZA',
      clientDataJSON: toBase64Url(clientData),
      authenticatorData: toBase64Url(authenticatorData),
      signature: toBase64Url(authenticator.sign(Buffer.concat([authenticatorData, clientDataHash]))),
    },
    passkey: { publicKey: toBase64Url(authenticator.cose), rpId, origin },
  };
  return signReceipt(unsigned, server);
}

/** Lets the server sign again what was changed, to show that the other checks do not lean on its signature. */
function resigned(receipt: Receipt, change: Partial<UnsignedReceipt>): Receipt {
  const { serverSignature: _, ...unsigned } = receipt;
  return signReceipt({ ...unsigned, ...change }, server);
}

async function problemsOf(receipt: unknown): Promise<ReceiptProblem[]> {
  return (await verifyReceipt(receipt, server.publicKey)).problems;
}

describe.each(Object.entries(authenticators))('%s', (_, createAuthenticator) => {
  test('a receipt is valid, also after it was saved as text', async () => {
    const receipt = await makeReceipt(createAuthenticator());
    const saved: unknown = JSON.parse(JSON.stringify(receipt, null, 2));
    expect(await verifyReceipt(saved, server.publicKey)).toEqual({ isValid: true, problems: [] });
  });

  test('a signature by another passkey is not', async () => {
    const receipt = await makeReceipt(createAuthenticator());
    const other = toBase64Url(createAuthenticator().cose);
    expect(
      await problemsOf(resigned(receipt, { passkey: { ...receipt.passkey, publicKey: other } })),
    ).toEqual(['passkey_signature_invalid']);
  });
});

test.each<[string, (receipt: Receipt) => Receipt]>([
  ['the reference', (receipt) => ({ ...receipt, reference: 'AW-2026-000124' })],
  ['the time', (receipt) => ({ ...receipt, submittedAt: '2026-11-25T08:00:00.000Z' })],
  [
    'the origin',
    (receipt) => ({ ...receipt, passkey: { ...receipt.passkey, origin: 'https://else.example' } }),
  ],
])('%s cannot be changed without the server', async (_, change) => {
  const receipt = await makeReceipt(authenticators.ES256());
  expect(await problemsOf(change(receipt))).toContain('server_signature_invalid');
});

test('a receipt of another server is not ours', async () => {
  const receipt = await makeReceipt(authenticators.ES256());
  const other = readReceiptKey(createReceiptKeyPem());
  expect((await verifyReceipt(receipt, other.publicKey)).problems).toEqual(['server_signature_invalid']);
  expect((await verifyReceipt(receipt, 'no key')).problems).toEqual(['server_signature_invalid']);
});

test('even the server cannot put another manifest under the signature of a person', async () => {
  const receipt = await makeReceipt(authenticators.ES256());
  const changed = resigned(receipt, { manifest: { ...manifest, category: 'interception' } });
  expect(await problemsOf(changed)).toEqual(['challenge_differs']);
});

test.each<[string, Ceremony, ReceiptProblem[]]>([
  ['for another action', { action: 'withdraw' }, ['challenge_differs']],
  ['made on another site', { origin: 'https://evil.example' }, ['origin_differs']],
  ['made in a frame of another site', { crossOrigin: true }, ['origin_differs']],
  ['for another relying party', { rpId: 'mail.example' }, ['rp_differs']],
  ['without user verification', { flags: 0b001 }, ['user_not_verified']],
  ['without user presence', { flags: 0b100 }, ['user_not_verified']],
  ['that is a registration', { type: 'webauthn.create' }, ['assertion_malformed']],
])('an assertion %s is refused', async (_, ceremony, problems) => {
  expect(await problemsOf(await makeReceipt(authenticators.ES256(), ceremony))).toEqual(problems);
});

test('broken receipts are answered, never thrown', async () => {
  const receipt = await makeReceipt(authenticators.ES256());
  for (const malformed of [null, 'text', {}, { ...receipt, extra: 1 }, { ...receipt, manifest: {} }]) {
    expect(await problemsOf(malformed)).toEqual(['receipt_malformed']);
  }
  const brokenAssertions = [
    { ...receipt.assertion, clientDataJSON: 'bm8ganNvbg' },
    { ...receipt.assertion, signature: '' },
    { ...receipt.assertion, authenticatorData: 'AAAA' },
  ];
  for (const assertion of brokenAssertions) {
    expect((await verifyReceipt(resigned(receipt, { assertion }), server.publicKey)).isValid).toBe(false);
  }
  for (const publicKey of ['', 'oA', 'pQEC', toBase64Url(coseMap([1, 2], [3, -7]))]) {
    const changed = resigned(receipt, { passkey: { ...receipt.passkey, publicKey } });
    expect(await problemsOf(changed)).toEqual(['assertion_malformed']);
  }
});

test('only an Ed25519 key signs receipts', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(() => readReceiptKey(pemOf(privateKey))).toThrow(TypeError);
});

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function octetsOf(text: string | undefined): Buffer {
  return Buffer.from(text ?? '', 'base64url');
}

/** CBOR (RFC 8949) of a map from integers to integers or byte strings. */
function coseMap(...entries: [number, number | Uint8Array][]): Uint8Array {
  const head = (major: number, value: number): Buffer => {
    if (value < 24) return Buffer.from([(major << 5) | value]);
    if (value < 256) return Buffer.from([(major << 5) | 24, value]);
    return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
  };
  const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
  const item = (value: number | Uint8Array): Buffer =>
    typeof value === 'number' ? integer(value) : Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([
    head(5, entries.length),
    ...entries.flatMap(([key, value]) => [integer(key), item(value)]),
  ]);
}
