import { sendQueuedMail } from '#app/mail/send-mail-job.server.ts';
import { createMailer } from '#app/mail/transport.server.ts';
import type { Services } from '#app/services.server.ts';

/** Takes on the background work of this process. Every node may do so: each job is done once. */
export async function startWork({ config, jobs }: Services): Promise<void> {
  const send = createMailer(config);
  await jobs.work('send_mail', (job) => sendQueuedMail(send, job));
}
