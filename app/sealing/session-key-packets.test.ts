import { createMessage, encrypt, generateKey, readKey } from 'openpgp';
import type { PublicKey } from 'openpgp';
import { beforeAll, expect, test } from 'vitest';

import { createTestKey, type TestKey } from '#test/openpgp/sealed-bytes.ts';

import { PacketFormatError } from './openpgp-packets.ts';
import { openJson, sealJson } from './sealed-json.ts';
import { isSessionKeyPacketFor, readSessionKeyPackets, sealSessionKeyTo } from './session-key-packets.ts';
import type { Bytes } from './sealing-types.ts';

let intake: TestKey;
let agency: TestKey;
beforeAll(async () => {
  [intake, agency] = await Promise.all([createTestKey(), createTestKey()]);
});

async function* pieces(octets: Uint8Array, pieceBytes = octets.length) {
  for (let at = 0; at < octets.length; at += pieceBytes) yield octets.subarray(at, at + pieceBytes);
}
const encryptionFingerprint = async (key: PublicKey) =>
  (await key.getEncryptionKey()).getFingerprint().toUpperCase();
const packetsOf = (message: Uint8Array) => readSessionKeyPackets(pieces(message));

async function hand(message: Uint8Array, to: PublicKey): Promise<Bytes> {
  return sealSessionKeyTo(await packetsOf(message), [intake.privateKey], to);
}

test('one more packet in front makes a message readable to somebody else, and it stays readable to those before', async () => {
  const message = await sealJson({ a: 1 }, [intake.publicKey]);
  await expect(openJson(message, [agency.privateKey])).rejects.toMatchObject({ code: 'not_for_us' });
  const packet = await hand(message, agency.publicKey);
  const longer = Buffer.concat([packet, message]);
  expect(await openJson(longer, [agency.privateKey])).toEqual({ a: 1 });
  expect(await openJson(longer, [intake.privateKey])).toEqual({ a: 1 });
});

test('packets are read in pieces of any size, one for each recipient, and no more than they', async () => {
  const message = await sealJson({ a: 1 }, [intake.publicKey, agency.publicKey]);
  const whole = await packetsOf(message);
  expect(Buffer.from(message).subarray(0, whole.length)).toEqual(Buffer.from(whole));
  for (const pieceBytes of [1, 7, 100]) {
    const read = await readSessionKeyPackets(pieces(message, pieceBytes));
    expect(Buffer.from(read)).toEqual(Buffer.from(whole));
  }
  await expect(packetsOf(message.subarray(0, whole.length))).rejects.toThrow(PacketFormatError);
  await expect(packetsOf(new TextEncoder().encode('Klartext'))).rejects.toThrow(PacketFormatError);
});

test('the server tells one packet for one key from everything else', async () => {
  const message = await sealJson({ a: 1 }, [intake.publicKey]);
  const packet = await hand(message, agency.publicKey);
  const isForAgency = async (octets: Uint8Array) =>
    isSessionKeyPacketFor(octets, await encryptionFingerprint(agency.publicKey));
  expect(await isForAgency(packet)).toBe(true);
  const refused = [
    new Uint8Array(),
    packet.subarray(0, -1),
    Buffer.concat([packet, packet]),
    Buffer.concat([packet, message]),
    message,
    await hand(message, intake.publicKey),
    await encrypt({
      message: await createMessage({ text: 'x' }),
      passwords: ['x'],
      format: 'binary',
    }),
  ];
  for (const octets of refused) expect(await isForAgency(octets)).toBe(false);
});

test('a session key for nobody here is not opened; RSA recipients get theirs as well', async () => {
  const foreign = await sealJson({ a: 1 }, [agency.publicKey]);
  await expect(hand(foreign, agency.publicKey)).rejects.toMatchObject({ code: 'not_for_us' });
  const rsa = await generateKey({ type: 'rsa', rsaBits: 3072, userIDs: [{ name: 'A' }], format: 'object' });
  const publicKey = await readKey({ armoredKey: rsa.publicKey.armor() });
  const message = await sealJson({ a: 1 }, [intake.publicKey]);
  const packet = await hand(message, publicKey);
  expect(isSessionKeyPacketFor(packet, await encryptionFingerprint(publicKey))).toBe(true);
  expect(await openJson(Buffer.concat([packet, message]), [rsa.privateKey])).toEqual({ a: 1 });
});
