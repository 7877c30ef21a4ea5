import { Form, useSubmit } from 'react-router';

import { TextField } from '#app/forms/fields.tsx';
import { deviceName } from '#app/passkeys/device-name.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Panel } from '#app/ui/page.tsx';

import { ConfirmButton } from './confirm-button.tsx';
import { useFormFault } from './form-errors.tsx';
import type { FormFault } from './parse-form.ts';

interface SessionRow {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
}

/** Where the person is signed in; each can be ended. */
export function SessionsPanel({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useText();
  const locale = useLocale();
  const { sessions: text } = t.accounts.account;
  return (
    <Panel title={text.title}>
      <p>{text.lead}</p>
      <ul className="plain-list stack">
        {sessions.map((session) => (
          <li key={session.id} className="row row--spread">
            <div>
              {deviceName(session.userAgent)}
              {session.isCurrent ? ` – ${text.current}` : ''}
              <div className="person-details">
                {text.since} {formatDateTime(session.createdAt, locale)} · {text.seen}{' '}
                {formatDateTime(session.lastSeenAt, locale)}
              </div>
            </div>
            {session.isCurrent ? null : <EndSession id={session.id} label={text.end} />}
          </li>
        ))}
      </ul>
      {sessions.length < 2 ? null : <EndSession id="others" label={text.endOthers} />}
    </Panel>
  );
}

function EndSession({ id, label }: { id: string; label: string }) {
  return (
    <Form method="post" action="/account/sessions">
      <input type="hidden" name="sessionId" value={id} />
      <Button type="submit" weight="secondary">
        {label}
      </Button>
    </Form>
  );
}

interface PasskeyRow {
  id: string;
  name: string;
  hasPrf: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Own passkeys; the last one stays. */
export function PasskeyList({
  passkeys,
  fault,
}: {
  passkeys: readonly PasskeyRow[];
  fault: FormFault | undefined;
}) {
  return (
    <ul className="plain-list stack">
      {passkeys.map((passkey) => (
        <PasskeyItem
          key={passkey.id}
          passkey={passkey}
          isLast={passkeys.length === 1}
          fault={fault?.values['passkeyId'] === passkey.id ? fault : undefined}
        />
      ))}
    </ul>
  );
}

/** One passkey: its name, when it was used, renaming and removing. */
function PasskeyItem({
  passkey,
  isLast,
  fault,
}: {
  passkey: PasskeyRow;
  isLast: boolean;
  fault: FormFault | undefined;
}) {
  const { errorOf } = useFormFault(fault);
  const submit = useSubmit();
  const revoke = () => void submit({ intent: 'revoke', passkeyId: passkey.id }, { method: 'post' });
  const t = useText();
  const locale = useLocale();
  const { passkeys: text } = t.accounts.account;
  return (
    <li className="stack stack--small">
      <div className="row row--spread">
        <div>
          {passkey.name}
          <div className="person-details">
            {text.made} {formatDateTime(passkey.createdAt, locale)} · {text.used}{' '}
            {passkey.lastUsedAt === null ? text.never : formatDateTime(passkey.lastUsedAt, locale)}
            {passkey.hasPrf ? null : <div>{text.withoutPrf}</div>}
          </div>
        </div>
        {isLast ? (
          <span className="muted">{text.last}</span>
        ) : (
          <ConfirmButton
            label={text.revoke}
            title={text.revokeTitle(passkey.name)}
            busy={false}
            onConfirm={revoke}
          >
            <p>{text.revokeText}</p>
          </ConfirmButton>
        )}
      </div>
      <details open={fault !== undefined}>
        <summary>{text.rename}</summary>
        <Form method="post" className="row">
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="passkeyId" value={passkey.id} />
          <TextField
            name="name"
            label={text.renameLabel(passkey.name)}
            defaultValue={passkey.name}
            maxLength={60}
            error={errorOf('name')}
          />
          <ButtonRow>
            <Button type="submit" weight="secondary">
              {t.layout.save}
            </Button>
          </ButtonRow>
        </Form>
      </details>
    </li>
  );
}
