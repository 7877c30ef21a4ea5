import { useLoaderData } from 'react-router';

import { can } from '#app/accounts/actor.ts';
import { answerChange } from '#app/accounts/answer-change.server.ts';
import { InviteForm } from '#app/accounts/invite-form.tsx';
import { staffInvitationSchema } from '#app/accounts/invitation-schemas.ts';
import { invitePerson } from '#app/accounts/invite-people.server.ts';
import { KeyGiving } from '#app/accounts/key-giving.tsx';
import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { PeopleList } from '#app/accounts/people-list.tsx';
import { providerRoles } from '#app/accounts/permissions.ts';
import {
  AdmitActions,
  AnswerRoleChange,
  ProposeRole,
  SuspendActions,
} from '#app/accounts/person-actions.tsx';
import { personChangeSchema } from '#app/accounts/person-changes.ts';
import { changePerson } from '#app/accounts/person-changes.server.ts';
import { listStaff, type TeamPerson } from '#app/accounts/team-people.server.ts';
import { NewAccessActions, StaffWithdrawalActions } from '#app/accounts/two-people-actions.tsx';
import { useChange } from '#app/accounts/use-change.tsx';
import { z } from '#app/forms/zod.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/staff.ts';

const invitationSchema = staffInvitationSchema.extend({ intent: z.literal('invite') });
const changeSchema = z.union([personChangeSchema, invitationSchema]);

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'see_staff');
  const { db } = context.get(servicesContext);
  return {
    ownId: actor.personId,
    may: {
      admit: can(actor, 'admit_staff'),
      confirmRecovery: can(actor, 'confirm_staff_recovery'),
      invite: can(actor, 'invite_staff'),
      suspend: can(actor, 'suspend_person'),
      proposeRole: can(actor, 'propose_role_change'),
      confirmRole: can(actor, 'confirm_role_change'),
    },
    access: { mayPropose: can(actor, 'propose_new_access'), mayConfirm: can(actor, 'confirm_new_access') },
    withdrawal: {
      mayPropose: can(actor, 'propose_staff_withdrawal'),
      mayConfirm: can(actor, 'confirm_staff_withdrawal'),
    },
    people: await answerPage(async () => listStaff(db, actor)),
  };
}

export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'see_staff');
  const services = context.get(servicesContext);
  return answerChange(async () => {
    const change = await readJson(request, changeSchema);
    if (change.intent !== 'invite') {
      await changePerson(services, actor, change, new Date());
      return {};
    }
    const { url } = await invitePerson(services, actor, { ...change, teamId: null }, new Date());
    return { link: url };
  });
}

export default function Staff() {
  const t = useText();
  const { staff: text } = t.accounts.desk;
  const { people, may } = useLoaderData<typeof loader>();
  const { send, isBusy, notice } = useChange();
  const list = (
    <PeopleList
      people={people}
      caption={text.title}
      actions={(person) => <StaffActions person={person} send={send} isBusy={isBusy} />}
    />
  );
  const isAnybodyWaiting = people.some(({ status }) => status === 'waiting');
  return (
    <PageMain>
      <PageHeading>{text.title}</PageHeading>
      <p>{text.lead}</p>
      {may.admit && isAnybodyWaiting ? <p>{text.compare}</p> : null}
      {notice}
      <KeyGiving people={people} teamKind="provider" send={send} isBusy={isBusy} />
      {may.admit && isAnybodyWaiting ? <NeedsUnlock>{list}</NeedsUnlock> : list}
      {may.invite ? <InviteForm roles={providerRoles} /> : null}
    </PageMain>
  );
}

const isSuspendable = (status: TeamPerson['status']) => status !== 'waiting' && status !== 'withdrawn';

type ActionProps = { person: TeamPerson } & Pick<ReturnType<typeof useChange>, 'send' | 'isBusy'>;

function StaffActions({ person, send, isBusy }: ActionProps) {
  const { ownId, may, access, withdrawal } = useLoaderData<typeof loader>();
  const shared = { person, send, isBusy };
  if (person.id === ownId)
    return <NewAccessActions {...shared} mayPropose={false} mayConfirm={false} isConcerned />;
  const mayAdmit = may.admit || (person.hasRecovered && may.confirmRecovery);
  if (person.status === 'waiting')
    return (
      <>
        {mayAdmit ? <AdmitActions {...shared} /> : null}
        <NewAccessActions {...shared} {...access} />
      </>
    );
  return (
    <>
      {person.roleChange && may.confirmRole ? <AnswerRoleChange {...shared} /> : null}
      {person.status === 'active' && !person.roleChange && may.proposeRole ? (
        <ProposeRole {...shared} roles={providerRoles} />
      ) : null}
      {may.suspend && isSuspendable(person.status) && person.key !== null ? (
        <SuspendActions {...shared} />
      ) : null}
      <NewAccessActions {...shared} {...access} />
      <StaffWithdrawalActions {...shared} {...withdrawal} />
    </>
  );
}
