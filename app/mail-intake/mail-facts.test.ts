import { expect, test } from 'vitest';

import { readAutocryptKey, readMailFacts } from './mail-facts.ts';

const own = ['ersuchen@post.example', 'portal@post.example'];
const facts = (headers: Record<string, string>, envelopeSender: string | null = 'a@polizei.example') =>
  readMailFacts((name) => headers[name] ?? '', envelopeSender, own);

test('names author, return path and Message-ID', () => {
  expect(
    facts({ from: '"Müller, Ina" <Ina@Polizei.Example>', 'message-id': ' <1@polizei.example> ' }),
  ).toEqual({
    messageId: '1@polizei.example',
    from: 'ina@polizei.example',
    returnPath: 'a@polizei.example',
    unanswerable: null,
  });
});

test('by IMAP the return path comes from the head, else from the author', () => {
  expect(facts({ from: 'i@p.example', 'return-path': '<r@p.example>' }, null).returnPath).toBe('r@p.example');
  expect(facts({ from: 'i@p.example' }, null).returnPath).toBe('i@p.example');
  expect(facts({ from: 'i@p.example', 'return-path': '<>' }, null)).toMatchObject({
    returnPath: null,
    unanswerable: 'null_sender',
  });
});

test.each([
  [{ 'auto-submitted': 'auto-generated' }, 'automatic_mail'],
  [{ 'auto-submitted': 'AUTO-REPLIED (vacation)' }, 'automatic_mail'],
  [{ 'auto-submitted': 'no' }, null],
  [{ precedence: 'junk' }, 'automatic_mail'],
  [{ precedence: 'list' }, 'list_mail'],
  [{ precedence: 'first-class' }, null],
  [{ 'list-unsubscribe': '<https://liste.example>' }, 'list_mail'],
  [{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'automatic_mail'],
  [{ 'x-auto-response-suppress': 'OOF, AutoReply' }, 'automatic_mail'],
  [{ from: 'Ersuchen@Post.example' }, 'own_address'],
  [{ from: 'noreply@polizei.example' }, 'automatic_mail'],
  [{ from: 'liste-request@polizei.example' }, 'automatic_mail'],
  [{ from: 'kein Name' }, null],
])('%o: %s', (headers, because) => {
  expect(facts({ from: 'i@polizei.example', ...headers }).unanswerable).toBe(because);
});

test('hostile addresses are none', () => {
  for (const from of ['a@b@c', '<script>@x', 'a b@c', `${'a'.repeat(300)}@b.example`, '@', ''])
    expect(facts({ from }).from).toBeNull();
});

test('finds the key of a mail program', () => {
  expect(readAutocryptKey('addr=a@b.example; prefer-encrypt=mutual; keydata=\n mQEN\n BFx=')).toBe(
    'mQENBFx=',
  );
  expect(readAutocryptKey('addr=a@b.example')).toBeNull();
});
