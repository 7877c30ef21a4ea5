/**
 * Who gets a key of the team, before it is given: by name and with the fingerprint. The server says whose key is whose, so
 * nothing is sealed to a person's key unless somebody decided it here, on the list of new members or in a change of keys.
 */
import { SealingError } from '#app/sealing/sealing-error.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Fingerprint } from '#app/ui/page.tsx';

import { ConfirmButton } from './confirm-button.tsx';
import { NeedsUnlock } from './needs-unlock.tsx';
import type { PersonChange } from './person-changes.ts';
import { makeGrants } from './team-grants.client.ts';
import type { TeamPerson } from './team-people.server.ts';
import type { SendChange } from './use-change.tsx';

type TeamKind = 'provider' | 'agency';

interface GivingProps {
  teamKind: TeamKind;
  send: SendChange;
  isBusy: boolean;
}

/** Members who were let in and lack keys that the one who looks holds; nothing when there is nobody. */
export function KeyGiving({ people, ...giving }: GivingProps & { people: readonly TeamPerson[] }) {
  const { keyGiving: text } = useText().accounts.desk;
  const lacking = people.filter(({ status, keysToGive }) => status === 'active' && keysToGive.length > 0);
  if (lacking.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="kern-heading-medium">{text.title}</h2>
      <p>{text.lead[giving.teamKind]}</p>
      <NeedsUnlock>
        <ul className="plain-list stack">
          {lacking.map((person) => (
            <li key={person.id} className="row row--spread">
              <LackingPerson person={person} teamKind={giving.teamKind} />
              {/* Another key would be another person: an open dialog does not stay for it. */}
              <GiveKeys key={person.key?.fingerprint} person={person} {...giving} />
            </li>
          ))}
        </ul>
      </NeedsUnlock>
    </section>
  );
}

function LackingPerson({ person, teamKind }: { person: TeamPerson; teamKind: TeamKind }) {
  const t = useText();
  const locale = useLocale();
  const { keyGiving: text, people } = t.accounts.desk;
  const { admission } = person;
  const isFromOutside = teamKind === 'agency' && admission?.isByPortal === true;
  const admittedBy = isFromOutside ? text.admittedByPortal : text.admittedBy;
  return (
    <div>
      {person.name}
      <div className="person-details">
        <div>
          {person.email} · {t.accounts.roles[person.role]}
        </div>
        {admission ? <div>{admittedBy(admission.by, formatDateTime(admission.at, locale))}</div> : null}
        {person.key ? (
          <>
            <div>{people.fingerprint}:</div>
            <Fingerprint value={person.key.fingerprint} />
          </>
        ) : null}
      </div>
    </div>
  );
}

/** All keys that the person lacks at once, after what they open and whose key it is was said. */
function GiveKeys({ person, teamKind, send, isBusy }: GivingProps & { person: TeamPerson }) {
  const { keyGiving: text } = useText().accounts.desk;
  if (!person.key) return null;
  const give = async (): Promise<PersonChange> => {
    const grants = await makeGrants(person);
    // The own copies of these keys did not open.
    if (grants.length === 0) throw new SealingError('grant_invalid');
    return { intent: 'give_team_keys', personId: person.id, grants };
  };
  return (
    <ConfirmButton
      label={text.give}
      title={text.giveTitle(person.name)}
      busy={isBusy}
      onConfirm={() => send(give)}
    >
      <p>{text.compare}</p>
      <p>
        <Fingerprint value={person.key.fingerprint} />
      </p>
      <p>{text.means[teamKind]}</p>
    </ConfirmButton>
  );
}

/** Whom a new key of the team is sealed to, besides the one who makes it. */
export function KeyReceivers(props: {
  receivers: readonly { personId: string; name: string; fingerprint: string }[];
}) {
  const { keyGiving: text } = useText().accounts.desk;
  if (props.receivers.length === 0) return <p>{text.noReceivers}</p>;
  return (
    <>
      <p>{text.receivers}</p>
      <ul>
        {props.receivers.map(({ personId, name, fingerprint }) => (
          <li key={personId}>
            {name}
            <div className="person-details">
              <Fingerprint value={fingerprint} />
            </div>
          </li>
        ))}
      </ul>
      <p>{text.receiversHint}</p>
    </>
  );
}
