/**
 * EFAIL (2018): an attacker who knows some plaintext rewrites CFB ciphertext, or takes the integrity protection away,
 * and the recipient's program shows or fetches what came out. Here: nothing of a changed message counts as opened.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodePacketHeader } from './openpgp-packets.ts';
import { SealingError } from './sealing-error.ts';
import {
  createTestKey,
  joinOctets,
  openOctetsWith,
  planFor,
  sealWithPlan,
  testOctets,
} from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

const octets = testOctets(2000);
let key: TestKey;
let gcmKey: TestKey;
const messages: Record<'seipd1' | 'seipd2_gcm', { message: Uint8Array; dataAt: number }> = {
  seipd1: { message: new Uint8Array(), dataAt: 0 },
  seipd2_gcm: { message: new Uint8Array(), dataAt: 0 },
};

beforeAll(async () => {
  [key, gcmKey] = await Promise.all([createTestKey(), createTestKey('gcm')]);
  for (const owner of [key, gcmKey]) {
    const plan = await planFor(octets, [owner], { preferSeipd2: true });
    messages[plan.format] = { message: await sealWithPlan(plan, octets), dataAt: plan.pkesk.length };
  }
});

async function codeOf(message: Uint8Array, owner: TestKey): Promise<string> {
  try {
    await openOctetsWith(owner, message);
    return 'opened';
  } catch (error) {
    if (error instanceof SealingError) return error.code;
    throw error;
  }
}

describe.each(['seipd1', 'seipd2_gcm'] as const)('%s', (format) => {
  const owner = () => (format === 'seipd1' ? key : gcmKey);

  test('it opens unchanged', async () => {
    expect(await codeOf(messages[format].message, owner())).toBe('opened');
  });

  test('no changed octet of the encrypted part goes unnoticed', async () => {
    const { message, dataAt } = messages[format];
    const places = fc.integer({ min: dataAt, max: message.length - 1 });
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        const changed = message.slice();
        changed[at] = (changed[at] ?? 0) ^ difference;
        expect(await codeOf(changed, owner())).not.toBe('opened');
      }),
      { numRuns: 300 },
    );
  });

  test('no cut goes unnoticed, at any place', async () => {
    const { message } = messages[format];
    await fc.assert(
      fc.asyncProperty(fc.nat(message.length - 1), async (end) => {
        expect(await codeOf(message.subarray(0, end), owner())).not.toBe('opened');
      }),
      { numRuns: 200 },
    );
  });

  test('no cut with corrected lengths goes unnoticed', async () => {
    const { message, dataAt } = messages[format];
    const pkesk = message.subarray(0, dataAt);
    const body = message.subarray(dataAt + 3);
    for (const cut of [1, 2, 15, 16, 17, 20, 21, 22, 23, 32, 38, 100, 1000, body.length - 30, body.length]) {
      const rest = body.subarray(0, body.length - cut);
      const shortened = joinOctets([pkesk, encodePacketHeader(18, rest.length), rest]);
      expect(await codeOf(shortened, owner()), `${cut} octets`).toBe('message_damaged');
    }
  });
});

test('the known-plaintext gadget: a text block replaced by what the attacker likes', async () => {
  const { message, dataAt } = messages.seipd1;
  const gadget = message.slice();
  const block = dataAt + 4 + 20 * 16;
  for (let at = 0; at < 16; at += 1) {
    gadget[block + at] = (gadget[block + at] ?? 0) ^ 0x20;
  }
  expect(await codeOf(gadget, key)).toBe('message_damaged');
});

test('the packet without integrity protection (type 9) is not opened at all', async () => {
  const { message, dataAt } = messages.seipd1;
  const body = message.subarray(dataAt + 4);
  const downgraded = joinOctets([message.subarray(0, dataAt), encodePacketHeader(9, body.length), body]);
  expect(await codeOf(downgraded, key)).toBe('message_unsupported');
});

test('SEIPDv2 relabelled as SEIPDv1 is not opened', async () => {
  const { message, dataAt } = messages.seipd2_gcm;
  const relabelled = message.slice();
  relabelled[dataAt + 3] = 1;
  expect(await codeOf(relabelled, gcmKey)).not.toBe('opened');
});
