import { useId, useState, type FormEvent } from 'react';

import { TextField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import { minimumPassphraseLength } from './passphrase-rule.ts';

interface NewPassphraseProps {
  onChosen: (passphrase: string) => void;
  isBusy: boolean;
  /** In plain words what the passphrase means; by default: for a passkey that cannot lock the key. */
  why?: { title: string; text: string };
  submitLabel?: string;
}

/** A new passphrase, typed twice. */
export function NewPassphraseForm({ onChosen, isBusy, why, submitLabel }: NewPassphraseProps) {
  const t = useText();
  const { passphrase: text } = t.accounts;
  const id = useId();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = [...first].length < minimumPassphraseLength;
  const isDifferent = first !== second;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort && !isDifferent) onChosen(first);
  };
  return (
    <form method="dialog" className="stack" onSubmit={submit} noValidate>
      <Alert tone="info" title={why?.title ?? text.whyTitle}>
        <p>{why?.text ?? text.why}</p>
      </Alert>
      <TextField
        id={`${id}-first`}
        type="password"
        autoComplete="new-password"
        label={text.label}
        hint={text.hint(minimumPassphraseLength)}
        value={first}
        onChange={(event) => setFirst(event.target.value)}
        error={isTried && isShort ? text.tooShort(minimumPassphraseLength) : undefined}
      />
      <TextField
        id={`${id}-second`}
        type="password"
        autoComplete="new-password"
        label={text.repeat}
        value={second}
        onChange={(event) => setSecond(event.target.value)}
        error={isTried && isDifferent ? text.different : undefined}
      />
      <div>
        <Button type="submit" busy={isBusy}>
          {submitLabel ?? t.layout.next}
        </Button>
      </div>
    </form>
  );
}
