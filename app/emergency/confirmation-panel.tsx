import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import type { AgencyKey } from '#app/accounts/sealing-keys.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import { TextArea, TextField } from '#app/forms/fields.tsx';
import type { Side } from '#app/legal-requests/clock.ts';
import { isDate } from '#app/legal-requests/wall-time.ts';
import { bothTeams } from '#app/messages/send-message.client.ts';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

import { confirmationSchema } from './confirmation.ts';
import type { EmergencyState, StoredConfirmation } from './confirmations.server.ts';
import { saveConfirmation } from './emergency.client.ts';
import { useOpenedJson } from './use-opened-json.ts';

interface PanelProps {
  legalRequestId: string;
  emergency: EmergencyState;
  side: Side;
  agencyKey: AgencyKey;
  canRecord: boolean;
  /** Calendar day in Berlin. */
  today: string;
}

const dayText = (day: string) => `${day}T12:00:00Z`;

/** Until when an order made in an emergency must be confirmed, and whether it is; the same for both sides. */
export function ConfirmationPanel(props: PanelProps) {
  const { emergency, legalRequestId } = props;
  const t = useText();
  const locale = useLocale();
  const { emergency: text } = t.messages;
  const words = emergency.lapses ? text.confirmation : text.application;
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const due = emergency.confirmationDue && formatDate(dayText(emergency.confirmationDue), locale);
  return (
    <Panel title={text.confirmationTitle}>
      {emergency.isOverdue && due ? (
        <Alert tone={emergency.lapses ? 'danger' : 'warning'} title={words.overdue(due)} />
      ) : null}
      {emergency.confirmations.map((one) => (
        <ConfirmationFacts key={one.id} confirmation={one} legalRequestId={legalRequestId} />
      ))}
      {emergency.confirmations.length === 0 && !emergency.isOverdue ? (
        <p>{due ? words.due(due) : text.noDue}</p>
      ) : null}
      {props.canRecord && isUnlocked ? (
        <details>
          <summary>{text.record}</summary>
          <ConfirmationForm {...props} />
        </details>
      ) : null}
    </Panel>
  );
}

function ConfirmationFacts({
  confirmation,
  legalRequestId,
}: {
  confirmation: StoredConfirmation;
  legalRequestId: string;
}) {
  const t = useText();
  const locale = useLocale();
  const { emergency: text } = t.messages;
  const { confirmedOn, side, recordedByName, sealed } = confirmation;
  const opened = useOpenedJson(sealed, (value) => {
    const parsed = confirmationSchema.safeParse(value);
    return parsed.success && parsed.data.legalRequestId === legalRequestId ? parsed.data : null;
  });
  return (
    <div className="stack stack--small">
      <p>
        <strong>{text.confirmed(formatDate(dayText(confirmedOn), locale))}</strong>{' '}
        <span className="muted">{text.recordedBy(recordedByName ?? t.messages.by[side])}</span>
      </p>
      {opened ? (
        <p className="message__text">
          {[`${opened.court}, ${opened.courtFileNumber}`, opened.statement].filter(Boolean).join('\n')}
        </p>
      ) : (
        <p className="muted">{text.locked}</p>
      )}
    </div>
  );
}

const empty = { court: '', courtFileNumber: '', statement: '' };

function ConfirmationForm({ legalRequestId, side, agencyKey, today }: PanelProps) {
  const t = useText();
  const { emergency: text } = t.messages;
  const keys = useSealingKeys();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const [day, setDay] = useState('');
  const [draft, setDraft] = useState(empty);
  const [isTried, setTried] = useState(false);
  const value = { version: 'amtsweg.confirmation.v1', legalRequestId, ...draft };
  const parsed = confirmationSchema.safeParse(value);
  const isDayRight = isDate(day) && day <= today;
  const faulty = new Set(parsed.success || !isTried ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const recipients = keys.state === 'ready' ? bothTeams(keys, side, agencyKey) : null;
  const save = () => {
    setTried(true);
    if (!parsed.success || !isDayRight || recipients === null) return;
    run(async () => {
      await saveConfirmation(parsed.data, day, recipients);
      setDraft(empty);
      setDay('');
      setTried(false);
      await revalidate();
    });
  };
  return (
    <form method="dialog" className="stack stack--small" noValidate onSubmit={save}>
      <p className="muted">{text.recordHint}</p>
      <TextField
        id="confirmed-on"
        type="date"
        max={today}
        label={text.confirmedOn}
        value={day}
        error={isTried && !isDayRight ? text.dateInvalid : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
      {(['court', 'courtFileNumber'] as const).map((name) => (
        <TextField
          key={name}
          id={`confirmation-${name}`}
          label={text[name]}
          maxLength={name === 'court' ? 200 : 100}
          value={draft[name]}
          error={faulty.has(name) ? text.required : undefined}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      ))}
      <TextArea
        id="confirmation-statement"
        rows={3}
        maxLength={5000}
        optional
        label={text.statement}
        value={draft.statement}
        onChange={(event) => setDraft({ ...draft, statement: event.target.value })}
      />
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <div>
        <Button type="submit" weight="secondary" busy={isBusy} disabled={recipients === null}>
          {text.saveConfirmation}
        </Button>
      </div>
    </form>
  );
}
