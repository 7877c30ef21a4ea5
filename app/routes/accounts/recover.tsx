import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';

import { failureCode } from '#app/accounts/failure-text.ts';
import { NewPassphraseForm } from '#app/accounts/passphrase-form.tsx';
import {
  beginRecovery,
  finishRecovery,
  makeRecoveryPasskey,
  renewRecovery,
  type BegunRecovery,
} from '#app/accounts/recover.client.ts';
import { RecoveryCodePanel } from '#app/accounts/recovery-code-panel.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import { TextField } from '#app/forms/fields.tsx';
import type { MadePasskey } from '#app/passkeys/ceremonies.client.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, PageHeading, PageMain } from '#app/ui/page.tsx';

type Phase =
  | { name: 'code' }
  | { name: 'passkey'; begun: BegunRecovery }
  | { name: 'passphrase'; begun: BegunRecovery; made: MadePasskey }
  | { name: 'newCode'; code: string };

export default function Recover() {
  const t = useText();
  const { recover: text } = t.accounts.account;
  const [phase, setPhase] = useState<Phase>({ name: 'code' });
  const { isBusy, failure, run } = useTask();
  const navigate = useNavigate();

  const finish = async (begun: BegunRecovery, made: MadePasskey, secret: Uint8Array | string) => {
    try {
      setPhase({ name: 'newCode', code: await finishRecovery(begun, made, secret) });
    } catch (error) {
      const code = failureCode(error);
      // It took longer than the challenge lives: only another passkey helps. Or so long that the key is locked again.
      if (code === 'challenge_stale') setPhase({ name: 'passkey', begun: await renewRecovery(begun) });
      if (code === 'room_locked') setPhase({ name: 'code' });
      throw error;
    }
  };
  const make = async (begun: BegunRecovery) => {
    const made = await makeRecoveryPasskey(begun);
    if (made.prfSecret === null) setPhase({ name: 'passphrase', begun, made });
    else await finish(begun, made, made.prfSecret);
  };

  return (
    <PageMain narrow>
      <PageHeading>{phase.name === 'newCode' ? text.newCodeTitle : text.title}</PageHeading>
      {failure === null ? null : (
        <Alert tone="danger" title={text.failed} announce>
          <p>{failure}</p>
        </Alert>
      )}
      {phase.name === 'code' ? (
        <CodeForm
          isBusy={isBusy}
          onCode={(code) => run(async () => setPhase({ name: 'passkey', begun: await beginRecovery(code) }))}
        />
      ) : null}
      {phase.name === 'passkey' ? (
        <>
          <p>{text.passkeyLead}</p>
          <div>
            <Button busy={isBusy} onClick={() => run(() => make(phase.begun))}>
              {isBusy ? t.accounts.register.passkey.working : t.accounts.register.passkey.create}
            </Button>
          </div>
        </>
      ) : null}
      {phase.name === 'passphrase' ? (
        <NewPassphraseForm
          isBusy={isBusy}
          onChosen={(chosen) => run(() => finish(phase.begun, phase.made, chosen))}
        />
      ) : null}
      {phase.name === 'newCode' ? (
        <RecoveryCodePanel code={phase.code} onConfirmed={() => void navigate('/waiting')} />
      ) : null}
    </PageMain>
  );
}

function CodeForm({ isBusy, onCode }: { isBusy: boolean; onCode: (code: string) => void }) {
  const t = useText();
  const { recover: text } = t.accounts.account;
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(typed);
  };
  return (
    <>
      <p>{text.lead}</p>
      <ul>
        {text.consequences.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {/* "dialog": the code must never be posted, not even when scripts fail. */}
      <form method="dialog" className="stack" onSubmit={submit} noValidate>
        <TextField
          id="recovery-code"
          label={text.label}
          hint={text.hint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div>
          <Button type="submit" busy={isBusy}>
            {t.layout.next}
          </Button>
        </div>
      </form>
      <h2 className="kern-heading-medium">{text.lostTooTitle}</h2>
      <ol>
        {text.lostToo.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <noscript>
        <Alert tone="warning" title={t.layout.scriptsNeeded} />
      </noscript>
    </>
  );
}
