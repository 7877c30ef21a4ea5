import { Link, useLoaderData } from 'react-router';

import { answerChange } from '#app/accounts/answer-change.server.ts';
import { intakeKeyChangeSchema, maxIntakeKeyChangeBytes } from '#app/accounts/intake-key-change.ts';
import { changeIntakeKey } from '#app/accounts/intake-key-change.server.ts';
import { IntakeKeyPanel } from '#app/accounts/intake-key-panel.tsx';
import { useChange } from '#app/accounts/use-change.tsx';
import { findKeysOverview } from '#app/accounts/keys-page.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
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

export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'manage_keys');
  const services = context.get(servicesContext);
  return answerChange(async () => {
    const change = await readJson(request, intakeKeyChangeSchema, maxIntakeKeyChangeBytes);
    await changeIntakeKey(services, actor, change, new Date());
    return {};
  });
}

export default function Keys() {
  const t = useText();
  const { keys: text } = t.accounts.desk;
  const { ownId, intake, holders, change } = useLoaderData<typeof loader>();
  const { send, isBusy, notice } = useChange();
  return (
    <PageMain>
      <PageHeading>{text.title}</PageHeading>
      {notice}
      <Panel title={text.intake}>
        {intake ? (
          <>
            <p>
              <Fingerprint value={intake.fingerprint} />
            </p>
            {intake.isPinned ? (
              <PinnedBy />
            ) : (
              <Alert tone="danger" title={text.notPinned}>
                <p>{text.notPinnedText}</p>
              </Alert>
            )}
            {intake.isKnownOutside ? (
              <Alert tone="warning" title={text.knownOutside}>
                <p>{text.knownOutsideText}</p>
                <p>
                  <a className="kern-link" href="#key-change">
                    {t.accounts.desk.keyChange.toChange}
                  </a>
                </p>
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
      {change ? <IntakeKeyPanel ownId={ownId} change={change} send={send} isBusy={isBusy} /> : null}
      <AgencyKeys />
      <FormerKeys />
    </PageMain>
  );
}

/** Where the fingerprint is recorded, and whether the operator should write down another one. */
function PinnedBy() {
  const { keys: text } = useText().accounts.desk;
  const { intake, isPinnedBySetup } = useLoaderData<typeof loader>();
  if (intake?.isPinnedByFormer === true)
    return (
      <Alert tone="warning" title={text.pinnedByFormer}>
        <p>{text.pinnedByFormerText}</p>
      </Alert>
    );
  return <p>{isPinnedBySetup ? text.pinnedBySetup : text.pinned}</p>;
}

function FormerKeys() {
  const { keyChange: text } = useText().accounts.desk;
  const { former } = useLoaderData<typeof loader>();
  if (former.length === 0) return null;
  return (
    <Panel title={text.former}>
      <p>{text.formerText}</p>
      <ul>
        {former.map((fingerprint) => (
          <li key={fingerprint}>
            <Fingerprint value={fingerprint} />
          </li>
        ))}
      </ul>
    </Panel>
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
