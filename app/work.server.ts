import { keepVerifications } from '#app/accounts/keep-verifications.server.ts';
import { removeExpired } from '#app/accounts/remove-expired.server.ts';
import { remindOfCostClaims } from '#app/answers/costs/costs.server.ts';
import { keepAnswers } from '#app/answers/keep-answers.server.ts';
import { giveUpAnswer } from '#app/answers/unsent-answer.server.ts';
import { sendAnswer } from '#app/answers/mail-answer.server.ts';
import { sendIntakeMail } from '#app/mail-intake/send-intake-mail.server.ts';
import { sendQueuedMail } from '#app/mail/send-mail-job.server.ts';
import { createMailer } from '#app/mail/transport.server.ts';
import { doEach } from '#app/do-each.ts';
import { removeStaleUnsent } from '#app/messages/unsent-texts.server.ts';
import { digestCron, sendDigests } from '#app/notifications/digest.server.ts';
import { berlin } from '#app/legal-requests/wall-time.ts';
import { keepDeadlines } from '#app/review/keep-deadlines.server.ts';
import type { Services } from '#app/services.server.ts';
import { removeOrphanedUploads } from '#app/uploads/remove-orphaned-uploads.server.ts';
import { openUploadStore } from '#app/uploads/upload-store.server.ts';

/** Takes on the background work of this process. Every node may do so: each job is done once. */
export async function startWork({ config, db, jobs }: Services): Promise<void> {
  const send = createMailer(config);
  await jobs.work('send_mail', (job) => sendQueuedMail({ send, db, origin: config.origin }, job, new Date()));
  await jobs.work('send_intake_mail', (job) => sendIntakeMail({ send, db, config }, job));
  await jobs.work('send_answer', (job) =>
    sendAnswer({ send, db, jobs, config, store: openUploadStore(config) }, job, new Date()),
  );
  await jobs.work('give_up_answer', (job) => giveUpAnswer({ db, jobs, config }, job, new Date()));
  await jobs.work('send_digests', () => sendDigests({ db, jobs, config }, new Date()));
  await jobs.schedule('send_digests', digestCron, berlin);
  await jobs.work('remove_orphaned_uploads', () =>
    removeOrphanedUploads(db, openUploadStore(config), new Date()),
  );
  await jobs.schedule('remove_orphaned_uploads', '17 * * * *');
  await jobs.work('keep_deadlines', () =>
    doEach([keepDeadlines, remindOfCostClaims], (keep) => keep({ db, config, jobs }, new Date())),
  );
  await jobs.schedule('keep_deadlines', '*/15 * * * *');
  await jobs.work('keep_answers', () =>
    keepAnswers({ db, config, jobs, store: openUploadStore(config) }, new Date()),
  );
  await jobs.schedule('keep_answers', '*/15 * * * *');
  await jobs.work('keep_verifications', () => keepVerifications({ db, config, jobs }, new Date()));
  await jobs.schedule('keep_verifications', '30 6 * * *', berlin);
  await jobs.work('remove_expired', () =>
    doEach([removeExpired, removeStaleUnsent], (remove) => remove(db, new Date())),
  );
  await jobs.schedule('remove_expired', '7 * * * *');
}
