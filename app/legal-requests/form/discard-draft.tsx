import { useState } from 'react';
import { useNavigate } from 'react-router';

import { useTask } from '#app/accounts/use-task.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Dialog } from '#app/ui/page.tsx';

import { discardStoredDraft } from './draft-storage.client.ts';
import { useEditedForm } from './edit-context.tsx';

/** Throws the draft away, after asking. */
export function DiscardDraft() {
  const t = useText();
  const navigate = useNavigate();
  const { facts, draft } = useEditedForm();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, failure, run } = useTask();
  const texts = t.requests.taskList;
  const isCorrection = facts.correction !== null;
  const discard = async () => {
    await discardStoredDraft(facts.addresses.draft);
    draft.end();
    await navigate(facts.addresses.left);
  };
  return (
    <div>
      <button type="button" className="plain-button" onClick={() => setAsking(true)}>
        {isCorrection ? texts.discardCorrection : texts.discard}
      </button>
      <Dialog
        title={texts.discardTitle}
        open={isAsking}
        onClose={() => setAsking(false)}
        footer={
          <ButtonRow>
            <Button busy={isBusy} onClick={() => run(discard)}>
              {texts.discardYes}
            </Button>
            <Button weight="secondary" onClick={() => setAsking(false)}>
              {t.layout.cancel}
            </Button>
          </ButtonRow>
        }
      >
        <p>{isCorrection ? texts.discardCorrectionText : texts.discardText}</p>
        {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      </Dialog>
    </div>
  );
}
