import { useId, useState, type FormEvent } from 'react';

import { TextField } from '#app/forms/fields.tsx';
import { isRecoveryCodeGroup } from '#app/sealing/recovery-code.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import './accounts.css';

/** Seven groups; the last one is asked for. */
const lastGroup = 6;

/** Shows a recovery code once, and goes on when its last group was typed. */
export function RecoveryCodePanel({ code, onConfirmed }: { code: string; onConfirmed: () => void }) {
  const t = useText();
  const { recoveryCode: text } = t.accounts;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRecoveryCodeGroup(code, lastGroup, typed)) onConfirmed();
    else setWrong(true);
  };
  return (
    <>
      <p>{text.lead}</p>
      <p className="recovery-code" data-testid="recovery-code">
        {code.split('-').map((group, position) => (
          <span key={position}>{group}</span>
        ))}
      </p>
      <ButtonRow>
        <Button weight="secondary" onClick={() => print()}>
          {text.print}
        </Button>
        <Button weight="secondary" onClick={() => void navigator.clipboard.writeText(code)}>
          {text.copy}
        </Button>
      </ButtonRow>
      <Alert tone="warning" title={text.warningTitle}>
        <p>{text.warning}</p>
      </Alert>
      <form method="dialog" className="stack no-print" onSubmit={submit} noValidate>
        <TextField
          id={`${id}-group`}
          label={text.confirmLabel}
          hint={text.confirmHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={10}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={isWrong ? text.confirmWrong : undefined}
        />
        <div>
          <Button type="submit">{text.confirm}</Button>
        </div>
      </form>
    </>
  );
}
