import type { JobPayloads } from '#app/jobs.server.ts';
import { mailTexts } from '#app/text/mail-texts.ts';

import type { SendMail } from './transport.server.ts';

/**
 * Turns a queued mail into words and sends it. The templates take only what their type names; none of them takes case
 * data (promise 24).
 */
export async function sendQueuedMail(send: SendMail, job: JobPayloads['send_mail']): Promise<void> {
  const template = mailTexts[job.locale][job.template];
  if (!template) throw new Error(`no mail template ${job.template}`);
  const { subject, text } = template(job.values);
  await send({ to: job.to, subject, text });
}
