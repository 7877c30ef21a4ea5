import { useLoaderData } from 'react-router';

import { can } from '#app/accounts/actor.ts';
import { answerChange } from '#app/accounts/answer-change.server.ts';
import { KeyGiving, KeyReceivers } from '#app/accounts/key-giving.tsx';
import { findTeamKey } from '#app/accounts/stored-keys.server.ts';
import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { PeopleList } from '#app/accounts/people-list.tsx';
import { AdmitActions, WithdrawAction } from '#app/accounts/person-actions.tsx';
import { personChangeSchema, type PersonChange } from '#app/accounts/person-changes.ts';
import { changePerson } from '#app/accounts/person-changes.server.ts';
import { makeRotation } from '#app/accounts/team-key-rotation.client.ts';
import { findRotation } from '#app/accounts/team-key-rotation.server.ts';
import { listColleagues, type TeamPerson } from '#app/accounts/team-people.server.ts';
import { NewAccessActions } from '#app/accounts/two-people-actions.tsx';
import { useChange } from '#app/accounts/use-change.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, EmptyState, Fingerprint, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/colleagues.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'see_colleagues');
  const { db, config } = context.get(servicesContext);
  const key = await findTeamKey(db, actor.teamId);
  return {
    ownId: actor.personId,
    teamName: actor.teamName,
    mayAdmit: can(actor, 'admit_colleague'),
    access: {
      mayPropose: can(actor, 'propose_colleague_access'),
      mayConfirm: can(actor, 'confirm_colleague_access'),
    },
    teamFingerprint: key?.fingerprint ?? null,
    isKeyCertified: key === null || key.certifiedBy !== null,
    rotation: await findRotation(db, { config }, actor),
    people: await answerPage(async () => listColleagues(db, actor)),
  };
}

export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'see_colleagues');
  const services = context.get(servicesContext);
  return answerChange(async () => {
    await changePerson(services, actor, await readJson(request, personChangeSchema), new Date());
    return {};
  });
}

export default function Colleagues() {
  const t = useText();
  const { colleagues: text } = t.accounts.desk;
  const { people, ownId, teamName, mayAdmit, access, rotation } = useLoaderData<typeof loader>();
  const { send, isBusy, notice } = useChange();
  const waiting = people.filter(({ status }) => status === 'waiting');
  const admitted = people.filter(({ status }) => status === 'active');
  const answerAccess = (person: TeamPerson) => {
    const isConcerned = person.id === ownId;
    const may = isConcerned ? { mayPropose: false, mayConfirm: false, isConcerned } : access;
    return <NewAccessActions person={person} send={send} isBusy={isBusy} {...may} />;
  };
  const admit = (person: TeamPerson) => (
    <>
      {mayAdmit && person.id !== ownId ? <AdmitActions person={person} send={send} isBusy={isBusy} /> : null}
      {answerAccess(person)}
    </>
  );
  const receiversWithout = (personId: string) =>
    (rotation?.holders ?? []).filter((one) => one.personId !== ownId && one.personId !== personId);
  const withdraw = (person: TeamPerson) => (
    <>
      {answerAccess(person)}
      {rotation && person.id !== ownId ? (
        <WithdrawAction
          person={person}
          send={send}
          isBusy={isBusy}
          rotation={{
            prepare: async () => (person.holdsTeamKey ? makeRotation(rotation, ownId, person.id) : null),
            receivers: person.holdsTeamKey ? <KeyReceivers receivers={receiversWithout(person.id)} /> : null,
          }}
        />
      ) : null}
    </>
  );
  const hasProposals = people.some(({ newAccess }) => newAccess !== null);
  return (
    <PageMain>
      <PageHeading above={teamName}>{text.title}</PageHeading>
      {notice}
      <KeyNews send={send} isBusy={isBusy} />
      <KeyGiving people={people} teamKind="agency" send={send} isBusy={isBusy} />
      {waiting.length === 0 ? null : (
        <section className="stack">
          <h2 className="kern-heading-medium">{text.waiting}</h2>
          <p>{mayAdmit ? text.waitingLead : text.waitingInfo}</p>
          {mayAdmit ? (
            <NeedsUnlock>
              <PeopleList people={waiting} caption={text.waiting} actions={admit} />
            </NeedsUnlock>
          ) : (
            <PeopleList
              people={waiting}
              caption={text.waiting}
              {...(hasProposals ? { actions: answerAccess } : {})}
            />
          )}
        </section>
      )}
      <section className="stack">
        <h2 className="kern-heading-medium">{text.admitted}</h2>
        {rotation && admitted.length > 1 ? (
          <NeedsUnlock>
            <PeopleList people={admitted} caption={text.admitted} actions={withdraw} />
          </NeedsUnlock>
        ) : (
          <PeopleList
            people={admitted}
            caption={text.admitted}
            {...(hasProposals ? { actions: answerAccess } : {})}
          />
        )}
        {admitted.length < 2 && waiting.length === 0 ? (
          <EmptyState title={text.alone}>{text.aloneText}</EmptyState>
        ) : null}
      </section>
    </PageMain>
  );
}

/** What waits with the agency's key: a new one that must be made, or the new one's certification. */
function KeyNews({ send, isBusy }: Pick<ReturnType<typeof useChange>, 'send' | 'isBusy'>) {
  const t = useText();
  const { colleagues: text } = t.accounts.desk;
  const { ownId, rotation, teamFingerprint, isKeyCertified } = useLoaderData<typeof loader>();
  if (rotation?.isDue === true) {
    const rotate = async (): Promise<PersonChange> => ({
      intent: 'rotate_team_key',
      rotation: await makeRotation(rotation, ownId, null),
    });
    return (
      <Panel title={text.rotationDue}>
        <p>{text.rotationDueText}</p>
        <KeyReceivers receivers={rotation.holders.filter(({ personId }) => personId !== ownId)} />
        <NeedsUnlock>
          <div>
            <Button busy={isBusy} onClick={() => send(rotate)}>
              {text.rotate}
            </Button>
          </div>
        </NeedsUnlock>
      </Panel>
    );
  }
  if (isKeyCertified || teamFingerprint === null) return null;
  return (
    <Alert tone="warning" title={text.uncertified}>
      <p>{text.uncertifiedText}</p>
      <Fingerprint value={teamFingerprint} />
    </Alert>
  );
}
