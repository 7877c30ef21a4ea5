import { data, redirect, useActionData, useLoaderData } from 'react-router';

import type { Actor } from '#app/accounts/actor.ts';
import {
  createCalendarFeed,
  findCalendarFeed,
  mayHaveCalendar,
  removeCalendarFeed,
} from '#app/calendar/calendar-feeds.server.ts';
import { CalendarPanel } from '#app/calendar/calendar-panel.tsx';
import { DomainError } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { ChoicesPanel } from '#app/notifications/choices-panel.tsx';
import { MailKeyPanel } from '#app/notifications/mail-key-panel.tsx';
import { timings } from '#app/notifications/notification-kinds.ts';
import {
  findNotificationSettings,
  removeMailKey,
  saveMailKey,
  saveNotificationChoices,
} from '#app/notifications/notification-settings.server.ts';
import { servicesContext, type Services } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Alert, PageHeading, PageMain } from '#app/ui/page.tsx';

import '#app/notifications/notifications.css';
import type { Route } from './+types/notifications';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'use_account');
  const { db } = context.get(servicesContext);
  const settings = await answerPage(() => findNotificationSettings(db, actor));
  return {
    ...settings,
    now: new Date(),
    hasCalendar: mayHaveCalendar(actor),
    calendarSince: (await findCalendarFeed(db, actor))?.createdAt ?? null,
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

const intentSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('choices') }).catchall(z.enum(timings)),
  z.strictObject({ intent: z.literal('save_key'), publicKey: z.string() }),
  z.strictObject({ intent: z.literal('remove_key') }),
  z.strictObject({ intent: z.literal('create_calendar') }),
  z.strictObject({ intent: z.literal('remove_calendar') }),
]);
type Intent = z.infer<typeof intentSchema>;

const noAnswer = { fault: null, address: null };

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'use_account');
  const services = context.get(servicesContext);
  const parsed = intentSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw data({ code: 'bad_input' }, 400);
  return answerPage(() => change(services, actor, parsed.data));
}

async function change(services: Services, actor: Actor, input: Intent) {
  const { db, config } = services;
  switch (input.intent) {
    case 'choices': {
      const { intent, ...choices } = input;
      await saveNotificationChoices(db, actor, choices);
      return redirect('/account/notifications?saved');
    }
    case 'save_key': {
      const fault = await faultOf(() => saveMailKey(services, actor, input.publicKey, new Date()));
      return fault === null ? redirect('/account/notifications?saved') : data({ ...noAnswer, fault }, 422);
    }
    case 'remove_key':
      await removeMailKey(services, actor);
      return redirect('/account/notifications?saved');
    case 'create_calendar': {
      // The answer shows the address this once; it is not kept, so there is nothing to redirect to.
      const { path } = await createCalendarFeed(db, actor, new Date());
      return data({ ...noAnswer, address: `${config.origin}${path}` });
    }
    case 'remove_calendar':
      await removeCalendarFeed(db, actor);
      return redirect('/account/notifications?saved');
  }
}

/** What was wrong with the key; other errors pass. */
async function faultOf(save: () => Promise<void>): Promise<string | null> {
  try {
    await save();
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.status === 422) return error.code;
    throw error;
  }
}

export default function Notifications() {
  const { notifications: text } = useText();
  const { kinds, locale, mailKey, now, hasCalendar, calendarSince, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PageMain narrow>
      <PageHeading>{text.title}</PageHeading>
      <p className="lead">{text.lead}</p>
      {isSaved && answer === undefined ? <Alert tone="success" title={text.saved} announce /> : null}
      <ChoicesPanel kinds={kinds} locale={locale} />
      <MailKeyPanel mailKey={mailKey} now={now} fault={answer?.fault ?? null} />
      {hasCalendar ? <CalendarPanel createdAt={calendarSince} address={answer?.address ?? null} /> : null}
    </PageMain>
  );
}
