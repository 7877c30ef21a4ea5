import { useState } from 'react';
import { useRevalidator } from 'react-router';

import type { SealingKeys } from '#app/accounts/sealing-keys.ts';
import { useTask } from '#app/accounts/use-task.ts';
import { TextArea } from '#app/forms/fields.tsx';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

import type { SignedAnswer } from './answer.ts';
import { ManifestView } from './manifest-view.tsx';
import { setAnswerAside, signRelease } from './prepare-answer.client.ts';
import { useOpenedAnswer } from './use-opened-answer.ts';

interface PreparedPanelProps {
  legalRequest: { id: string; version: number };
  answerId: string;
  prepared: SignedAnswer;
  personId: string;
  keys: Extract<SealingKeys, { state: 'ready' }>;
}

/** What waits for its second signature: the same that the agency will see, verified in this browser. */
export function PreparedPanel({ legalRequest, answerId, prepared, personId, keys }: PreparedPanelProps) {
  const { answers: text } = useText();
  const locale = useLocale();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const opened = useOpenedAnswer({ id: answerId, ...prepared }, legalRequest.id, keys);
  const isMine = prepared.preparedBy === personId;
  const manifest = opened.state === 'opened' ? opened.value.manifest : null;
  const release = () =>
    run(async () => {
      const { statement } = prepared;
      await signRelease(legalRequest.id, { answerId, statement }, legalRequest.version);
      await revalidate();
    });
  return (
    <Panel title={text.checkTitle}>
      <p>{text.waiting(prepared.preparedByName, formatDateTime(prepared.preparedAt, locale))}</p>
      {opened.state === 'opening' ? <p role="status">{text.opening}</p> : null}
      {opened.state === 'failed' ? <Alert tone="danger" title={text.openFailed} announce /> : null}
      {opened.state === 'opened' && !manifest ? <Alert tone="danger" title={text.refused} announce /> : null}
      {manifest ? (
        <>
          <p>{manifest.isFinal ? text.final : text.partial}</p>
          <ManifestView manifest={manifest} isChecked />
        </>
      ) : null}
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      {isMine ? <p className="muted">{text.mine}</p> : <p>{text.releaseHint}</p>}
      {isMine ? null : (
        <ButtonRow>
          <Button busy={isBusy} disabled={!manifest} onClick={release}>
            {text.release}
          </Button>
        </ButtonRow>
      )}
      <SettingAside
        isBusy={isBusy}
        onConfirm={(reason) =>
          run(async () => {
            await setAnswerAside(legalRequest.id, { answerId, reason }, keys, legalRequest.version);
            await revalidate();
          })
        }
      />
    </Panel>
  );
}

function SettingAside({ isBusy, onConfirm }: { isBusy: boolean; onConfirm: (reason: string) => void }) {
  const { answers: text } = useText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <details>
      <summary>{text.aside}</summary>
      <div className="stack">
        <TextArea
          label={text.asideReason}
          rows={2}
          maxLength={5000}
          value={reason}
          error={isTried && reason.trim() === '' ? text.asideMissing : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ButtonRow>
          <Button weight="secondary" busy={isBusy} onClick={confirm}>
            {text.aside}
          </Button>
        </ButtonRow>
      </div>
    </details>
  );
}
