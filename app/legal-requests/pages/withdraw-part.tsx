import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { useTask } from '#app/accounts/use-task.ts';
import type { FoundLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import type { FoundRevision } from '#app/legal-requests/revisions.server.ts';
import { transition } from '#app/legal-requests/statuses.ts';
import { withdrawalBytes } from '#app/legal-requests/withdrawal.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Dialog } from '#app/ui/page.tsx';

type WithdrawProps = {
  legalRequest: Pick<FoundLegalRequest, 'id' | 'status'>;
  newest: Pick<FoundRevision, 'number' | 'manifestSha256'> | null;
};

/** Before the decision a legal request can be withdrawn, signed like its submission. */
export function WithdrawPart({ legalRequest, newest }: WithdrawProps) {
  const t = useText();
  const { revalidate } = useRevalidator();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, failure, run } = useTask();
  const texts = t.requests.page;
  if (!newest || !transition(legalRequest.status, 'withdraw')) return null;
  const withdraw = async () => {
    const statement = { revision: newest.number, manifestSha256: newest.manifestSha256 };
    const assertion = await signAction('withdraw', withdrawalBytes(legalRequest.id, statement));
    await postJson(`/requests/${legalRequest.id}/withdrawal`, { ...statement, assertion });
    setAsking(false);
    await revalidate();
  };
  return (
    <div>
      <button type="button" className="plain-button" onClick={() => setAsking(true)}>
        {texts.withdraw}
      </button>
      <Dialog
        title={texts.withdrawTitle}
        open={isAsking}
        onClose={() => setAsking(false)}
        footer={
          <ButtonRow>
            <Button busy={isBusy} onClick={() => run(withdraw)}>
              {texts.withdrawYes}
            </Button>
            <Button weight="secondary" onClick={() => setAsking(false)}>
              {t.layout.cancel}
            </Button>
          </ButtonRow>
        }
      >
        <p>{texts.withdrawText}</p>
        {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      </Dialog>
    </div>
  );
}
