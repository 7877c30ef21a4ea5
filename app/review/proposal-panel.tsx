import { useState } from 'react';

import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { TextArea } from '#app/forms/fields.tsx';
import type { Role } from '#app/legal-requests/legal-request-values.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Dialog } from '#app/ui/page.tsx';

import { setAside, signProposal } from './decide.client.ts';
import { DecisionWords } from './decision-words.tsx';
import { canSign, decisionsFor, missingRoles, type DecisionGroup } from './decisions.ts';
import type { ReviewHead } from './review.ts';
import type { useDecisionTask } from './use-decision-task.ts';
import { useExplanation } from './use-explanation.ts';

interface ProposalPanelProps {
  legalRequest: ReviewHead;
  proposal: DecisionGroup;
  /** Of the manifest that was verified in this browser. */
  manifestSha256: string;
  person: { personId: string; role: Role };
  task: ReturnType<typeof useDecisionTask>;
}

/** A rejection or an acceptance with one signature: the other role reads it and signs the same, or sets it aside. */
export function ProposalPanel({ legalRequest, proposal, manifestSha256, person, task }: ProposalPanelProps) {
  const t = useText();
  const { proposal: text } = t.desk;
  const words = useExplanation(proposal);
  const { statement } = proposal;
  const isTrue = statement.manifestSha256 === manifestSha256 && statement.legalRequestId === legalRequest.id;
  const isReadable = isTrue && words !== 'unreadable' && words !== 'closed';
  const isMine = proposal.signatures.some(({ signedBy }) => signedBy === person.personId);
  const sign = () =>
    task.run(async () => (await signProposal(legalRequest.id, proposal.text, legalRequest.version)).outcome);
  return (
    <div className="stack">
      <h3 className="kern-title">{text.title(statement.decision)}</h3>
      <Signatures group={proposal} />
      {missingRoles(proposal).map((role) => (
        <p key={role}>{text.waiting(role)}</p>
      ))}
      <DecisionWords group={proposal} words={words} />
      {isTrue ? null : <Alert tone="danger" title={text.differs} />}
      {isMine ? <p className="muted">{text.mine}</p> : null}
      {canSign(proposal, person) ? (
        <div className="stack stack--small">
          <p>{text.readFirst}</p>
          <ButtonRow>
            <Button busy={task.isBusy} disabled={!isReadable} onClick={sign}>
              {text.sign}
            </Button>
          </ButtonRow>
        </div>
      ) : null}
      {decisionsFor(person.role).includes('reject') ? (
        <SettingAside legalRequest={legalRequest} decisionId={statement.decisionId} task={task} />
      ) : null}
    </div>
  );
}

export function Signatures({ group }: { group: DecisionGroup }) {
  const t = useText();
  const locale = useLocale();
  return (
    <ul className="plain-list muted">
      {group.signatures.map(({ signedBy, signedByName, signedRole, signedAt }) => (
        <li key={signedBy}>
          {t.desk.decision.signedBy(signedByName, signedRole, formatDateTime(signedAt, locale))}
        </li>
      ))}
    </ul>
  );
}

interface SettingAsideProps {
  legalRequest: ReviewHead;
  decisionId: string;
  task: ReturnType<typeof useDecisionTask>;
}

function SettingAside({ legalRequest, decisionId, task }: SettingAsideProps) {
  const t = useText();
  const { proposal: text } = t.desk;
  const keys = useSealingKeys();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    if (reason.trim() === '' || keys.state !== 'ready') return;
    setOpen(false);
    task.run(async () => {
      await setAside(legalRequest.id, { decisionId, reason: reason.trim() }, keys, legalRequest.version);
      return 'set_aside';
    });
  };
  return (
    <>
      <div>
        <Button weight="tertiary" onClick={() => setOpen(true)}>
          {text.aside}
        </Button>
      </div>
      <Dialog
        title={text.asideTitle}
        open={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button onClick={confirm}>{text.asideConfirm}</Button>
            <Button weight="secondary" onClick={() => setOpen(false)}>
              {text.cancel}
            </Button>
          </ButtonRow>
        }
      >
        <p>{text.asideText}</p>
        <TextArea
          id="aside-note"
          rows={4}
          label={text.asideNote}
          value={reason}
          error={isTried && reason.trim() === '' ? text.asideNoteMissing : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </Dialog>
    </>
  );
}
