import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { failureText } from '#app/accounts/failure-text.ts';
import { errorText } from '#app/text/error-text.ts';
import { formatTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Dialog } from '#app/ui/page.tsx';

import type { NewerDraft } from './draft-saver.ts';
import { useEditedForm } from './edit-context.tsx';

/**
 * How the draft stands, always in the same place; with a dialog where the person must do something. When the session has
 * ended the keys are locked, and the dialog that unlocks them signs in as well (needs-unlock.tsx).
 */
export function DraftNotice() {
  const t = useText();
  const { draft } = useEditedForm();
  const { status } = draft;
  return (
    <>
      <p className="draft-status muted" data-phase={status.phase} role="status">
        <DraftStatusText />
      </p>
      {status.phase === 'refused' ? (
        <Alert tone="danger" title={t.requests.draft.status.refused} announce>
          <p>{errorText(t, status.code)}</p>
          <div>
            <Button weight="secondary" onClick={draft.resume}>
              {t.requests.draft.again}
            </Button>
          </div>
        </Alert>
      ) : null}
      {status.phase === 'conflict' ? <NewerDialog newer={status.newer} /> : null}
    </>
  );
}

function DraftStatusText(): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { draft } = useEditedForm();
  const { status } = draft;
  const texts = t.requests.draft.status;
  return status.phase === 'saved' ? texts.saved(formatTime(status.savedAt, locale)) : texts[status.phase];
}

function NewerDialog({ newer }: { newer: NewerDraft }) {
  return newer.savedAt === null ? <DiscardedDialog /> : <ConflictDialog newer={newer} />;
}

/** A colleague threw the draft away; what stands in this tab is all there is. */
function DiscardedDialog() {
  const t = useText();
  const navigate = useNavigate();
  const { facts, draft } = useEditedForm();
  const texts = t.requests.draft.discarded;
  const giveUp = () => {
    draft.end();
    void navigate(facts.addresses.left);
  };
  return (
    <Dialog
      title={texts.title}
      open
      footer={
        <ButtonRow>
          <Button onClick={draft.keepMine}>{texts.keepMine}</Button>
          <Button weight="secondary" onClick={giveUp}>
            {texts.giveUp}
          </Button>
        </ButtonRow>
      }
    >
      <p>{texts.text}</p>
    </Dialog>
  );
}

function ConflictDialog({ newer }: { newer: Extract<NewerDraft, { savedAt: string }> }) {
  const t = useText();
  const locale = useLocale();
  const { draft } = useEditedForm();
  const [failure, setFailure] = useState<string | null>(null);
  const texts = t.requests.draft.conflict;
  const takeNewer = () => {
    draft.takeNewer().catch((error: unknown) => setFailure(failureText(t, error)));
  };
  return (
    <Dialog title={texts.title} open>
      <p>{texts.text(newer.savedBy, formatTime(newer.savedAt, locale))}</p>
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <div className="stack stack--small">
        <div>
          <Button onClick={takeNewer}>{texts.takeNewer}</Button>
        </div>
        <p className="muted">{texts.takeNewerHint}</p>
      </div>
      <div className="stack stack--small">
        <div>
          <Button weight="secondary" onClick={draft.keepMine}>
            {texts.keepMine}
          </Button>
        </div>
        <p className="muted">{texts.keepMineHint}</p>
      </div>
    </Dialog>
  );
}
