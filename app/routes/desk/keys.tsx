import { Link, useLoaderData } from 'react-router';

import { findKeysOverview } from '#app/accounts/keys-page.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, Badge, EmptyState, Fingerprint, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/keys.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'manage_keys');
  const { db, config } = context.get(servicesContext);
  return answerPage(async () => findKeysOverview(db, config, actor, new Date()));
}

export default function Keys() {
  const t = useText();
  const { keys: text } = t.accounts.desk;
  const { intake, isPinnedBySetup, holders } = useLoaderData<typeof loader>();
  return (
    <PageMain>
      <PageHeading>{text.title}</PageHeading>
      <Panel title={text.intake}>
        {intake ? (
          <>
            <p>
              <Fingerprint value={intake.fingerprint} />
            </p>
            {intake.isPinned ? (
              <p>{isPinnedBySetup ? text.pinnedBySetup : text.pinned}</p>
            ) : (
              <Alert tone="danger" title={text.notPinned}>
                <p>{text.notPinnedText}</p>
              </Alert>
            )}
            {intake.isKnownOutside ? (
              <Alert tone="warning" title={text.knownOutside}>
                <p>{text.knownOutsideText}</p>
              </Alert>
            ) : null}
            <p>
              <Link className="kern-link" to="/key">
                {text.publicPage}
              </Link>
            </p>
          </>
        ) : (
          <p>{text.noIntake}</p>
        )}
      </Panel>
      <Panel title={text.holders}>
        <p>{text.holdersLead}</p>
        <ul>
          {holders.map(({ id, name, role, status }) => (
            <li key={id}>
              {name}, {t.accounts.roles[role]}
              {status === 'active' ? null : ` (${t.accounts.personStatuses[status]})`}
            </li>
          ))}
        </ul>
      </Panel>
      <AgencyKeys />
    </PageMain>
  );
}

function AgencyKeys() {
  const t = useText();
  const locale = useLocale();
  const { keys: text } = t.accounts.desk;
  const { agencies } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2 className="kern-heading-medium">{text.agencies}</h2>
      {agencies.length === 0 ? (
        <EmptyState title={text.noAgencies}>{text.noAgenciesText}</EmptyState>
      ) : (
        <div className="table-frame">
          <table>
            <caption className="visually-hidden">{text.agencies}</caption>
            <thead>
              <tr>
                <th scope="col">{text.agency}</th>
                <th scope="col">{text.fingerprint}</th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {agencies.map((agency) => (
                <tr key={agency.fingerprint}>
                  <th scope="row">
                    <Link className="kern-link" to={`/desk/agencies/${agency.teamId}`}>
                      {agency.teamName}
                    </Link>
                  </th>
                  <td data-label={text.fingerprint}>
                    <Fingerprint value={agency.fingerprint} />
                  </td>
                  <td data-label={text.state}>
                    <Badge tone={agency.isCertified ? 'success' : 'warning'}>
                      {agency.isCertified && agency.certifiedAt
                        ? text.certifiedAt(formatDate(agency.certifiedAt, locale))
                        : text.notCertified}
                    </Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
