import { Link } from 'react-router';

import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { ReportPage as PageData } from './find-report.server.ts';
import { ReportBody } from './report-body.tsx';
import type { ReportView } from './report-view.ts';

/** The public page of a year. */
export function ReportPage({ page, providerName }: { page: PageData; providerName: string }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const { report, years, isNewest } = page;
  if (report === null)
    return (
      <PageMain>
        <PageHeading>{text.titlePlain}</PageHeading>
        <EmptyState title={text.none}>
          <p>{text.noneText}</p>
        </EmptyState>
      </PageMain>
    );
  const { year, version, publishedAt } = report;
  return (
    <PageMain>
      <PageHeading
        above={
          publishedAt === null
            ? text.notPublishedYet
            : text.published(formatDate(publishedAt, locale), String(version))
        }
      >
        {text.title(String(year))}
      </PageHeading>
      <p className="lead">{text.lead(providerName)}</p>
      <nav aria-label={text.years} className="no-print">
        <ul className="plain-list report-years">
          {years.map((one) => (
            <li key={one.year}>
              <Link to={`/transparency/${one.year}`} aria-current={one.year === year ? 'page' : undefined}>
                {one.isRunning ? text.running(String(one.year)) : one.year}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {isNewest ? null : (
        <Alert tone="warning" title={text.oldTitle(String(version))}>
          <p>{text.oldText}</p>
          <p>
            <Link className="kern-link" to={`/transparency/${year}`}>
              {text.toNewest}
            </Link>
          </p>
        </Alert>
      )}
      <ReportBody report={report} />
      {publishedAt === null ? null : <Downloads report={report} page={page} />}
    </PageMain>
  );
}

function Downloads({ report, page }: { report: ReportView; page: PageData }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const { downloads } = text;
  const { year, version } = report;
  const folder = `/transparency/${year}/${version}`;
  return (
    <section className="stack no-print" aria-labelledby="downloads">
      <h2 className="kern-heading-medium" id="downloads">
        {downloads.title}
      </h2>
      <ul className="plain-bullets">
        <li>
          <a className="kern-link" href={`${folder}/report.${locale}.pdf`}>
            {downloads.pdf}
          </a>
        </li>
        <li>
          <a className="kern-link" href={`${folder}/report.csv`}>
            {downloads.csv}
          </a>
        </li>
        <li>
          <a className="kern-link" href={`${folder}/report.json`}>
            {downloads.json}
          </a>
        </li>
        <li>
          <a className="kern-link" href="/transparency/years.csv">
            {downloads.allYears}
          </a>
        </li>
        <li>
          <a className="kern-link" href="/transparency/feed.atom">
            {downloads.feed}
          </a>
        </li>
        <li>
          <Link className="kern-link" to="/transparency/fields">
            {downloads.fields}
          </Link>
        </li>
      </ul>
      <p>{downloads.signature}</p>
      <h3 className="kern-title">{downloads.versions}</h3>
      <ul className="plain-bullets">
        {page.versions.map((one) => (
          <li key={one.version}>
            <Link className="kern-link" to={`/transparency/${year}/${one.version}`}>
              {downloads.version(String(one.version), formatDate(one.publishedAt, locale))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
