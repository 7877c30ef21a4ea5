import { useEffect, useEffectEvent } from 'react';
import { Link, redirect, useNavigate, useSearchParams } from 'react-router';

import { offerInAutofill } from '#app/accounts/autofill-offer.client.ts';
import { homeOf, isOwnPath } from '#app/accounts/home.ts';
import { noteSessionOver } from '#app/accounts/leave-browser.client.ts';
import { askInAutofill, finishSignIn, signInByTouch } from '#app/accounts/sign-in.client.ts';
import { useTask } from '#app/accounts/use-task.ts';
import { TextField } from '#app/forms/fields.tsx';
import { findActorOf } from '#app/middleware/session.server.ts';
import type { AskedPasskey } from '#app/passkeys/ceremonies.client.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/sign-in.ts';

export function loader({ context }: Route.LoaderArgs) {
  const actor = findActorOf(context);
  if (actor) throw redirect(homeOf(actor));
  return {};
}

export default function SignIn() {
  const t = useText();
  const { signIn: text } = t.accounts;
  const [search] = useSearchParams();
  const wanted = search.get('to') ?? '';
  const navigate = useNavigate();
  const { isBusy, failure, run } = useTask();

  const go = async (home: string) => {
    // Waiting people have nowhere else to go; all others return to where they were.
    const isReturn = home !== '/waiting' && wanted !== '/' && isOwnPath(wanted);
    await navigate(isReturn ? wanted : home, { replace: true });
  };
  // Whoever comes here by a click, because the session has ended, still has the keys in this window (promise 8).
  useEffect(noteSessionOver, []);
  const finish = useEffectEvent((asked: AskedPasskey) => run(async () => go(await finishSignIn(asked))));
  // Not beside another ceremony; again, with a fresh challenge, when that one failed.
  const hasFailed = failure !== null;
  useEffect(
    () => (isBusy ? undefined : offerInAutofill(askInAutofill, (asked) => finish(asked), hasFailed)),
    [isBusy, hasFailed],
  );

  return (
    <PageMain narrow>
      <PageHeading>{text.title}</PageHeading>
      {failure === null ? null : (
        <Alert tone="danger" title={text.failed} announce>
          <p>{failure}</p>
        </Alert>
      )}
      <p>{text.lead}</p>
      <div>
        <Button busy={isBusy} onClick={() => run(async () => go(await signInByTouch()))}>
          {isBusy ? text.working : text.button}
        </Button>
      </div>
      <form method="dialog">
        <TextField
          id="account"
          name="username"
          label={text.autofillLabel}
          hint={text.autofillHint}
          autoComplete="username webauthn"
          optional
        />
      </form>
      <ul>
        <li>
          {text.noAccount}{' '}
          <Link className="kern-link" to="/register">
            {text.register}
          </Link>
        </li>
        <li>
          {text.lost}{' '}
          <Link className="kern-link" to="/recover">
            {text.recover}
          </Link>
        </li>
      </ul>
      <noscript>
        <Alert tone="warning" title={t.layout.scriptsNeeded} />
      </noscript>
    </PageMain>
  );
}
