import { useId, useState, type FormEvent } from 'react';

import { TextField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import { failureCode } from './failure-text.ts';
import { signInByTouch } from './sign-in.client.ts';
import { openWithPassphrase, type UnlockMaterial } from './unlock-material.ts';
import { fetchUnlockMaterial, unlockByTouch, unlockRoom } from './unlocked-room.client.ts';
import { useTask } from './use-task.ts';

/** After a long pause the session has ended too: signing in unlocks with the same touch, and what was typed stays. */
async function signInInstead(error: unknown): Promise<null> {
  if (failureCode(error) !== 'signed_out') throw error;
  await signInByTouch();
  return null;
}

/** One button, one touch; a passphrase only for people whose passkey cannot unlock. */
export function UnlockPanel() {
  const t = useText();
  const { unlock: text } = t.accounts;
  const { isBusy, failure, run } = useTask();
  const [withPassphrase, setWithPassphrase] = useState<UnlockMaterial | null>(null);
  const unlock = async () => {
    const material = await fetchUnlockMaterial().catch(signInInstead);
    if (material === null) return;
    const hasPasskeyEnvelope = material.envelopes.some(({ kind }) => kind === 'passkey_prf');
    if (!hasPasskeyEnvelope || !(await unlockByTouch(material))) setWithPassphrase(material);
  };
  return (
    <div className="stack">
      {failure === null ? null : (
        <Alert tone="danger" title={text.failed} announce>
          <p>{failure}</p>
        </Alert>
      )}
      <p>{text.lead}</p>
      {withPassphrase === null ? (
        <div>
          <Button busy={isBusy} onClick={() => run(unlock)}>
            {isBusy ? text.working : text.button}
          </Button>
        </div>
      ) : (
        <PassphraseForm material={withPassphrase} isBusy={isBusy} run={run} />
      )}
    </div>
  );
}

interface PassphraseFormProps {
  material: UnlockMaterial;
  isBusy: boolean;
  run: (task: () => Promise<void>) => void;
}

function PassphraseForm({ material, isBusy, run }: PassphraseFormProps) {
  const t = useText();
  const { unlock: text } = t.accounts;
  const [typed, setTyped] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => openWithPassphrase(material, (envelope) => unlockRoom(material, envelope, typed)));
  };
  return (
    // "dialog": a passphrase must never be posted, not even when scripts fail.
    <form method="dialog" className="stack" onSubmit={submit}>
      <TextField
        id={id}
        type="password"
        autoComplete="current-password"
        label={t.accounts.passphrase.label}
        hint={text.passphraseHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div>
        <Button type="submit" busy={isBusy}>
          {text.buttonPassphrase}
        </Button>
      </div>
    </form>
  );
}
