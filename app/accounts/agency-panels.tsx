import { useId, useState, type FormEvent } from 'react';

import { TextArea } from '#app/forms/fields.tsx';
import { formatDate, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Fingerprint, Panel } from '#app/ui/page.tsx';

import type { findAgency } from './agencies.server.ts';
import type { AgencyChange } from './agency-changes.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { fieldErrorText } from './form-errors.tsx';
import { NeedsUnlock } from './needs-unlock.tsx';
import { domainsSchema } from './registration-schemas.ts';
import type { SendChange } from './use-change.tsx';
import { certify, VerificationDetails } from './verification-panel.tsx';

export type Agency = Awaited<ReturnType<typeof findAgency>>;

interface PanelProps {
  agency: Agency;
  send: SendChange;
  isBusy: boolean;
}

/** The agency's key; a verified agency whose key came later is certified here. */
export function AgencyKeyPanel(
  props: PanelProps & { intakeFingerprint: string | null; mayCertify: boolean },
) {
  const { agency, send, isBusy, intakeFingerprint, mayCertify } = props;
  const t = useText();
  const { agency: text } = t.accounts.desk;
  const { key } = agency;
  if (!key)
    return (
      <Panel title={text.key}>
        <p className="muted">{text.noKey}</p>
      </Panel>
    );
  const certifyNow = async (): Promise<AgencyChange> => ({
    intent: 'certify',
    key: await certify(key, intakeFingerprint ?? ''),
  });
  const isDue = !key.isCertified && agency.status === 'verified';
  return (
    <Panel title={text.key}>
      <p>
        <Fingerprint value={key.fingerprint} />
      </p>
      <p>{key.isCertified ? text.certified : text.notCertified}</p>
      {key.predecessor ? (
        <div className="stack stack--small">
          <p>{key.isCertified ? text.replaces : text.toReplace}</p>
          <Fingerprint value={key.predecessor.fingerprint} />
        </div>
      ) : null}
      {isDue && mayCertify && intakeFingerprint !== null ? (
        <NeedsUnlock>
          <p>{text.certifyText}</p>
          <div>
            <Button busy={isBusy} onClick={() => send(certifyNow)}>
              {text.certify}
            </Button>
          </div>
        </NeedsUnlock>
      ) : null}
    </Panel>
  );
}

/** Domains whose people may choose the agency when they register. */
export function DomainsPanel({ agency, send, isBusy }: PanelProps) {
  const t = useText();
  const { agency: text } = t.accounts.desk;
  const id = useId();
  const [typed, setTyped] = useState(agency.domains.join('\n'));
  const [isTried, setTried] = useState(false);
  const checked = domainsSchema.safeParse(typed);
  const error = isTried && !checked.success ? checked.error.issues[0]?.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    // The schema reads text on both sides, so the text is what is sent.
    if (checked.success) send(() => Promise.resolve({ intent: 'domains', domains: typed }));
  };
  return (
    <Panel title={text.domains}>
      <form method="dialog" className="stack" onSubmit={submit} noValidate>
        <TextArea
          id={id}
          label={text.domainsLabel}
          hint={text.domainsHint}
          rows={Math.max(3, agency.domains.length + 1)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={error === undefined ? undefined : fieldErrorText(t, error)}
          spellCheck={false}
        />
        <div>
          <Button type="submit" weight="secondary" busy={isBusy}>
            {t.layout.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** Declines, suspends or reinstates the agency as a whole. */
export function AgencyEndPanel({ agency, send, isBusy }: PanelProps) {
  const t = useText();
  const { agency: text } = t.accounts.desk;
  const change = (intent: 'decline' | 'take_refusal_back' | 'suspend' | 'reinstate') => () =>
    Promise.resolve<AgencyChange>({ intent });
  if (agency.status === 'suspended')
    return (
      <Panel title={text.endTitle}>
        <ButtonRow>
          <Button busy={isBusy} onClick={() => send(change('reinstate'))}>
            {text.reinstate}
          </Button>
        </ButtonRow>
      </Panel>
    );
  if (agency.status === 'declined')
    return (
      <Panel title={text.endTitle}>
        <p>{text.takeRefusalBackLead}</p>
        <ButtonRow>
          <Button busy={isBusy} onClick={() => send(change('take_refusal_back'))}>
            {text.takeRefusalBack}
          </Button>
        </ButtonRow>
      </Panel>
    );
  if (agency.status === 'outside') return null;
  const isPending = agency.status === 'pending';
  return (
    <Panel title={text.endTitle}>
      <p>{isPending ? text.declineLead : text.suspendLead}</p>
      <div>
        <ConfirmButton
          label={isPending ? text.decline : text.suspend}
          title={isPending ? text.declineTitle(agency.name) : text.suspendTitle(agency.name)}
          busy={isBusy}
          onConfirm={() => send(change(isPending ? 'decline' : 'suspend'))}
        >
          <p>{isPending ? text.declineText : text.suspendText}</p>
        </ConfirmButton>
      </div>
    </Panel>
  );
}

/** Verifications that are over, newest first: who, when, how. */
export function VerificationHistory({ agency }: { agency: Agency }) {
  const t = useText();
  const locale = useLocale();
  const { verification: text } = t.accounts.desk;
  const past = agency.verifications.filter(({ confirmedAt, declinedAt }) => confirmedAt ?? declinedAt);
  return (
    <Panel title={text.history}>
      {agency.verificationDueAt !== null && agency.status === 'verified' ? (
        <Alert
          tone={agency.isDue ? 'warning' : 'info'}
          title={text.dueAt(formatDate(agency.verificationDueAt, locale))}
        />
      ) : null}
      {past.length === 0 ? <p className="muted">{text.noHistory}</p> : null}
      {past.map((one) => (
        <details key={one.id}>
          <summary>
            {one.confirmedAt
              ? text.confirmedBy(
                  one.proposerName,
                  one.confirmerName ?? '',
                  formatDateTime(one.confirmedAt, locale),
                )
              : text.declinedBy(
                  one.proposerName,
                  one.declinerName ?? '',
                  formatDateTime(one.declinedAt ?? one.proposedAt, locale),
                )}
          </summary>
          <VerificationDetails details={one.details} />
        </details>
      ))}
    </Panel>
  );
}
