import { Form } from 'react-router';

import { TextField } from '#app/forms/fields.tsx';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

interface CalendarPanelProps {
  /** When the feed was made; null without one. */
  createdAt: Date | null;
  /** The whole address, right after it was made. */
  address: string | null;
}

/** The secret address of the person's deadlines: made, shown once, made invalid. */
export function CalendarPanel({ createdAt, address }: CalendarPanelProps) {
  const { calendar: text } = useText().notifications;
  const locale = useLocale();
  return (
    <Panel title={text.title}>
      <p>{text.lead}</p>
      {address === null ? null : (
        <Alert tone="success" title={text.createdTitle} announce>
          <p>{text.createdHint}</p>
          <TextField id="calendar-address" label={text.label} value={address} readOnly />
        </Alert>
      )}
      {createdAt === null ? null : (
        <p>
          {text.since(formatDate(createdAt, locale))} {text.renewHint}
        </p>
      )}
      <div className="row">
        <Form method="post">
          <input type="hidden" name="intent" value="create_calendar" />
          <Button type="submit" weight="secondary">
            {createdAt === null ? text.create : text.renew}
          </Button>
        </Form>
        {createdAt === null ? null : (
          <Form method="post">
            <input type="hidden" name="intent" value="remove_calendar" />
            <Button type="submit" weight="secondary">
              {text.remove}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}
