import { Form, Link } from 'react-router';

import { SelectField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Panel } from '#app/ui/page.tsx';

import { timings } from './notification-kinds.ts';
import type { NotificationSettings } from './notification-settings.server.ts';

/** A choice for each kind of event. Works without scripts. */
export function ChoicesPanel({ kinds, locale }: Pick<NotificationSettings, 'kinds' | 'locale'>) {
  const t = useText();
  const { choices: text } = t.notifications;
  return (
    <Panel title={text.title}>
      {kinds.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="choices" />
          <div className="notification-choices">
            {kinds.map(({ kind, timing, fixed }) =>
              fixed ? (
                <div key={kind} className="stack stack--small">
                  <strong>{text.kinds[kind]}</strong>
                  <span>{text.fixed}</span>
                </div>
              ) : (
                <SelectField
                  key={kind}
                  id={kind}
                  name={kind}
                  label={text.kinds[kind]}
                  defaultValue={timing}
                  choices={timings.map((value) => ({ value, label: text.timings[value] }))}
                />
              ),
            )}
          </div>
          <p className="muted">{text.digest}</p>
          <p className="muted">{text.security}</p>
          <div>
            <Button type="submit">{t.layout.save}</Button>
          </div>
        </Form>
      )}
      <p>
        {text.language(t.layout.languageNames[locale])}{' '}
        <Link className="kern-link" to="/account">
          {text.changeLanguage}
        </Link>
      </p>
    </Panel>
  );
}
