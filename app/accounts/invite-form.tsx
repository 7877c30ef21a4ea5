import { useCallback, useId, useState, type FormEvent } from 'react';

import { SelectField, TextField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

import type { ChangeAnswer } from './answer-change.server.ts';
import { fieldErrorText } from './form-errors.tsx';
import type { Role } from './permissions.ts';
import { emailSchema } from './registration-schemas.ts';
import { useChange } from './use-change.tsx';

/** Invites a person by mail and shows the link, for handing it over in another way. */
export function InviteForm({ roles }: { roles: readonly Role[] }) {
  const t = useText();
  const { invite: text } = t.accounts.desk;
  const id = useId();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('');
  const [isTried, setTried] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const onDone = useCallback((answer: Extract<ChangeAnswer, { ok: true }>) => {
    setLink(answer.link ?? null);
    setEmail('');
    setTried(false);
  }, []);
  const { send, isBusy, notice } = useChange(onDone);
  const checked = emailSchema.safeParse(email);
  const emailError = checked.success ? null : (checked.error.issues[0]?.message ?? 'email_invalid');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setLink(null);
    if (checked.success && role !== '')
      send(() => Promise.resolve({ intent: 'invite', email: checked.data, role }));
  };
  return (
    <Panel title={text.title}>
      {notice}
      {link === null ? null : (
        <Alert tone="success" title={text.sent} announce>
          <p>{text.linkHint}</p>
          <p className="break-all" data-testid="invitation-link">
            {link}
          </p>
        </Alert>
      )}
      <form method="dialog" className="stack" onSubmit={submit} noValidate>
        <TextField
          id={`${id}-email`}
          type="email"
          label={text.email}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={isTried && emailError !== null ? fieldErrorText(t, emailError) : undefined}
        />
        <SelectField
          id={`${id}-role`}
          label={text.role}
          emptyLabel={t.accounts.desk.people.choose}
          choices={roles.map((value) => ({ value, label: t.accounts.roles[value] }))}
          value={role}
          onChange={(event) => setRole(event.target.value)}
          error={isTried && role === '' ? t.accounts.fieldErrors.role_missing : undefined}
        />
        <div>
          <Button type="submit" busy={isBusy}>
            {text.submit}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
