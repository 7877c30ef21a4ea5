import fc from 'fast-check';
import { readKey } from 'openpgp';
import { describe, expect, test } from 'vitest';

import { checkMailSignature } from '#app/sealing/mail-messages.ts';
import { createTestKey } from '#test/openpgp/sealed-bytes.ts';
import { signedInside, withSender, type Sender } from '#test/mail-intake/mails.ts';

import { readSignature } from './read-signature.ts';
import { readSignedPart } from './signed-part.ts';

const octets = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array) => new TextDecoder().decode(content);

describe('taking it apart', () => {
  const wrap = (signed: string, { boundary = 'b', type = '', signature = 'SIG', eol = '\r\n' } = {}) =>
    octets(
      [
        `Content-Type: ${type || `multipart/signed; protocol="application/pgp-signature"; boundary="${boundary}"`}`,
        '',
        'For programs without MIME.',
        `--${boundary}`,
        signed,
        `--${boundary}`,
        'Content-Type: application/pgp-signature',
        '',
        signature,
        `--${boundary}--`,
        '',
      ].join(eol),
    );
  const signedIn = (content: Uint8Array) => {
    const part = readSignedPart(content);
    return part === null || part === 'unreadable' ? part : text(part.signed);
  };

  test('the first part with its head, without the line end before the boundary', () => {
    expect(signedIn(wrap('Content-Type: text/plain\r\n\r\nText\r\n'))).toBe(
      'Content-Type: text/plain\r\n\r\nText\r\n',
    );
    expect(signedIn(wrap(''))).toBe('');
  });

  test('single line feeds become canonical, and nothing else changes', () => {
    const signed = 'Content-Type: text/plain\n\nEins \nZwei\t\n';
    expect(signedIn(wrap(signed, { eol: '\n' }))).toBe(signed.replaceAll('\n', '\r\n'));
  });

  test('whatever is signed comes back as it was', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '-', '--b', ':', 'ä') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const signed = ['Content-Type: text/plain', '', ...lines].join('\r\n');
        expect(signedIn(wrap(signed, { boundary: '=_grenze' }))).toBe(signed);
      }),
    );
  });

  test.each([
    ['multipart/signed; boundary=b; protocol=application/pgp-signature', 'without quotes'],
    ['Multipart/Signed;\r\n\tprotocol="Application/PGP-Signature";\r\n boundary="b"', 'folded'],
  ])('%s', (type) => {
    expect(signedIn(wrap('X: y\r\n\r\nText', { type }))).toBe('X: y\r\n\r\nText');
  });

  test('what is not signed as a whole is not taken for it', () => {
    expect(signedIn(octets('Content-Type: text/plain\r\n\r\nText'))).toBeNull();
    const inner = text(wrap('X: y\r\n\r\nText'));
    const around = `Content-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\n${inner}\r\n--m\r\n\r\nAnhang\r\n--m--`;
    expect(signedIn(octets(around))).toBeNull();
    expect(signedIn(octets('Subject: x\r\n\r\nContent-Type: multipart/signed'))).toBeNull();
  });

  test.each([
    [
      'another protocol',
      wrap('x', { type: 'multipart/signed; protocol="application/pkcs7-signature"; boundary=b' }),
    ],
    ['no boundary', wrap('x', { type: 'multipart/signed; protocol="application/pgp-signature"' })],
    [
      'another boundary',
      wrap('x', { type: 'multipart/signed; protocol="application/pgp-signature"; boundary=c' }),
    ],
    ['cut off', wrap('x').subarray(0, -8)],
    ['a third part', octets(text(wrap('x')).replace('--b--', '--b\r\nX: y\r\n\r\nmehr\r\n--b--'))],
    [
      'a signature that calls itself something else',
      octets(text(wrap('x')).replace('Type: application', 'Type: text')),
    ],
  ])('%s is not readable', (_name, content) => {
    expect(signedIn(content)).toBe('unreadable');
  });
});

describe('with GnuPG', () => {
  const content =
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBitte um Auskunft für Erika.\r\n';

  async function check(mail: Uint8Array, keys: Parameters<typeof checkMailSignature>[2]) {
    const part = readSignedPart(mail);
    if (part === null || part === 'unreadable') return part;
    const signature = await readSignature(part.signaturePart);
    return signature && checkMailSignature(part.signed, signature, keys);
  }
  const withKeys = (work: (sender: Sender) => Promise<void>) => async () => {
    const intake = await createTestKey();
    await withSender(intake.publicKey.armor(), work);
  };

  test.each([{ isText: false }, { isText: true }])(
    'says by whom, whoever sends it with whatever line ends (%j)',
    async (options) =>
      withKeys(async (sender) => {
        const key = await readKey({ armoredKey: sender.publicKey });
        const mail = await signedInside(sender, content, options);
        const valid = [{ state: 'valid', fingerprint: sender.fingerprint }];
        expect(await check(mail, [key])).toEqual(valid);
        expect(await check(Buffer.from(mail.toString().replaceAll('\r\n', '\n')), [key])).toEqual(valid);
        const base64 = mail
          .toString()
          .replace(
            /(signature\.asc"\r\n)\r\n([^]*?)\r\n--unterschrift--/,
            (_all, head: string, armored: string) =>
              [`${head}Content-Transfer-Encoding: base64`, '', btoa(armored), '--unterschrift--'].join(
                '\r\n',
              ),
          );
        expect(base64).not.toContain('BEGIN PGP SIGNATURE');
        expect(await check(Buffer.from(base64), [key])).toEqual(valid);
      })(),
  );

  test(
    'a changed byte is bad, an unknown key is named, a signature of something else is bad',
    withKeys(async (sender) => {
      const key = await readKey({ armoredKey: sender.publicKey });
      const mail = await signedInside(sender, content);
      const changed = Buffer.from(mail.toString().replace('Erika', 'Erikx'));
      const invalid = [{ state: 'invalid', fingerprint: sender.fingerprint }];
      expect(await check(changed, [key])).toEqual(invalid);
      // The head of the part is signed, too.
      const retyped = Buffer.from(mail.toString().replace('charset=utf-8', 'charset=utf-7'));
      expect(await check(retyped, [key])).toEqual(invalid);
      const stranger = (await createTestKey()).publicKey;
      expect(await check(mail, [stranger])).toMatchObject([{ state: 'unknown_key' }]);
      expect(await check(mail, [])).toMatchObject([{ state: 'unknown_key' }]);
      const broken = Buffer.from(mail.toString().replace(/-----BEGIN PGP SIGNATURE-----/, 'nichts'));
      await expect(check(broken, [key])).rejects.toMatchObject({ code: 'message_damaged' });
    }),
  );
});
