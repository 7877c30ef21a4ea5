import { useCallback, useId, useState, type FormEvent } from 'react';

import { TextField } from '#app/forms/fields.tsx';
import { useOpened } from '#app/legal-requests/pages/use-opened.ts';
import type { PublicKeyInfo } from '#app/sealing/sealing-types.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Fingerprint, Panel, SummaryList } from '#app/ui/page.tsx';

import { ConfirmButton } from './confirm-button.tsx';
import {
  checkIntakeKeyProposal,
  makeIntakeKeyConfirmation,
  makeIntakeKeyProposal,
} from './intake-key-change.client.ts';
import { areLastGroups, withoutLastGroups } from './fingerprint-groups.ts';
import { KeyReceivers } from './key-giving.tsx';
import type { IntakeKeyNews, OpenIntakeKeyProposal } from './keys-page.server.ts';
import { NeedsUnlock } from './needs-unlock.tsx';
import { SealingBlockNotice } from './sealing-block.tsx';
import { useSealingKeys } from './sealing-keys-context.tsx';
import { noteTeamKey } from './unlocked-room.client.ts';
import type { SendChange } from './use-change.tsx';

interface Sending {
  send: SendChange;
  isBusy: boolean;
}

interface IntakeKeyPanelProps extends Sending {
  ownId: string;
  change: IntakeKeyNews;
}

/** Changing the intake key: the button for it, or the proposal that waits for the second person. */
export function IntakeKeyPanel({ ownId, change, send, isBusy }: IntakeKeyPanelProps) {
  const { keyChange: text } = useText().accounts.desk;
  const { proposal, needs } = change;
  return (
    <div id="key-change" className="stack">
      {proposal ? <ProposalPanel proposal={proposal} send={send} isBusy={isBusy} /> : null}
      {proposal && proposal.state !== 'expired' ? null : (
        <Panel title={text.title}>
          <p>{text.lead}</p>
          {needs ? (
            <NeedsUnlock>
              <ProposeButton ownId={ownId} needs={needs} send={send} isBusy={isBusy} />
            </NeedsUnlock>
          ) : (
            <p className="muted">{text.mayNot}</p>
          )}
        </Panel>
      )}
    </div>
  );
}

function ProposeButton({
  ownId,
  needs,
  send,
  isBusy,
}: Sending & { ownId: string; needs: NonNullable<IntakeKeyNews['needs']> }) {
  const { keyChange: text } = useText().accounts.desk;
  const keys = useSealingKeys();
  if (keys.state !== 'ready') return <SealingBlockNotice />;
  return (
    <div>
      <ConfirmButton
        label={text.make}
        title={text.makeTitle}
        busy={isBusy}
        onConfirm={() => send(() => makeIntakeKeyProposal(needs, keys.intake, ownId))}
      >
        <p>{text.makeText}</p>
        <KeyReceivers receivers={needs.holders.filter(({ personId }) => personId !== ownId)} />
      </ConfirmButton>
    </div>
  );
}

function ProposalPanel({ proposal, send, isBusy }: Sending & { proposal: OpenIntakeKeyProposal }) {
  const t = useText();
  const locale = useLocale();
  const { keyChange: text, people } = t.accounts.desk;
  const { approvalId, isOwnProposal, proposerName, proposedAt, endsAt, state } = proposal;
  const setAside = (
    <Button
      weight="secondary"
      busy={isBusy}
      onClick={() => send(() => Promise.resolve({ intent: 'set_intake_key_aside', approvalId }))}
    >
      {isOwnProposal || state !== 'open' ? people.takeBack : people.refuse}
    </Button>
  );
  return (
    <Panel title={text.proposed}>
      <p>
        {text.proposedBy(proposerName, formatDateTime(proposedAt, locale), formatDateTime(endsAt, locale))}
      </p>
      {state === 'open' ? (
        <NeedsUnlock>
          <CheckedProposal proposal={proposal} send={send} isBusy={isBusy} />
        </NeedsUnlock>
      ) : (
        <Alert tone="warning" title={text.over}>
          <p>{state === 'expired' ? text.expired : text.outdated}</p>
        </Alert>
      )}
      <ButtonRow>{setAside}</ButtonRow>
    </Panel>
  );
}

function CheckedProposal({ proposal, send, isBusy }: Sending & { proposal: OpenIntakeKeyProposal }) {
  const { keyChange: text } = useText().accounts.desk;
  const keys = useSealingKeys();
  if (keys.state !== 'ready') return <SealingBlockNotice />;
  if (proposal.grant === null) return <p>{text.noGrant}</p>;
  if (proposal.isOwnProposal) return <OwnProposal proposal={proposal} present={keys.intake} />;
  return <ConfirmForm proposal={proposal} present={keys.intake} send={send} isBusy={isBusy} />;
}

interface ProposalProps {
  proposal: OpenIntakeKeyProposal;
  present: PublicKeyInfo;
}

/** What the proposer reads out: only if the own browser finds its own key again in what the server keeps. */
function OwnProposal({ proposal, present }: ProposalProps) {
  const { keyChange: text } = useText().accounts.desk;
  const { publicKey, fingerprint } = present;
  const check = useCallback(async () => {
    await checkIntakeKeyProposal(proposal, { publicKey, fingerprint });
    noteTeamKey(proposal.key.fingerprint);
  }, [proposal, publicKey, fingerprint]);
  const checked = useOpened(check);
  if (checked.state === 'opening') return null;
  if (checked.state === 'failed')
    return (
      <Alert tone="danger" title={text.notOwn} announce>
        <p>{text.notOwnText}</p>
      </Alert>
    );
  return (
    <>
      <p>{text.ownText}</p>
      <SummaryList
        items={[
          { key: 'present', label: text.present, value: <Fingerprint value={fingerprint} /> },
          { key: 'next', label: text.next, value: <Fingerprint value={proposal.key.fingerprint} /> },
        ]}
      />
    </>
  );
}

/** The second person types what only the call can tell, so that nobody confirms without it. */
function ConfirmForm({ proposal, present, send, isBusy }: ProposalProps & Sending) {
  const { keyChange: text } = useText().accounts.desk;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { key, proposerName, agencies } = proposal;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isRight = areLastGroups(typed, key.fingerprint);
    setWrong(!isRight);
    if (isRight)
      send(async () => {
        const change = await makeIntakeKeyConfirmation(proposal, present);
        noteTeamKey(key.fingerprint);
        return change;
      });
  };
  return (
    <>
      <p>{text.compare(proposerName)}</p>
      <SummaryList
        items={[
          { key: 'present', label: text.present, value: <Fingerprint value={present.fingerprint} /> },
          { key: 'next', label: text.next, value: <ShortenedFingerprint value={key.fingerprint} /> },
        ]}
      />
      <form method="dialog" className="stack" onSubmit={submit} noValidate>
        <TextField
          id={`${id}-groups`}
          label={text.lastGroups}
          hint={text.lastGroupsHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={isWrong ? text.lastGroupsWrong : undefined}
        />
        <p>{text.confirmText(agencies.length)}</p>
        <div>
          <Button type="submit" busy={isBusy}>
            {text.confirm}
          </Button>
        </div>
      </form>
    </>
  );
}

function ShortenedFingerprint({ value }: { value: string }) {
  const { keyChange: text } = useText().accounts.desk;
  return (
    <>
      <Fingerprint value={withoutLastGroups(value)} />
      <span className="fingerprint" aria-hidden="true">
        {' •••• •••• •••• ••••'}
      </span>
      <span className="visually-hidden">{text.hidden}</span>
    </>
  );
}
