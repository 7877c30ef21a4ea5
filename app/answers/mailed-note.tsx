import { useRevalidator } from 'react-router';

import { mayDo, type Role } from '#app/accounts/permissions.ts';
import { useTask } from '#app/accounts/use-task.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import type { MailedAnswer, ReleasedAnswer } from './answer.ts';

/** Whether a released answer has gone out by mail, in a few words. What has been destroyed will not go any more. */
export function MailedNote({ state, mailed }: Pick<ReleasedAnswer, 'state'> & { mailed: MailedAnswer }) {
  const { answers: text } = useText();
  const locale = useLocale();
  const { address, sentAt, failed, isGivenUp } = mailed;
  const words = () => {
    if (sentAt !== null) return text.mailed(address, formatDateTime(sentAt, locale));
    if (isGivenUp || state === 'destroyed') return text.notMailed(address);
    if (failed !== null) return text.notYetMailed(address, failed.tries, formatDateTime(failed.at, locale));
    return text.mailing(address);
  };
  return <bdi className="muted">{words()}</bdi>;
}

type UnsentAnswerProps = {
  legalRequestId: string;
  number: number;
  mailed: MailedAnswer;
  role: Role;
};

/** An answer by mail that is not tried any more: why, what to do, and the way to send it again. */
export function UnsentAnswer({ legalRequestId, number, mailed, role }: UnsentAnswerProps) {
  const { answers } = useText();
  const text = answers.unsent;
  const locale = useLocale();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const { answerId, address, failed } = mailed;
  const sendAgain = () =>
    run(async () => {
      await postJson(`/desk/requests/${legalRequestId}/answer/actions`, { intent: 'send_again', answerId });
      await revalidate();
    });
  return (
    <Alert tone="danger" title={text.title(number)}>
      <p>
        <bdi>
          {failed?.fault === 'refused' ? text.refused(address) : text.notTaken(address, failed?.tries ?? 0)}
        </bdi>{' '}
        {failed === null ? null : text.last(formatDateTime(failed.at, locale))}
      </p>
      <p>{text.advice}</p>
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      {mayDo(role, 'release_answer') ? (
        <ButtonRow>
          <Button busy={isBusy} onClick={sendAgain}>
            {text.sendAgain}
          </Button>
        </ButtonRow>
      ) : null}
    </Alert>
  );
}
