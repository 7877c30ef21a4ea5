import { Link } from 'react-router';

import { eventClause, eventFacts, shorten, type FactValue } from '#app/text/audit-log/facts.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Fingerprint } from '#app/ui/page.tsx';

import type { listAuditEvents } from './audit-log.server.ts';

type AuditEvent = Awaited<ReturnType<typeof listAuditEvents>>['events'][number];

/** What happened, in words; below it, folded, what the chain of hashes was made over. */
export function AuditEvent({ event }: { event: AuditEvent }) {
  const t = useText();
  const locale = useLocale();
  const { auditLog: text } = t;
  const facts = eventFacts(t, locale, event.payload);
  const { position, type, objectType, objectId, payload, hash } = event;
  return (
    <>
      <p>
        <strong>{eventClause(t, event)}</strong>
      </p>
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(({ name, label, value }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <FactText value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary>
          {text.technical} <span className="visually-hidden">{text.technicalOf(position)}</span>
        </summary>
        <pre>{JSON.stringify({ type, objectType, objectId, payload, hash }, null, 2)}</pre>
      </details>
    </>
  );
}

function FactText({ value }: { value: FactValue }) {
  switch (value.as) {
    case 'text':
      return value.text;
    case 'fingerprint':
      return <Fingerprint value={value.fingerprint} />;
    case 'token':
      return <code title={value.token}>{shorten(value.token)}</code>;
    case 'reference':
      return <EventsOf id={value.id} />;
  }
}

/** Narrows the log to the events of one thing. */
export function EventsOf({ id, type }: { id: string; type?: string }) {
  const { auditLog: text } = useText();
  const names: Readonly<Record<string, string>> = text.oneObject;
  return (
    <Link className="kern-link" to={`/desk/audit?object=${id}`} title={id}>
      {type === undefined ? shorten(id) : `${names[type] ?? type}\u00a0${shorten(id)}`}
    </Link>
  );
}
