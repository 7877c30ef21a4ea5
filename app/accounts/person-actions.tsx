import { useId, useState, type ReactNode } from 'react';

import { SelectField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Dialog } from '#app/ui/page.tsx';

import { ConfirmButton } from './confirm-button.tsx';
import type { Role } from './permissions.ts';
import type { PersonChange } from './person-changes.ts';
import { makeGrants } from './team-grants.client.ts';
import type { Rotation } from './team-key-rotation.ts';
import type { TeamPerson } from './team-people.server.ts';
import type { SendChange } from './use-change.tsx';

interface ActionProps {
  person: TeamPerson;
  send: SendChange;
  isBusy: boolean;
}

const change = (value: PersonChange) => () => Promise.resolve(value);

/** Lets a waiting person in, with the keys of the team that this browser holds, or turns the person away. */
export function AdmitActions({ person, send, isBusy }: ActionProps) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  const admit = async (): Promise<PersonChange> => ({
    intent: 'admit',
    personId: person.id,
    grants: await makeGrants(person),
  });
  return (
    <>
      {person.returning === 'link_sent' || person.returning === 'access_ended' ? null : (
        <Button busy={isBusy} onClick={() => send(admit)}>
          {person.hasRecovered ? text.confirmRecovery : text.admit}
        </Button>
      )}
      <ConfirmButton
        label={text.decline}
        title={text.declineTitle(person.name)}
        busy={isBusy}
        onConfirm={() => send(change({ intent: 'decline_person', personId: person.id }))}
      >
        <p>
          {person.hasRecovered
            ? text.declineRecoveryText
            : person.returning
              ? text.declineReturnText
              : text.declineText}
        </p>
      </ConfirmButton>
    </>
  );
}

/**
 * Takes a person out of the agency for good.
 * @param rotation makes the team's new key in the lead's browser, for `receivers`; null on the desk, where nobody holds the
 *   agency's key
 */
export function WithdrawAction({
  person,
  send,
  isBusy,
  rotation,
}: ActionProps & {
  rotation: { prepare: () => Promise<Rotation | null>; receivers: ReactNode } | null;
}) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  const withdraw = async (): Promise<PersonChange> => ({
    intent: 'withdraw_person',
    personId: person.id,
    rotation: rotation ? await rotation.prepare() : null,
  });
  return (
    <ConfirmButton
      label={text.withdraw}
      weight="tertiary"
      title={text.withdrawTitle(person.name)}
      busy={isBusy}
      onConfirm={() => send(withdraw)}
    >
      <p>{text.withdrawText}</p>
      <p>{rotation ? text.withdrawKeyText : text.withdrawDeskText}</p>
      {rotation?.receivers}
    </ConfirmButton>
  );
}

/** Suspends a person, or ends a suspension; takes a refusal back. */
export function SuspendActions({ person, send, isBusy }: ActionProps) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  if (person.status === 'suspended' || person.status === 'declined')
    return (
      <Button
        weight="tertiary"
        busy={isBusy}
        onClick={() => send(change({ intent: 'reinstate_person', personId: person.id }))}
      >
        {person.status === 'suspended' ? text.reinstate : text.takeRefusalBack}
      </Button>
    );
  return (
    <ConfirmButton
      label={text.suspend}
      weight="tertiary"
      title={text.suspendTitle(person.name)}
      busy={isBusy}
      onConfirm={() => send(change({ intent: 'suspend_person', personId: person.id }))}
    >
      <p>{text.suspendText}</p>
    </ConfirmButton>
  );
}

/** First half of a change of role. */
export function ProposeRole({ person, send, isBusy, roles }: ActionProps & { roles: readonly Role[] }) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const others = roles.filter((role) => role !== person.role);
  const [role, setRole] = useState<Role | ''>('');
  return (
    <>
      <Button weight="tertiary" busy={isBusy} onClick={() => setOpen(true)}>
        {text.changeRole}
      </Button>
      <Dialog title={text.changeRoleTitle(person.name)} open={isOpen} onClose={() => setOpen(false)}>
        <p>{text.changeRoleText}</p>
        <SelectField
          id={id}
          label={text.newRole}
          emptyLabel={text.choose}
          choices={others.map((value) => ({ value, label: t.accounts.roles[value] }))}
          value={role}
          onChange={(event) => setRole(others.find((value) => value === event.target.value) ?? '')}
        />
        <div>
          <Button
            disabled={role === ''}
            onClick={() => {
              setOpen(false);
              if (role !== '') send(change({ intent: 'propose_role', personId: person.id, role }));
            }}
          >
            {text.propose}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** Second half, or setting the proposal aside. Whoever proposed can only take it back. */
export function AnswerRoleChange({ person, send, isBusy }: ActionProps) {
  const t = useText();
  const { people: text } = t.accounts.desk;
  if (!person.roleChange) return null;
  const { approvalId, isOwnProposal } = person.roleChange;
  return (
    <>
      {isOwnProposal ? null : (
        <Button busy={isBusy} onClick={() => send(change({ intent: 'confirm_role', approvalId }))}>
          {text.confirmRole}
        </Button>
      )}
      <Button
        weight="secondary"
        busy={isBusy}
        onClick={() => send(change({ intent: 'set_role_aside', approvalId }))}
      >
        {isOwnProposal ? text.takeBack : text.refuse}
      </Button>
    </>
  );
}
