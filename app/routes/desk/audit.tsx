import { data, Form, Link, useActionData, useLoaderData, useNavigation } from 'react-router';

import { AuditEvent, EventsOf } from '#app/accounts/audit-event.tsx';
import { listAuditEvents, verifyAuditLog } from '#app/accounts/audit-log.server.ts';
import { auditObjects, type AuditObject } from '#app/accounts/audit-objects.ts';
import { z } from '#app/forms/zod.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, EmptyState, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/audit.ts';

const filterSchema = z.object({
  before: z.coerce.number().int().positive().nullable().catch(null),
  objectType: z.enum(auditObjects).nullable().catch(null),
  objectId: z.uuid().nullable().catch(null),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_audit_log');
  const { db } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const filter = filterSchema.parse({
    before: searchParams.get('before'),
    objectType: searchParams.get('type'),
    objectId: searchParams.get('object'),
  });
  return { ...(await answerPage(async () => listAuditEvents(db, actor, filter))), filter };
}

/** Walks the whole chain. A post, because it is work for the server; it changes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'read_audit_log');
  const { db } = context.get(servicesContext);
  return data({ fault: await answerPage(async () => verifyAuditLog(db, actor)), checkedAt: new Date() });
}

function addressOf(filter: {
  before?: number | null;
  objectType: AuditObject | null;
  objectId: string | null;
}) {
  const search = new URLSearchParams();
  if (filter.objectType !== null) search.set('type', filter.objectType);
  if (filter.objectId !== null) search.set('object', filter.objectId);
  if (filter.before) search.set('before', String(filter.before));
  return `/desk/audit?${search.toString()}`;
}

export default function Audit() {
  const t = useText();
  const { auditLog: text } = t;
  const { events, next, filter } = useLoaderData<typeof loader>();
  return (
    <PageMain>
      <PageHeading>{text.title}</PageHeading>
      <p>{text.lead}</p>
      <ChainCheck />
      <nav aria-label={text.filter} className="audit-filter row">
        {[null, ...auditObjects].map((objectType) => (
          <Link
            key={objectType ?? 'all'}
            className="kern-link"
            to={addressOf({ objectType, objectId: null })}
            aria-current={filter.objectId === null && filter.objectType === objectType ? 'true' : undefined}
          >
            {objectType === null ? text.all : text.objects[objectType]}
          </Link>
        ))}
      </nav>
      {events.length === 0 ? <EmptyState title={text.none} /> : <EventTable />}
      {next === null ? null : (
        <p>
          <Link className="kern-link" to={addressOf({ ...filter, before: next })}>
            {text.older}
          </Link>
        </p>
      )}
    </PageMain>
  );
}

function ChainCheck() {
  const t = useText();
  const locale = useLocale();
  const { auditLog: text } = t;
  const checked = useActionData<typeof action>();
  const isBusy = useNavigation().state === 'submitting';
  return (
    <Panel title={text.chain}>
      <p>{text.chainLead}</p>
      {checked === undefined ? null : checked.fault === null ? (
        <Alert tone="success" title={text.whole(formatDateTime(checked.checkedAt, locale))} announce />
      ) : (
        <Alert tone="danger" title={text.broken(checked.fault.position)} announce>
          <p>{text.faults[checked.fault.fault]}</p>
        </Alert>
      )}
      <Form method="post">
        <Button type="submit" weight="secondary" busy={isBusy}>
          {text.check}
        </Button>
      </Form>
    </Panel>
  );
}

function EventTable() {
  const t = useText();
  const locale = useLocale();
  const { auditLog: text } = t;
  const { events } = useLoaderData<typeof loader>();
  return (
    <div className="table-frame">
      <table>
        <caption className="visually-hidden">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.at}</th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.object}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.position}>
              <td data-label={text.number}>{event.position}</td>
              <td data-label={text.at}>{formatDateTime(event.at, locale)}</td>
              <td data-label={text.who}>{event.actorName ?? text.system}</td>
              <td className="audit-event" data-label={text.what}>
                <AuditEvent event={event} />
              </td>
              <td data-label={text.object}>
                <EventsOf id={event.objectId} type={event.objectType} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
