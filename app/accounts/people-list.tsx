import type { ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';
import { Badge, Fingerprint, type Tone } from '#app/ui/page.tsx';

import type { TeamPerson } from './team-people.server.ts';

const tones: Record<TeamPerson['status'], Tone> = {
  waiting: 'warning',
  active: 'success',
  declined: 'danger',
  suspended: 'danger',
  withdrawn: 'info',
};

/** People of a team as a table; on a narrow screen each becomes a card. `actions` is what may be done with a person. */
export function PeopleList(props: {
  people: readonly TeamPerson[];
  caption: string;
  actions?: (person: TeamPerson) => ReactNode;
}) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  return (
    <div className="table-frame">
      <table>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.role}</th>
            <th scope="col">{text.status}</th>
            {props.actions ? <th scope="col">{text.actions}</th> : null}
          </tr>
        </thead>
        <tbody>
          {props.people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <PersonDetails person={person} />
              </th>
              <td data-label={text.role}>
                {t.accounts.roles[person.role]}
                {person.roleChange ? (
                  <div className="muted">
                    {text.roleProposed(roleName(t.accounts.roles, person.roleChange.role))}
                  </div>
                ) : null}
              </td>
              <td data-label={text.status}>
                <Badge tone={tones[person.status]}>{t.accounts.personStatuses[person.status]}</Badge>
                {person.hasRecovered ? <div className="muted">{text.recovered}</div> : null}
                {person.newAccess ? <div className="muted">{text.accessProposed}</div> : null}
                {person.withdrawal ? <div className="muted">{text.withdrawalProposed}</div> : null}
                {person.returning === 'link_sent' ? <div className="muted">{text.linkSent}</div> : null}
                {person.returning === 'link_used' ? <div>{text.linkUsed}</div> : null}
                {person.returning === 'access_ended' ? <div>{text.accessEnded}</div> : null}
                {person.status === 'active' && !person.holdsTeamKey && person.role !== 'auditor' ? (
                  <div className="muted">{text.withoutKey}</div>
                ) : person.status === 'active' && person.keysToGive.length > 0 ? (
                  <div className="muted">{text.withoutOlderKey}</div>
                ) : null}
              </td>
              {props.actions ? (
                <td>
                  <div className="row person-actions">{props.actions(person)}</div>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const roleName = (roles: Readonly<Record<string, string>>, role: string) => roles[role] ?? role;

function PersonDetails({ person }: { person: TeamPerson }) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  const position = [person.rank, person.unit].filter((part) => part !== '').join(', ');
  return (
    <>
      {person.name}
      <div className="person-details">
        <div>{person.email}</div>
        {position === '' ? null : <div>{position}</div>}
        {person.telephone === '' ? null : <div>{person.telephone}</div>}
        {person.key && person.status === 'waiting' ? (
          <>
            <div>{text.fingerprint}:</div>
            <Fingerprint value={person.key.fingerprint} />
          </>
        ) : null}
      </div>
    </>
  );
}
