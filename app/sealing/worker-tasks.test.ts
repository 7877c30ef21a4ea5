import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinAs, openRoom } from '#test/crypto-room.ts';
import type { Member } from '#test/crypto-room.ts';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import type { SealedSegment } from './bulk-types.ts';
import { randomBytes } from './random-bytes.ts';
import type { SealFileInput, TeamKeyGrant } from './sealing-types.ts';
import { sha256 } from './manifest.ts';
import type { SealFileEvent } from './worker-protocol.ts';

// GnuPG takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const fileName = 'Beschluss-Sentinel-91c2.pdf';
const mebibyte = 1024 * 1024;

let erika: Member;
let team: TeamKeyGrant;

beforeEach(async () => {
  erika = await joinAs('Erika');
  team = await erika.room.call('createTeamKey', { name: 'LKA Musterland', email: 'it@lka.example' });
});

afterEach(() => vi.unstubAllGlobals());

function inputFor(content: BlobPart, change: Partial<SealFileInput> = {}): SealFileInput {
  return {
    fileId: crypto.randomUUID(),
    file: new File([content], fileName, { lastModified: 1 }),
    recipients: [team],
    maxFileBytes: 100 * mebibyte,
    resume: null,
    ...change,
  };
}

type Sealing = {
  done: Promise<{ ciphertextBytes: number; ciphertextSha256: string }>;
  events: SealFileEvent[];
  states: string[];
  segments: SealedSegment[];
  cancel(): void;
};

/** Plays the page: keeps states unless told not to, takes segments, releases them. */
function seal(member: Member, input: SealFileInput, page = { keepsStates: true }): Sealing {
  const events: SealFileEvent[] = [];
  const states: string[] = [];
  const segments: SealedSegment[] = [];
  const task = member.room.startTask('sealFile', input, (event) => {
    events.push(event);
    if (event.type === 'state' && page.keepsStates) {
      states.push(event.state.sealedState);
      task.control({ type: 'stateSaved' });
    }
    if (event.type === 'segment') {
      segments.push(event.segment);
      task.control({ type: 'release', index: event.segment.index });
    }
  });
  return { done: task.done, events, states, segments, cancel: () => task.control({ type: 'cancel' }) };
}

async function messageOf({ segments }: Sealing): Promise<Blob> {
  return new Blob(await Promise.all(segments.map(({ data }) => data.arrayBuffer())));
}

test('a file is sealed in segments, each after its state, and opens again', async () => {
  const content = randomBytes(65_536);
  const sealing = seal(erika, inputFor(content));
  const { ciphertextBytes, ciphertextSha256 } = await sealing.done;
  const message = await messageOf(sealing);
  expect(message.size).toBe(ciphertextBytes);
  expect(await sha256(await message.bytes())).toBe(ciphertextSha256);
  const kinds = sealing.events.map(({ type }) => type).filter((type) => type !== 'progress');
  expect(kinds.slice(0, 1)).toEqual(['state']);
  expect(kinds.indexOf('segment')).toBeGreaterThan(0);

  const expected = { ciphertextBytes, ciphertextSha256 };
  const opening = erika.room.startTask('openFile', {
    source: message,
    expected,
  });
  const opened = await opening.done;
  expect(opened.name).toBe(fileName);
  expect(new Uint8Array(await opened.data.arrayBuffer())).toEqual(content);
});

test('GnuPG decrypts a file with the exported team key', async () => {
  const content = randomBytes(10_000);
  const sealing = seal(erika, inputFor(content));
  await sealing.done;
  const passphrase = 'sechzehn Zeichen oder mehr';
  const exported = await erika.room.call('exportTeamKey', { teamFingerprint: team.fingerprint, passphrase });
  await withOpenPgpPrograms(async ({ write, gpg }) => {
    const unlocking = ['--pinentry-mode', 'loopback', '--passphrase', passphrase];
    await gpg(...unlocking, '--import', await write('team.asc', exported));
    const file = await write('file.pgp', await (await messageOf(sealing)).bytes());
    expect((await gpg(...unlocking, '--decrypt', file)).stdout).toEqual(Buffer.from(content));
  });
});

test('nothing that crosses to the page shows the name or the content', async () => {
  const sentinel = 'Inhalt-Sentinel-55ee';
  const sealing = seal(erika, inputFor(sentinel.repeat(1000)));
  await sealing.done;
  const crossed = [
    ...sealing.states.map((state) => Buffer.from(state, 'base64url')),
    Buffer.from(await (await messageOf(sealing)).bytes()),
    Buffer.from(JSON.stringify(erika.answers)),
  ];
  for (const octets of crossed) {
    expect(octets.includes(sentinel)).toBe(false);
    expect(octets.includes(fileName)).toBe(false);
  }
});

test('no segment is handed over before its state is stored', async () => {
  const sealing = seal(erika, inputFor(randomBytes(1000)), { keepsStates: false });
  await expect.poll(() => sealing.events.some(({ type }) => type === 'state')).toBe(true);
  expect(sealing.segments).toEqual([]);
  sealing.cancel();
  await expect(sealing.done).rejects.toMatchObject({ code: 'cancelled' });
  expect(sealing.segments).toEqual([]);
});

test('a file over the limit, and a swapped recipient, give not one octet', async () => {
  const tooLarge = seal(erika, inputFor(randomBytes(101), { maxFileBytes: 100 }));
  await expect(tooLarge.done).rejects.toMatchObject({ code: 'too_large' });
  const swapped = { publicKey: erika.person.publicKey, fingerprint: team.fingerprint };
  const misdirected = seal(erika, inputFor(randomBytes(10), { recipients: [team, swapped] }));
  await expect(misdirected.done).rejects.toMatchObject({ code: 'key_mismatch' });
  expect([...tooLarge.events, ...misdirected.events]).toEqual([]);
});

test('a locked room seals and opens nothing', async () => {
  const locked: Member = { ...erika, ...openRoom() };
  const sealing = seal(locked, inputFor(randomBytes(10)));
  await expect(sealing.done).rejects.toMatchObject({ code: 'room_locked' });
  const expected = { ciphertextBytes: 1, ciphertextSha256: '' };
  const input = { fileId: crypto.randomUUID(), source: new Blob(['x']), expected };
  await expect(locked.room.startTask('openFile', input).done).rejects.toMatchObject({ code: 'room_locked' });
});

test('going on needs the own state and the same recipients', async () => {
  const content = randomBytes(5000);
  const input = inputFor(content);
  const sealing = seal(erika, input);
  await sealing.done;
  const sealedState = sealing.states.at(-1)!;

  const max = await joinAs('Max');
  const foreign = seal(max, { ...input, resume: { sealedState, acknowledgedBytes: 0 } });
  await expect(foreign.done).rejects.toMatchObject({ code: 'resume_impossible' });

  const recipients = [team, erika.person];
  const widened = seal(erika, { ...input, recipients, resume: { sealedState, acknowledgedBytes: 0 } });
  await expect(widened.done).rejects.toMatchObject({ code: 'key_mismatch' });

  const acknowledgedBytes = (await messageOf(sealing)).size;
  const resumed = seal(erika, { ...input, file: null, resume: { sealedState, acknowledgedBytes } });
  expect((await resumed.done).ciphertextSha256).toBe((await sealing.done).ciphertextSha256);
});

test('a file that is not the one in the manifest is not opened', async () => {
  const sealing = seal(erika, inputFor(randomBytes(5000)));
  const { ciphertextBytes, ciphertextSha256 } = await sealing.done;
  const octets = await (await messageOf(sealing)).bytes();
  octets[octets.length - 1]! ^= 1;
  const expected = { ciphertextBytes, ciphertextSha256 };
  const input = { fileId: crypto.randomUUID(), source: new Blob([octets]), expected };
  await expect(erika.room.startTask('openFile', input).done).rejects.toMatchObject({ code: 'hash_mismatch' });
});

test('ciphertext is fetched from this site only', async () => {
  const origin = 'https://portal.mail.example';
  const fetched = vi.fn(async () => new Response('ciphertext'));
  vi.stubGlobal('location', { origin });
  vi.stubGlobal('fetch', fetched);
  const expected = { ciphertextBytes: 10, ciphertextSha256: 'not that of the ciphertext' };
  const outcomes: [string, string][] = [
    ['https://evil.example/file', 'download_failed'],
    ['//evil.example/file', 'download_failed'],
    ['/files/1', 'hash_mismatch'],
  ];
  for (const [source, code] of outcomes) {
    const input = { fileId: crypto.randomUUID(), source, expected };
    await expect(erika.room.startTask('openFile', input).done, source).rejects.toMatchObject({ code });
  }
  expect(fetched.mock.calls).toEqual([[new URL('/files/1', origin), expect.anything()]]);
});
