import { useEffect, type SubmitEvent } from 'react';
import { Form } from 'react-router';

import { useText } from '#app/text/text.tsx';

import { followSignOut, leaveBrowser } from './leave-browser.client.ts';

/** Signs out everywhere in this browser. Without scripts it only ends the session. */
export function SignOutForm() {
  const t = useText();
  useEffect(followSignOut, []);
  const leave = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void leaveBrowser().finally(() => form.submit());
  };
  return (
    <Form method="post" action="/sign-out" reloadDocument onSubmit={leave}>
      <button type="submit" className="plain-button">
        {t.layout.signOut}
      </button>
    </Form>
  );
}
