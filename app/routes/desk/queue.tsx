import { redirect } from 'react-router';

import { z } from '#app/forms/zod.ts';
import { countOpenArrivals } from '#app/mail-intake/arrivals.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { readQueueCursor, readQueueFilter } from '#app/review/queue-filter.ts';
import { QueuePage } from '#app/review/queue-page.tsx';
import { listQueue } from '#app/review/queue.server.ts';
import { listSavedViews, removeView, saveView } from '#app/review/saved-views.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/queue';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_queue');
  const { db } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const filter = readQueueFilter(searchParams);
  const cursor = readQueueCursor(searchParams.get('after'));
  return answerPage(async () => ({
    filter,
    isLaterPage: cursor !== null,
    canSign: actor.role !== 'clerk',
    queue: await listQueue(db, actor, filter, cursor, new Date()),
    views: await listSavedViews(db, actor),
    openArrivals: await countOpenArrivals(db, actor),
  }));
}

const viewSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save_view'), name: z.string() }),
  z.object({ intent: z.literal('remove_view'), id: z.uuid() }),
]);

/** Saves the filter of the address as a view, or removes one. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'read_queue');
  const { db } = context.get(servicesContext);
  const { search, searchParams } = new URL(request.url);
  const form = viewSchema.safeParse(Object.fromEntries(await request.formData()));
  if (form.success)
    await answerPage(() =>
      form.data.intent === 'save_view'
        ? saveView(db, actor, form.data.name, readQueueFilter(searchParams), new Date())
        : removeView(db, actor, form.data.id),
    );
  return redirect(`/desk${search}`);
}

export default function Queue({ loaderData }: Route.ComponentProps) {
  return <QueuePage {...loaderData} />;
}
