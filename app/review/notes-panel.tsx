import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import { TextArea } from '#app/forms/fields.tsx';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

import { addNote } from './decide.client.ts';
import type { ReviewNote } from './review.ts';
import { useOpenedNotes } from './use-opened-notes.ts';

/** What the provider's team writes for itself; sealed to the intake key. */
export function NotesPanel({
  legalRequestId,
  notes,
}: {
  legalRequestId: string;
  notes: readonly ReviewNote[];
}) {
  const t = useText();
  const { notes: text } = t.desk;
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  return (
    <Panel title={text.title}>
      <p className="muted">{text.hint}</p>
      {notes.length === 0 ? <p>{text.none}</p> : null}
      {notes.length > 0 && !isUnlocked ? <p>{text.locked}</p> : null}
      <NoteList notes={notes} />
      {isUnlocked ? <NoteForm legalRequestId={legalRequestId} /> : null}
    </Panel>
  );
}

function NoteList({ notes }: { notes: readonly ReviewNote[] }) {
  const t = useText();
  const locale = useLocale();
  const opened = useOpenedNotes(notes);
  return (
    <ul className="plain-list note-list">
      {notes
        .filter(({ id }) => opened.has(id))
        .map(({ id, authorName, createdAt }) => (
          <li key={id}>
            <p className="muted">
              {authorName}, {formatDateTime(createdAt, locale)}
            </p>
            <p className="finding-text">{opened.get(id) ?? t.desk.notes.unreadable}</p>
          </li>
        ))}
    </ul>
  );
}

function NoteForm({ legalRequestId }: { legalRequestId: string }) {
  const t = useText();
  const { notes: text } = t.desk;
  const keys = useSealingKeys();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (note.trim() === '' || keys.state !== 'ready') return;
    run(async () => {
      await addNote(legalRequestId, note.trim(), keys);
      setNote('');
      setTried(false);
      await revalidate();
    });
  };
  return (
    <form method="dialog" className="stack stack--small" noValidate onSubmit={save}>
      <TextArea
        id="note"
        rows={3}
        maxLength={10_000}
        label={text.label}
        value={note}
        error={isTried && note.trim() === '' ? text.missing : undefined}
        onChange={(event) => setNote(event.target.value)}
      />
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <div>
        <Button type="submit" weight="secondary" busy={isBusy} disabled={keys.state !== 'ready'}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}
