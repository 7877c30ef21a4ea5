import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, test } from 'vitest';

import { createMailer, isRefusedForGood } from './transport.server.ts';

const refuse = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

/** What the sender is told by a mail server that behaves so. */
async function failure(behaviour: SMTPServerOptions, sender = ''): Promise<unknown> {
  const server = new SMTPServer({ logger: false, disabledCommands: ['STARTTLS'], ...behaviour });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const send = createMailer({ smtpUrl: `smtp://${sender}127.0.0.1:${port}`, mailFrom: 'a@post.example' });
  const error: unknown = await send({ to: 'b@polizei.example', subject: 's', text: 't' }).catch(
    (thrown: unknown) => thrown,
  );
  await new Promise<void>((resolve) => server.close(resolve));
  return error;
}

const atRecipient = (code: number): SMTPServerOptions => ({
  authOptional: true,
  onRcptTo: (_address, _session, callback) => callback(refuse(code)),
});
const atContent = (code: number): SMTPServerOptions => ({
  authOptional: true,
  onData: (stream, _session, callback) => {
    stream.resume().on('end', () => callback(refuse(code)));
  },
});

test.each([
  ['recipient 550', true, atRecipient(550)],
  ['recipient 450', false, atRecipient(450)],
  ['content 552', true, atContent(552)],
  ['content 451', false, atContent(451)],
] as const)('%s: refused for good: %s', async (_name, isForGood, behaviour) => {
  const error = await failure(behaviour);
  expect(error).toBeInstanceOf(Error);
  expect(isRefusedForGood(error)).toBe(isForGood);
});

test('a refused sign-in and a server that is not there say nothing of the mail', async () => {
  const signIn: SMTPServerOptions = {
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(refuse(535)),
  };
  const refused = await failure(signIn, 'u:p@');
  expect(refused).toMatchObject({ responseCode: 535 });
  expect(isRefusedForGood(refused)).toBe(false);
  const send = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'a@post.example' });
  const absent: unknown = await send({ to: 'b@polizei.example', subject: 's', text: 't' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(absent).toBeInstanceOf(Error);
  expect(isRefusedForGood(absent)).toBe(false);
});
