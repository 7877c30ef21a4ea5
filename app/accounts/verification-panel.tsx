import { useId, useState, type FormEvent } from 'react';

import { SelectField, TextArea, TextField } from '#app/forms/fields.tsx';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Fingerprint, Panel, SummaryList } from '#app/ui/page.tsx';

import type { AgencyChange } from './agency-changes.ts';
import { fieldErrorText } from './form-errors.tsx';
import { NeedsUnlock } from './needs-unlock.tsx';
import type { SendChange } from './use-change.tsx';
import { verificationMethods, verificationSchema } from './verification-schema.ts';

/** First half: how the agency was called. */
export function ProposeVerification({ send, isBusy }: { send: SendChange; isBusy: boolean }) {
  const t = useText();
  const { verification: text } = t.accounts.desk;
  const id = useId();
  const [typed, setTyped] = useState({ method: '', number: '', source: '', note: '' });
  const [isTried, setTried] = useState(false);
  const checked = verificationSchema.safeParse(typed);
  const errorOf = (name: keyof typeof typed) => {
    const issue = checked.success ? undefined : checked.error.issues.find(({ path }) => path[0] === name);
    return isTried && issue ? fieldErrorText(t, issue.message) : undefined;
  };
  const field = (name: keyof typeof typed) => ({
    id: `${id}-${name}`,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: errorOf(name),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (checked.success)
      send(() => Promise.resolve<AgencyChange>({ intent: 'propose_verification', ...checked.data }));
  };
  return (
    <Panel title={text.proposeTitle}>
      <p>{text.proposeLead}</p>
      <form method="dialog" className="stack" onSubmit={submit} noValidate>
        <SelectField
          {...field('method')}
          label={text.method}
          emptyLabel={t.accounts.desk.people.choose}
          choices={verificationMethods.map((value) => ({ value, label: text.methods[value] }))}
        />
        <TextField {...field('number')} type="tel" label={text.number} hint={text.numberHint} />
        <TextField {...field('source')} label={text.source} hint={text.sourceHint} />
        <TextArea {...field('note')} label={text.note} optional rows={3} />
        <div>
          <Button type="submit" busy={isBusy}>
            {text.propose}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** The key that the agency used before, which must have signed this one; null for a first key. */
type Predecessor = { publicKey: string; fingerprint: string } | null;

export interface OpenProposal {
  id: string;
  details: Record<string, string>;
  proposedAt: Date;
  proposerName: string;
  isOwnProposal: boolean;
}

interface ConfirmProps {
  proposal: OpenProposal;
  agencyKey: {
    publicKey: string;
    fingerprint: string;
    isCertified: boolean;
    predecessor: Predecessor;
  } | null;
  intakeFingerprint: string | null;
  send: SendChange;
  isBusy: boolean;
}

/** Second half, by somebody else: what was entered, and the certification of the agency's key in this browser. */
export function ConfirmVerification({ proposal, agencyKey, intakeFingerprint, send, isBusy }: ConfirmProps) {
  const t = useText();
  const locale = useLocale();
  const { verification: text } = t.accounts.desk;
  const aside = () =>
    Promise.resolve<AgencyChange>({ intent: 'set_verification_aside', approvalId: proposal.id });
  const confirm = async (): Promise<AgencyChange> => ({
    intent: 'confirm_verification',
    approvalId: proposal.id,
    certified:
      agencyKey && !agencyKey.isCertified && intakeFingerprint !== null
        ? await certify(agencyKey, intakeFingerprint)
        : null,
  });
  return (
    <Panel title={text.confirmTitle}>
      <p>{text.proposedBy(proposal.proposerName, formatDateTime(proposal.proposedAt, locale))}</p>
      <VerificationDetails details={proposal.details} />
      {agencyKey ? (
        <p>
          {text.keyToCertify}
          <br />
          <Fingerprint value={agencyKey.fingerprint} />
        </p>
      ) : null}
      {proposal.isOwnProposal ? (
        <>
          <Alert tone="info" title={text.needsSecond}>
            <p>{text.needsSecondText}</p>
          </Alert>
          <div>
            <Button weight="secondary" busy={isBusy} onClick={() => send(aside)}>
              {text.takeBack}
            </Button>
          </div>
        </>
      ) : (
        <NeedsUnlock>
          <p>{text.confirmText}</p>
          <ButtonRow>
            <Button busy={isBusy} onClick={() => send(confirm)}>
              {text.confirm}
            </Button>
            <Button weight="secondary" busy={isBusy} onClick={() => send(aside)}>
              {text.refuse}
            </Button>
          </ButtonRow>
        </NeedsUnlock>
      )}
    </Panel>
  );
}

/** Certifies an agency's key by the intake key in this browser. @throws SealingError */
export async function certify(
  key: { publicKey: string; fingerprint: string; predecessor: Predecessor },
  intakeFingerprint: string,
) {
  const { fingerprint, predecessor } = key;
  const { publicKey } = await getCryptoRoom().certifyTeamKey({
    publicKey: key.publicKey,
    fingerprint,
    intakeFingerprint,
    predecessor,
  });
  return { publicKey, fingerprint };
}

/** Method, number, source, note of a verification. */
export function VerificationDetails({ details }: { details: Record<string, string> }) {
  const t = useText();
  const { verification: text } = t.accounts.desk;
  const methods: Readonly<Record<string, string>> = text.methods;
  const { method = '', number = '', source = '', note = '' } = details;
  return (
    <SummaryList
      items={[
        { key: 'method', label: text.method, value: methods[method] ?? method },
        { key: 'number', label: text.number, value: number },
        { key: 'source', label: text.source, value: source },
        ...(note === '' ? [] : [{ key: 'note', label: text.note, value: note }]),
      ]}
    />
  );
}
