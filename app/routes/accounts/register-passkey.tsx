import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';

import { AddPasskey } from '#app/accounts/add-passkey.tsx';
import { failureCode } from '#app/accounts/failure-text.ts';
import { NewPassphraseForm } from '#app/accounts/passphrase-form.tsx';
import { RecoveryCodePanel } from '#app/accounts/recovery-code-panel.tsx';
import { RegistrationHeading } from '#app/accounts/registration-heading.tsx';
import {
  beginRegistration,
  finishRegistration,
  type BegunRegistration,
} from '#app/accounts/register-keys.client.ts';
import { useTask } from '#app/accounts/use-task.ts';
import { requireRegistrationAt } from '#app/middleware/registration.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/register-passkey.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { registration } = await requireRegistrationAt(context, request, 'passkey');
  return { email: registration.email, isInvited: registration.invitation !== null };
}

/** Once the passkey is stored the registration is over, but the recovery code must still be shown here. */
export const shouldRevalidate = () => false;

type Phase =
  | { name: 'start' }
  | { name: 'passphrase'; begun: BegunRegistration }
  | { name: 'code'; code: string }
  | { name: 'second' };

export default function RegisterPasskey() {
  const t = useText();
  const { passkey: text } = t.accounts.register;
  const { isInvited } = useLoaderData<typeof loader>();
  const [phase, setPhase] = useState<Phase>({ name: 'start' });
  const { isBusy, failure, run } = useTask();
  const navigate = useNavigate();
  const step = (number: number) => (isInvited ? null : number);

  const finish = async (begun: BegunRegistration, secret: Uint8Array | string) => {
    try {
      setPhase({ name: 'code', code: await finishRegistration(begun, secret) });
    } catch (error) {
      // Choosing a passphrase took longer than the challenge lives: only another passkey helps.
      if (failureCode(error) === 'challenge_stale') setPhase({ name: 'start' });
      throw error;
    }
  };
  const begin = async () => {
    const begun = await beginRegistration();
    if (begun.passkey.prfSecret === null) setPhase({ name: 'passphrase', begun });
    else await finish(begun, begun.passkey.prfSecret);
  };
  // The header shows who is signed in only after its data was loaded anew: '/waiting' leads on.
  const leave = () => void navigate('/waiting');

  return (
    <PageMain narrow>
      {failure === null ? null : (
        <Alert tone="danger" title={text.failed} announce>
          <p>{failure}</p>
        </Alert>
      )}
      {phase.name === 'start' ? (
        <StartPanel step={step(5)} isBusy={isBusy} onStart={() => run(begin)} />
      ) : null}
      {phase.name === 'passphrase' ? (
        <>
          <RegistrationHeading step={step(5)}>{t.accounts.passphrase.title}</RegistrationHeading>
          <NewPassphraseForm isBusy={isBusy} onChosen={(chosen) => run(() => finish(phase.begun, chosen))} />
        </>
      ) : null}
      {phase.name === 'code' ? (
        <>
          <RegistrationHeading step={step(6)}>{t.accounts.recoveryCode.title}</RegistrationHeading>
          <RecoveryCodePanel code={phase.code} onConfirmed={() => setPhase({ name: 'second' })} />
        </>
      ) : null}
      {phase.name === 'second' ? <SecondPasskeyPanel step={step(6)} onDone={leave} /> : null}
    </PageMain>
  );
}

function StartPanel({
  step,
  isBusy,
  onStart,
}: {
  step: number | null;
  isBusy: boolean;
  onStart: () => void;
}) {
  const t = useText();
  const { passkey: text } = t.accounts.register;
  return (
    <>
      <RegistrationHeading step={step}>{text.title}</RegistrationHeading>
      <p>{text.lead}</p>
      <ul>
        <li>{text.whatPlatform}</li>
        <li>{text.whatKey}</li>
        <li>{text.whatPhone}</li>
      </ul>
      <p>{text.keys}</p>
      <div>
        <Button busy={isBusy} onClick={onStart}>
          {isBusy ? text.working : text.create}
        </Button>
      </div>
      <noscript>
        <Alert tone="warning" title={t.layout.scriptsNeeded} />
      </noscript>
    </>
  );
}

/** Offers a passkey on a second device; whoever loses the only one needs the recovery code. */
function SecondPasskeyPanel({ step, onDone }: { step: number | null; onDone: () => void }) {
  const t = useText();
  const { second: text } = t.accounts.register;
  return (
    <>
      <RegistrationHeading step={step}>{text.title}</RegistrationHeading>
      <p>{text.lead}</p>
      <AddPasskey onAdded={onDone} />
      <div>
        <Button weight="secondary" onClick={onDone}>
          {text.later}
        </Button>
      </div>
    </>
  );
}
