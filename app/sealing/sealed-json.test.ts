import { config, createMessage, encrypt, enums } from 'openpgp';
import type { PrivateKey } from 'openpgp';
import { beforeAll, expect, test, vi } from 'vitest';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import { toBase64Url } from './base64url.ts';
import { generatePrivateKey } from './openpgp-keys.ts';
import { maxOpenedJsonBytes } from './openpgp-settings.ts';
import { openJson, openOwnJson, sealJson, sealOwnJson } from './sealed-json.ts';

// GnuPG and Sequoia take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const sentinel = 'Kennwort-Sentinel-7f3a';
const value = { target: sentinel, numbers: [1, 2.5], note: 'Straße, 日本 \u{1f512}', nothing: null };

let provider: PrivateKey;
let agency: PrivateKey;
let stranger: PrivateKey;

beforeAll(async () => {
  provider = await generatePrivateKey({ name: 'Provider', email: 'intake@mail.example' });
  agency = await generatePrivateKey({ name: 'Agency', email: 'it@lka.example' });
  stranger = await generatePrivateKey({ name: 'Stranger', email: 'who@else.example' });
});

test('each recipient opens it, nobody else, and nothing of it shows', async () => {
  const message = await sealJson(value, [provider.toPublic(), agency.toPublic()]);
  expect(await openJson(message, [provider])).toEqual(value);
  expect(await openJson(message, [stranger, agency])).toEqual(value);
  await expect(openJson(message, [stranger])).rejects.toMatchObject({ code: 'not_for_us' });
  expect(Buffer.from(message).includes(sentinel)).toBe(false);
});

test('it is binary: two PKESK version 3, then one SEIPD version 1 to the end, not compressed', async () => {
  const repetitive = { text: 'a'.repeat(10_000) };
  const message = await sealJson(repetitive, [provider.toPublic(), agency.toPublic()]);
  const packets = readPackets(message);
  expect(packets.map(({ tag, version }) => [tag, version])).toEqual([
    [1, 3],
    [1, 3],
    [18, 1],
  ]);
  expect(message.length).toBeGreaterThan(10_000);
});

test('sealing to nobody, and what is no JSON, throws', async () => {
  await expect(sealJson(value, [])).rejects.toMatchObject({ code: 'key_mismatch' });
  await expect(sealJson(undefined, [provider.toPublic()])).rejects.toThrow(TypeError);
});

test('a changed, cut or open message is refused', async () => {
  const message = await sealJson(value, [provider.toPublic()]);
  for (const at of [message.length - 1, message.length - 30, message.length - 60]) {
    const changed = message.slice();
    changed[at]! ^= 1;
    await expect(openJson(changed, [provider]), `octet ${at}`).rejects.toMatchObject({
      code: 'message_damaged',
    });
  }
  for (const octets of [message.slice(0, -20), new Uint8Array(), new TextEncoder().encode('{"a":1}')]) {
    await expect(openJson(octets, [provider])).rejects.toMatchObject({ code: 'message_damaged' });
  }
  const unsealed = (await createMessage({ text: '{"a":1}' })).write() as Uint8Array;
  await expect(openJson(unsealed, [provider])).rejects.toMatchObject({ code: 'not_for_us' });
});

test('a message without integrity protection is refused', async () => {
  expect(config.allowUnauthenticatedMessages).toBe(false);
  const message = await sealJson(value, [provider.toPublic()]);
  const [pkesk] = readPackets(message);
  const stripped = new Uint8Array([...message.slice(0, pkesk!.end), 0xc9, 40, ...new Uint8Array(40)]);
  await expect(openJson(stripped, [provider])).rejects.toMatchObject({ code: 'message_damaged' });
});

test('a message that unpacks to too much is refused (promise 7)', async () => {
  const bomb = await encrypt({
    message: await createMessage({ binary: new Uint8Array(maxOpenedJsonBytes + 1) }),
    encryptionKeys: provider.toPublic(),
    format: 'binary',
    config: { preferredCompressionAlgorithm: enums.compression.zlib },
  });
  expect(bomb.length).toBeLessThan(100_000);
  await expect(openJson(bomb, [provider])).rejects.toMatchObject({ code: 'compressed_too_far' });
});

test('own values need the own signature: what others sealed to a person is refused', async () => {
  const sealed = await sealOwnJson(value, agency);
  expect(await openOwnJson(sealed, agency)).toEqual(value);
  const planted = toBase64Url(await sealJson(value, [agency.toPublic()]));
  await expect(openOwnJson(planted, agency)).rejects.toMatchObject({ code: 'message_damaged' });
  await expect(openOwnJson('!', agency)).rejects.toMatchObject({ code: 'message_damaged' });
  await expect(openOwnJson(sealed, stranger)).rejects.toMatchObject({ code: 'not_for_us' });
});

test('GnuPG and Sequoia open it, byte-identical (promise 5)', async () => {
  const message = await sealJson(value, [provider.toPublic(), agency.toPublic()]);
  await withOpenPgpPrograms(async ({ write, gpg, sq }) => {
    const messageFile = await write('message.pgp', message);
    const providerFile = await write('provider.key', provider.armor());
    const agencyFile = await write('agency.key', agency.armor());
    await gpg('--import', agencyFile);
    const byGnupg = await gpg('--decrypt', messageFile);
    const bySequoia = await sq('decrypt', '--recipient-key', providerFile, messageFile);
    expect(byGnupg.stdout.toString()).toBe(JSON.stringify(value));
    expect(bySequoia.stdout.toString()).toBe(JSON.stringify(value));
  });
});

test('what GnuPG and Sequoia sealed to us opens', async () => {
  await withOpenPgpPrograms(async ({ write, gpg, sq }) => {
    const keyFile = await write('agency.asc', agency.toPublic().armor());
    const textFile = await write('value.json', JSON.stringify(value));
    await gpg('--import', keyFile);
    const recipient = agency.getFingerprint();
    const byGnupg = await gpg(
      '--trust-model',
      'always',
      '--output',
      '-',
      '--encrypt',
      '-r',
      recipient,
      textFile,
    );
    const bySequoia = await sq('encrypt', '--binary', '--recipient-cert', keyFile, textFile);
    expect(await openJson(byGnupg.stdout, [agency])).toEqual(value);
    expect(await openJson(bySequoia.stdout, [agency])).toEqual(value);
  });
});

type PacketHead = { tag: number; version: number | undefined; end: number };

/** Heads of packets in the new format with one- or two-octet and partial lengths (RFC 9580 §4.2.1). */
function readPackets(octets: Uint8Array): PacketHead[] {
  const packets: PacketHead[] = [];
  let at = 0;
  while (at < octets.length) {
    const tag = octets[at++]! & 0x3f;
    const start = at;
    let version: number | undefined;
    for (let isPartial = true; isPartial;) {
      const first = octets[at++]!;
      isPartial = first >= 224 && first < 255;
      let length = first;
      if (isPartial) length = 2 ** (first & 31);
      else if (first === 255)
        length = new DataView(octets.buffer, octets.byteOffset).getUint32((at += 4) - 4);
      else if (first >= 192) length = ((first - 192) << 8) + octets[at++]! + 192;
      version ??= octets[at];
      at += length;
    }
    packets.push({ tag, version, end: at });
    expect(at).toBeGreaterThan(start);
  }
  expect(at).toBe(octets.length);
  return packets;
}
