import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunningHash } from './running-hash.ts';
import { toBase64Url } from './base64url.ts';

const names = { 'SHA-1': 'sha1', 'SHA-256': 'sha256' } as const;

test.each(['SHA-1', 'SHA-256'] as const)(
  '%s in pieces, saved and restored between them',
  async (algorithm) => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const reference = createHash(names[algorithm]);
        let hash = await createRunningHash(algorithm);
        for (const part of parts) {
          hash = await createRunningHash(algorithm, hash.save());
          hash.update(part);
          reference.update(part);
          expect(Buffer.from(hash.digest()).toString('hex')).toBe(reference.copy().digest('hex'));
        }
      }),
    );
  },
);

test.each(['', 'AAAA', toBase64Url(new Uint8Array(96)), '!'])('the state %j is refused', async (state) => {
  await expect(createRunningHash('SHA-1', state)).rejects.toMatchObject({ code: 'resume_impossible' });
});

test('a state of the other algorithm is refused', async () => {
  const state = (await createRunningHash('SHA-256')).save();
  await expect(createRunningHash('SHA-1', state)).rejects.toMatchObject({ code: 'resume_impossible' });
});
