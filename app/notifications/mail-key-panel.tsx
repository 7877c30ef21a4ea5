import { useState, type SubmitEvent } from 'react';
import { Form } from 'react-router';

import { TextArea } from '#app/forms/fields.tsx';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText, type Text } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Fingerprint, Panel } from '#app/ui/page.tsx';

import { looksPrivate } from './private-key-text.ts';

interface MailKeyPanelProps {
  mailKey: { fingerprint: string; expiresAt: Date | null } | null;
  now: Date;
  /** Code of what was wrong with the key that was sent. */
  fault: string | null;
}

/** The person's own OpenPGP key: notifications are encrypted to it. */
export function MailKeyPanel({ mailKey, now, fault }: MailKeyPanelProps) {
  const t = useText();
  const { key: text } = t.notifications;
  const [isPrivate, setPrivate] = useState(false);
  /** A private key must not even leave the browser. */
  const stopPrivateKey = (event: SubmitEvent<HTMLFormElement>) => {
    const typed = new FormData(event.currentTarget).get('publicKey');
    const found = typeof typed === 'string' && looksPrivate(typed);
    setPrivate(found);
    if (found) event.preventDefault();
  };
  const error = faultText(text.faults, isPrivate ? 'key_private' : fault);
  return (
    <Panel title={text.title}>
      <p>{text.lead}</p>
      {mailKey === null ? null : <CurrentKey mailKey={mailKey} now={now} />}
      <Form method="post" className="stack" onSubmit={stopPrivateKey}>
        <input type="hidden" name="intent" value="save_key" />
        <TextArea
          id="publicKey"
          name="publicKey"
          label={text.label}
          hint={text.hint}
          error={error}
          spellCheck={false}
          autoComplete="off"
        />
        <div>
          <Button type="submit" weight="secondary">
            {mailKey === null ? text.save : text.replace}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

function CurrentKey({ mailKey, now }: { mailKey: NonNullable<MailKeyPanelProps['mailKey']>; now: Date }) {
  const { key: text } = useText().notifications;
  const locale = useLocale();
  const { fingerprint, expiresAt } = mailKey;
  const ends = expiresAt === null ? '' : formatDate(expiresAt, locale);
  return (
    <div className="stack stack--small">
      <strong>{text.current}</strong>
      <Fingerprint value={fingerprint} />
      <p className="muted">{text.compare}</p>
      <p>{expiresAt === null ? text.never : expiresAt <= now ? text.expired(ends) : text.expires(ends)}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="remove_key" />
        <Button type="submit" weight="secondary">
          {text.remove}
        </Button>
      </Form>
    </div>
  );
}

function faultText(faults: Text['notifications']['key']['faults'], fault: string | null): string | undefined {
  if (fault === null) return undefined;
  const words: Record<string, string> = faults;
  return words[fault] ?? faults.key_not_readable;
}
