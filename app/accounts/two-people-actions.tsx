import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { ConfirmButton } from './confirm-button.tsx';
import type { PersonChange } from './person-changes.ts';
import type { TeamPerson } from './team-people.server.ts';
import type { SendChange } from './use-change.tsx';

interface ActionProps {
  person: TeamPerson;
  send: SendChange;
  isBusy: boolean;
}

/** What this person may do about a step that takes two. */
interface Halves {
  mayPropose: boolean;
  mayConfirm: boolean;
}

/**
 * New access for somebody who lost passkeys and recovery code: the proposal, or the answer to it.
 * @param isConcerned it is one's own row: whoever still has a passkey can say no
 */
export function NewAccessActions(props: ActionProps & Halves & { isConcerned?: boolean }) {
  const { person, send, isBusy, mayPropose, mayConfirm, isConcerned = false } = props;
  const t = useText();
  const { people: text } = t.accounts.desk;
  const { newAccess, name, id } = person;
  const sendNow = (change: PersonChange) => () => send(() => Promise.resolve(change));
  if (person.status !== 'active' && person.status !== 'waiting') return null;
  if (!newAccess)
    // Somebody who has no key yet has lost nothing, except after a link that was not used.
    return mayPropose && (person.key !== null || person.returning !== null) ? (
      <ConfirmButton
        label={text.access}
        weight="tertiary"
        action={text.propose}
        title={text.accessTitle(name)}
        busy={isBusy}
        onConfirm={sendNow({ intent: 'propose_access', personId: id })}
      >
        <p>{text.accessText}</p>
        <p>{text.accessThen}</p>
      </ConfirmButton>
    ) : null;
  const { approvalId, isOwnProposal } = newAccess;
  return (
    <>
      {mayConfirm && !isOwnProposal ? (
        <ConfirmButton
          label={text.confirmAccess}
          title={text.confirmAccessTitle(name)}
          busy={isBusy}
          onConfirm={sendNow({ intent: 'confirm_access', approvalId })}
        >
          <p>{text.confirmAccessText}</p>
          <p>{text.accessThen}</p>
        </ConfirmButton>
      ) : null}
      {mayConfirm || isOwnProposal || isConcerned ? (
        <Button
          weight="secondary"
          busy={isBusy}
          onClick={sendNow({ intent: 'set_access_aside', approvalId })}
        >
          {isOwnProposal ? text.takeBack : text.refuse}
        </Button>
      ) : null}
    </>
  );
}

/** Takes somebody out of the provider's team for good: the proposal, or the answer to it. */
export function StaffWithdrawalActions(props: ActionProps & Halves) {
  const { person, send, isBusy, mayPropose, mayConfirm } = props;
  const t = useText();
  const { people: text } = t.accounts.desk;
  const { withdrawal, name, id } = person;
  const sendNow = (change: PersonChange) => () => send(() => Promise.resolve(change));
  if (person.status !== 'active' && person.status !== 'suspended') return null;
  if (!withdrawal)
    return mayPropose ? (
      <ConfirmButton
        label={text.withdrawStaff}
        weight="tertiary"
        action={text.propose}
        title={text.withdrawStaffTitle(name)}
        busy={isBusy}
        onConfirm={sendNow({ intent: 'propose_staff_withdrawal', personId: id })}
      >
        <p>{text.withdrawStaffText}</p>
      </ConfirmButton>
    ) : null;
  const { approvalId, isOwnProposal } = withdrawal;
  if (!mayConfirm) return null;
  return (
    <>
      {isOwnProposal ? null : (
        <ConfirmButton
          label={text.confirmWithdrawal}
          title={text.confirmWithdrawalTitle(name)}
          busy={isBusy}
          onConfirm={sendNow({ intent: 'confirm_staff_withdrawal', approvalId })}
        >
          <p>{text.confirmWithdrawalText}</p>
        </ConfirmButton>
      )}
      <Button
        weight="secondary"
        busy={isBusy}
        onClick={sendNow({ intent: 'set_staff_withdrawal_aside', approvalId })}
      >
        {isOwnProposal ? text.takeBack : text.refuse}
      </Button>
    </>
  );
}
