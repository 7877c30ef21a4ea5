import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import { Checkbox } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel, SummaryList } from '#app/ui/page.tsx';

import { callBackSchema, type CallBack } from './call-back.ts';
import type { StoredCallBack } from './call-backs.server.ts';
import { saveCallBack } from './emergency.client.ts';
import { useOpenedJson } from './use-opened-json.ts';

interface PanelProps {
  legalRequestId: string;
  callBack: StoredCallBack | null;
  /** It is our turn to decide. */
  canRecord: boolean;
}

/** Calling the authority back: complete before an emergency can be accepted. */
export function CallBackPanel({ legalRequestId, callBack, canRecord }: PanelProps) {
  const t = useText();
  const locale = useLocale();
  const { emergency: text } = t.messages;
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  return (
    <Panel title={text.callBackTitle}>
      <p className="muted">{text.callBackHint}</p>
      {callBack ? (
        <Alert
          tone="success"
          title={text.complete(callBack.recordedByName, formatDateTime(callBack.at, locale))}
        />
      ) : (
        <Alert tone="warning" title={text.missing} />
      )}
      {callBack ? <CallBackFacts sealed={callBack.sealed} legalRequestId={legalRequestId} /> : null}
      {!canRecord ? null : !isUnlocked ? (
        <p>{text.locked}</p>
      ) : callBack ? (
        <details>
          <summary>{text.again}</summary>
          <CallBackForm legalRequestId={legalRequestId} />
        </details>
      ) : (
        <CallBackForm legalRequestId={legalRequestId} />
      )}
    </Panel>
  );
}

function CallBackFacts({ sealed, legalRequestId }: { sealed: string; legalRequestId: string }) {
  const t = useText();
  const { emergency: text } = t.messages;
  const opened = useOpenedJson(sealed, (value) => {
    const parsed = callBackSchema.safeParse(value);
    return parsed.success && parsed.data.legalRequestId === legalRequestId ? parsed.data : null;
  });
  if (!opened) return <p className="muted">{text.locked}</p>;
  const shown = ['number', 'numberSource', 'calledBy', 'reached', 'calledAt'] as const;
  return (
    <SummaryList
      items={shown.map((key) => ({ key, label: text[key], value: opened[key].replace('T', ' ') }))}
    />
  );
}

const empty = {
  number: '',
  numberSource: '',
  isIndependent: false,
  calledBy: '',
  reached: '',
  calledAt: '',
  isConfirmed: false,
};
type Draft = typeof empty;

function CallBackForm({ legalRequestId }: { legalRequestId: string }) {
  const t = useText();
  const { emergency: text } = t.messages;
  const keys = useSealingKeys();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const [draft, setDraft] = useState<Draft>(empty);
  const [isTried, setTried] = useState(false);
  const parsed = callBackSchema.safeParse({ version: 'amtsweg.call_back.v1', legalRequestId, ...draft });
  const faulty = new Set(parsed.success || !isTried ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const save = () => {
    setTried(true);
    if (!parsed.success || keys.state !== 'ready') return;
    const value: CallBack = parsed.data;
    run(async () => {
      await saveCallBack(value, keys.ownTeam);
      setDraft(empty);
      setTried(false);
      await revalidate();
    });
  };
  const field = (name: 'number' | 'numberSource' | 'calledBy' | 'reached', hint?: string) => (
    <TextField
      id={`call-back-${name}`}
      label={text[name]}
      hint={hint}
      maxLength={500}
      value={draft[name]}
      error={faulty.has(name) ? text.required : undefined}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
    />
  );
  const tick = (name: 'isIndependent' | 'isConfirmed') => (
    <Checkbox
      id={`call-back-${name}`}
      name={`call-back-${name}`}
      label={text[name]}
      checked={draft[name]}
      error={faulty.has(name) ? text.tick : undefined}
      onChange={(checked) => setDraft({ ...draft, [name]: checked })}
    />
  );
  return (
    <form method="dialog" className="stack stack--small" noValidate onSubmit={save}>
      {field('number')}
      {field('numberSource', text.numberSourceHint)}
      {tick('isIndependent')}
      {field('calledBy')}
      {field('reached', text.reachedHint)}
      <TextField
        id="call-back-calledAt"
        type="datetime-local"
        label={text.calledAt}
        value={draft.calledAt}
        error={faulty.has('calledAt') ? text.timeInvalid : undefined}
        onChange={(event) => setDraft({ ...draft, calledAt: event.target.value })}
      />
      {tick('isConfirmed')}
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <div>
        <Button type="submit" weight="secondary" busy={isBusy} disabled={keys.state !== 'ready'}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}
