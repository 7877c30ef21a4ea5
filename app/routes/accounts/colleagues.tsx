import { useLoaderData } from 'react-router';

import { can } from '#app/accounts/actor.ts';
import { answerChange } from '#app/accounts/answer-change.server.ts';
import { findTeamKey } from '#app/accounts/stored-keys.server.ts';
import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { PeopleList } from '#app/accounts/people-list.tsx';
import { AdmitActions } from '#app/accounts/person-actions.tsx';
import { personChangeSchema } from '#app/accounts/person-changes.ts';
import { changePerson } from '#app/accounts/person-changes.server.ts';
import { listColleagues, type TeamPerson } from '#app/accounts/team-people.server.ts';
import { useChange } from '#app/accounts/use-change.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/colleagues.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'see_colleagues');
  const { db } = context.get(servicesContext);
  const key = await findTeamKey(db, actor.teamId);
  return {
    ownId: actor.personId,
    teamName: actor.teamName,
    mayAdmit: can(actor, 'admit_colleague'),
    teamFingerprint: key?.fingerprint ?? null,
    people: await answerPage(async () => listColleagues(db, actor)),
  };
}

export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'admit_colleague');
  const services = context.get(servicesContext);
  return answerChange(async () => {
    await changePerson(services, actor, await readJson(request, personChangeSchema), new Date());
    return {};
  });
}

export default function Colleagues() {
  const t = useText();
  const { colleagues: text } = t.accounts.desk;
  const { people, ownId, teamName, mayAdmit, teamFingerprint } = useLoaderData<typeof loader>();
  const { send, isBusy, notice } = useChange();
  const waiting = people.filter(({ status }) => status === 'waiting');
  const admitted = people.filter(({ status }) => status === 'active');
  const admit = (person: TeamPerson) =>
    mayAdmit && person.id !== ownId ? (
      <AdmitActions person={person} send={send} isBusy={isBusy} ownTeamFingerprint={teamFingerprint} />
    ) : null;
  return (
    <PageMain>
      <PageHeading above={teamName}>{text.title}</PageHeading>
      {notice}
      {waiting.length === 0 ? null : (
        <section className="stack">
          <h2 className="kern-heading-medium">{text.waiting}</h2>
          <p>{mayAdmit ? text.waitingLead : text.waitingInfo}</p>
          {mayAdmit ? (
            <NeedsUnlock>
              <PeopleList people={waiting} caption={text.waiting} actions={admit} />
            </NeedsUnlock>
          ) : (
            <PeopleList people={waiting} caption={text.waiting} />
          )}
        </section>
      )}
      <section className="stack">
        <h2 className="kern-heading-medium">{text.admitted}</h2>
        <PeopleList people={admitted} caption={text.admitted} />
        {admitted.length < 2 && waiting.length === 0 ? (
          <EmptyState title={text.alone}>{text.aloneText}</EmptyState>
        ) : null}
      </section>
    </PageMain>
  );
}
