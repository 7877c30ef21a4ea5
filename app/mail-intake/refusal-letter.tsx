import { Link } from 'react-router';

import { toDate } from '#app/legal-requests/wall-time.ts';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Fingerprint, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { FoundArrival } from './arrivals.server.ts';

import './mail-intake.css';

export type LetterProps = {
  arrival: FoundArrival;
  now: string;
  providerName: string;
  portal: string;
  /** Where encrypted mails go to; '' where none are taken. */
  address: string;
  fingerprint: string | null;
};

/** What goes back to whoever sent a fax. Prints on one page. */
export function RefusalLetter({ arrival, now, providerName, portal, address, fingerprint }: LetterProps) {
  const t = useText();
  const locale = useLocale();
  const { letter: text, page } = t.mailIntake;
  const day = (date: string) => formatDate(`${date}T12:00:00Z`, locale);
  return (
    <PageMain narrow>
      <div className="row no-print">
        <Button onClick={() => window.print()}>{text.print}</Button>
        <Link className="kern-link" to={`/desk/arrivals/${arrival.id}`}>
          {page.back}
        </Link>
      </div>
      <div className="stack letter">
        <p>
          {arrival.agencyName}
          <br />
          {text.date(day(toDate(new Date(now))))}
        </p>
        {arrival.fileNumber === '' ? null : <p>{text.fileNumber(arrival.fileNumber)}</p>}
        <PageHeading>{text.title}</PageHeading>
        <p>{text.greeting}</p>
        <p>{text.refused(day(arrival.receivedOn ?? toDate(arrival.receivedAt)))}</p>
        <p>
          {text.portal}
          <br />
          <strong>{portal}</strong>
        </p>
        {address === '' || fingerprint === null ? null : (
          <p>
            {text.mail(address)}
            <br />
            <Fingerprint value={fingerprint} />
          </p>
        )}
        <p>
          {text.closing}
          <br />
          {providerName}
        </p>
      </div>
    </PageMain>
  );
}
