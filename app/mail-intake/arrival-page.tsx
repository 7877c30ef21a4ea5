import { Link } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { formatDate, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { FormFault } from './agency-fields.tsx';
import type { ChoosableAgency, FoundArrival } from './arrivals.server.ts';
import type { Correctable } from './corrections.server.ts';
import { MailPanel } from './mail-panel.tsx';
import { AnswerPanel, DescribePanel, UnreadablePanel } from './refusal-panels.tsx';
import { RegisterPanel } from './register-panel.tsx';
import type { SignerKeys } from './registration-facts.server.ts';

import '#app/review/review.css';
import './mail-intake.css';

export type ArrivalPageProps = {
  arrival: FoundArrival;
  signers: SignerKeys;
  agencies: ChoosableAgency[];
  corrections: Correctable[];
  countries: { value: string; label: string }[];
  fault: FormFault | undefined;
};

/** One mail, letter or fax: what it says on the left, what to do with it on the right. */
export function ArrivalPage(props: ArrivalPageProps) {
  const { arrival, signers } = props;
  const t = useText();
  const text = t.mailIntake;
  const isReadable = arrival.parts.length > 0 && arrival.state !== 'quarantined';
  return (
    <div className="desk">
      <PageMain>
        <PageHeading>{text.page.title(t.legalRequests.channels[arrival.channel])}</PageHeading>
        <ArrivalFacts arrival={arrival} />
        <div className="arrival-columns">
          <div className="stack">
            {arrival.reason === null ? null : (
              <Alert tone="warning" title={reasonText(text.reasons, arrival.reason)} />
            )}
            {arrival.usedFormerKey && isReadable ? (
              <Alert tone="info" title={text.page.formerKey}>
                <p>{text.page.formerKeyText}</p>
              </Alert>
            ) : null}
            {isReadable ? (
              <NeedsUnlock>
                <MailPanel arrival={arrival} signers={signers} />
              </NeedsUnlock>
            ) : null}
          </div>
          <div className="stack">
            <ArrivalActions {...props} />
          </div>
        </div>
        <p>
          <Link className="kern-link" to="/desk/arrivals">
            {text.page.back}
          </Link>
        </p>
      </PageMain>
    </div>
  );
}

const reasonText = (reasons: Record<string, string>, code: string) => reasons[code] ?? code;

function ArrivalActions(props: ArrivalPageProps) {
  const { state, legalRequestId, reference } = props.arrival;
  const { page } = useText().mailIntake;
  if (state === 'registered' && legalRequestId !== null)
    return (
      <Alert tone="success" title={page.registered}>
        <Link className="kern-link" to={`/desk/requests/${legalRequestId}`}>
          {reference}
        </Link>
      </Alert>
    );
  if (state === 'waiting') return <RegisterPanel {...props} />;
  if (state === 'quarantined')
    return (
      <>
        <UnreadablePanel arrival={props.arrival} />
        <DescribePanel {...props} />
      </>
    );
  if (state === 'dismissed') return null;
  return (
    <>
      <AnswerPanel arrival={props.arrival} />
      <DescribePanel {...props} />
    </>
  );
}

export function ArrivalFacts({ arrival }: { arrival: FoundArrival }) {
  const t = useText();
  const locale = useLocale();
  const { page: text, answers, states } = t.mailIntake;
  const received =
    arrival.receivedOn === null
      ? formatDateTime(arrival.receivedAt, locale)
      : formatDate(`${arrival.receivedOn}T12:00:00Z`, locale);
  const facts: [string, string | null][] = [
    [text.received, received],
    [text.agency, arrival.agencyName],
    [text.from, arrival.senderAddress],
    [text.domain, arrival.senderAddress === null ? arrival.senderDomain : null],
    [text.fileNumber, arrival.fileNumber || null],
    [t.mailIntake.columns.state, states[arrival.state]],
    [text.answer, answers[arrival.answer] || null],
    [text.recordedBy, arrival.recordedByName],
  ];
  return (
    <dl className="review-facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
