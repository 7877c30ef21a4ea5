import { Link, useLoaderData } from 'react-router';

import { can } from '#app/accounts/actor.ts';
import { findAgency } from '#app/accounts/agencies.server.ts';
import { agencyChangeSchema } from '#app/accounts/agency-changes.ts';
import { changeAgency } from '#app/accounts/agency-changes.server.ts';
import {
  AgencyEndPanel,
  AgencyKeyPanel,
  DomainsPanel,
  VerificationHistory,
} from '#app/accounts/agency-panels.tsx';
import { AgencyStatus } from '#app/accounts/agency-status.tsx';
import { answerChange } from '#app/accounts/answer-change.server.ts';
import { findIntakeKey } from '#app/accounts/intake-key.server.ts';
import { InviteForm } from '#app/accounts/invite-form.tsx';
import { PeopleList } from '#app/accounts/people-list.tsx';
import { agencyRoles } from '#app/accounts/permissions.ts';
import {
  AdmitActions,
  AnswerRoleChange,
  ProposeRole,
  SuspendActions,
  WithdrawAction,
} from '#app/accounts/person-actions.tsx';
import type { TeamPerson } from '#app/accounts/team-people.server.ts';
import { NewAccessActions } from '#app/accounts/two-people-actions.tsx';
import { useChange } from '#app/accounts/use-change.tsx';
import { ConfirmVerification, ProposeVerification } from '#app/accounts/verification-panel.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/agency.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'see_agencies');
  const { db, config } = context.get(servicesContext);
  const intake = await findIntakeKey(db, config);
  return {
    intakeFingerprint: intake?.fingerprint ?? null,
    may: {
      propose: can(actor, 'propose_agency_verification'),
      confirm: can(actor, 'confirm_agency_verification'),
      end: can(actor, 'suspend_agency'),
      admit: can(actor, 'admit_agency_person'),
      suspend: can(actor, 'suspend_person'),
      withdraw: can(actor, 'withdraw_agency_person'),
      invite: can(actor, 'invite_staff'),
      proposeRole: can(actor, 'propose_role_change'),
      confirmRole: can(actor, 'confirm_role_change'),
    },
    access: { mayPropose: can(actor, 'propose_new_access'), mayConfirm: can(actor, 'confirm_new_access') },
    agency: await answerPage(async () => findAgency(db, actor, params.id, new Date())),
  };
}

export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'see_agencies');
  const services = context.get(servicesContext);
  return answerChange(async () =>
    changeAgency(services, actor, params.id, await readJson(request, agencyChangeSchema), new Date()),
  );
}

export default function AgencyPage() {
  const t = useText();
  const { agency: text } = t.accounts.desk;
  const { agency, may, intakeFingerprint } = useLoaderData<typeof loader>();
  const change = useChange();
  const { send, isBusy, notice } = change;
  const kinds: Readonly<Record<string, string>> = t.accounts.agencyKinds;
  const proposal = agency.verifications.find(({ confirmedAt, declinedAt }) => !confirmedAt && !declinedAt);
  const mayPropose = may.propose && (agency.status === 'pending' || agency.isDue);
  const panel = { agency, send, isBusy };
  return (
    <PageMain>
      <PageHeading
        title={agency.name}
        above={
          <Link className="kern-link" to="/desk/agencies">
            {text.back}
          </Link>
        }
      >
        {agency.name}
      </PageHeading>
      <div className="row">
        <AgencyStatus status={agency.status} />
        <span>
          {kinds[agency.agencyKind ?? ''] ?? agency.agencyKind} · {agency.country}
        </span>
      </div>
      {notice}
      {proposal && may.confirm ? (
        <ConfirmVerification
          proposal={proposal}
          agencyKey={agency.key}
          intakeFingerprint={intakeFingerprint}
          send={send}
          isBusy={isBusy}
        />
      ) : null}
      {!proposal && mayPropose ? <ProposeVerification send={send} isBusy={isBusy} /> : null}
      <section className="stack">
        <h2 className="kern-heading-medium">{text.people}</h2>
        {agency.people.length === 0 ? (
          <EmptyState title={text.nobody}>{text.nobodyText}</EmptyState>
        ) : (
          <PeopleList
            people={agency.people}
            caption={text.people}
            actions={(person) => <AgencyPersonActions person={person} change={change} />}
          />
        )}
      </section>
      <AgencyKeyPanel {...panel} intakeFingerprint={intakeFingerprint} mayCertify={may.confirm} />
      <VerificationHistory agency={agency} />
      {may.propose ? <DomainsPanel {...panel} /> : null}
      {may.invite && (agency.status === 'pending' || agency.status === 'verified') ? (
        <InviteForm roles={agencyRoles} />
      ) : null}
      {may.end ? <AgencyEndPanel {...panel} /> : null}
    </PageMain>
  );
}

function AgencyPersonActions({
  person,
  change,
}: {
  person: TeamPerson;
  change: ReturnType<typeof useChange>;
}) {
  const { may, access, agency } = useLoaderData<typeof loader>();
  const shared = { person, send: change.send, isBusy: change.isBusy };
  if (person.status === 'waiting')
    return (
      <>
        {may.admit && agency.status === 'verified' ? <AdmitActions {...shared} /> : null}
        <NewAccessActions {...shared} {...access} />
      </>
    );
  if (person.status === 'withdrawn') return null;
  // Those who were declined with their agency come back with it.
  const isAnswered = person.status !== 'declined' || agency.status !== 'declined';
  return (
    <>
      {person.roleChange && may.confirmRole ? <AnswerRoleChange {...shared} /> : null}
      {person.status === 'active' && !person.roleChange && may.proposeRole ? (
        <ProposeRole {...shared} roles={agencyRoles} />
      ) : null}
      {may.suspend && isAnswered ? <SuspendActions {...shared} /> : null}
      <NewAccessActions {...shared} {...access} />
      {may.withdraw && person.status !== 'declined' ? <WithdrawAction {...shared} rotation={null} /> : null}
    </>
  );
}
