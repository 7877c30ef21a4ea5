import { Link } from 'react-router';

import { useLocale, useText } from '#app/text/text.tsx';
import { formatDate } from '#app/text/format.ts';
import { formatCount, formatShare } from '#app/text/transparency/labels.ts';
import { Alert } from '#app/ui/page.tsx';

import { AxisSection, CountCell } from './axis-section.tsx';
import { ChartView } from './chart-view.tsx';
import type { Count } from './figures.ts';
import type { ReportView } from './report-view.ts';
import { WordsView } from './words-view.tsx';

import './transparency.css';

/** The report itself, the same in public and in the preview. */
export function ReportBody({ report }: { report: ReportView }) {
  const { transparency: text } = useText();
  const { words, axes, isDerived } = report;
  return (
    <div className="stack stack--large">
      <Notices report={report} />
      <Glance report={report} />
      {words.length === 0 ? null : (
        <section className="stack narrow" aria-labelledby="words">
          <h2 className="kern-heading-medium" id="words">
            {text.words}
          </h2>
          <WordsView blocks={words} />
        </section>
      )}
      <section className="stack stack--large" aria-labelledby="figures">
        <h2 className="kern-heading-medium" id="figures">
          {text.figures}
        </h2>
        {isDerived ? <p className="muted">{text.derivedHint}</p> : null}
        {axes.map((view) => (
          <AxisSection key={view.axis} view={view} report={report} />
        ))}
        <Reasons report={report} />
      </section>
      <Years report={report} />
      <Terms />
    </div>
  );
}

function Notices({ report }: { report: ReportView }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const { publishedAt, interimAt, source, note, version } = report;
  return (
    <>
      {publishedAt === null && version === 1 && interimAt !== null ? (
        <Alert tone="info" title={text.runningTitle}>
          <p>{text.runningText}</p>
        </Alert>
      ) : interimAt === null ? null : (
        <Alert tone="info" title={text.interimTitle}>
          <p>{text.interimText(formatDate(interimAt, locale))}</p>
        </Alert>
      )}
      {source === 'imported' ? (
        <Alert tone="info" title={text.importedTitle}>
          <p>{text.importedText}</p>
        </Alert>
      ) : null}
      {note === '' ? null : (
        <Alert tone="info" title={text.notice}>
          <p className="pre-line">{note}</p>
        </Alert>
      )}
    </>
  );
}

/** The figures that everybody asks for. */
function Glance({ report }: { report: ReportView }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const {
    total,
    refusedAtFirst,
    corrected,
    finallyRejected,
    rejectedShare,
    inadmissible,
    inadmissibleShare,
  } = report.summary;
  const { totals } = text;
  const figures: { name: string; count: Count; share: number | null }[] = [
    { name: totals.total, count: total, share: null },
    { name: totals.refusedAtFirst, count: refusedAtFirst, share: null },
    { name: totals.corrected, count: corrected, share: null },
    { name: totals.finallyRejected, count: finallyRejected, share: rejectedShare },
    { name: totals.inadmissible, count: inadmissible, share: inadmissibleShare },
  ];
  return (
    <section className="stack" aria-labelledby="glance">
      <h2 className="kern-heading-medium" id="glance">
        {text.atAGlance}
      </h2>
      <dl className="report-glance">
        {figures.map(({ name, count, share }) => (
          <div key={name} className="panel">
            <dt>{name}</dt>
            <dd>
              <span className={typeof count === 'number' ? 'report-number' : 'muted'}>
                {formatCount(text, count, locale)}
              </span>
              {share === null ? null : <span className="muted"> {formatShare(share, locale)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Reasons({ report }: { report: ReportView }) {
  const t = useText();
  const { transparency: text } = t;
  const locale = useLocale();
  const { reasons, protection } = report;
  const names: Record<string, { title: string } | undefined> = t.legalRequests.reasons;
  return (
    <section className="stack stack--small" aria-labelledby="reasons">
      <h3 className="kern-heading-small" id="reasons">
        {text.reasons.title}
      </h3>
      {reasons === null ? <p>{text.axisNotPublished}</p> : null}
      {reasons?.length === 0 ? <p>{text.reasons.none}</p> : null}
      {reasons === null || reasons.length === 0 ? null : (
        <>
          <p>{text.reasons.lead}</p>
          <div className="table-frame report-table">
            <table>
              <caption className="kern-sr-only">{text.reasons.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.columns.reason}</th>
                  <th scope="col">{text.columns.count}</th>
                  <th scope="col">{text.columns.share}</th>
                </tr>
              </thead>
              <tbody>
                {reasons.map(({ code, count, share }) => (
                  <tr key={code}>
                    <th scope="row">{names[code]?.title ?? code}</th>
                    <CountCell label={text.columns.count} count={count} />
                    <td data-label={text.columns.share}>
                      {share === null ? '–' : formatShare(share, locale)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {protection && reasons !== null ? <p className="muted">{text.protection.reasons}</p> : null}
    </section>
  );
}

function Years({ report }: { report: ReportView }) {
  const { transparency: text } = useText();
  const { columns, yearsLegend } = text;
  const { years, yearsChart } = report;
  if (yearsChart === null) return null;
  return (
    <section className="stack" aria-labelledby="years">
      <h2 className="kern-heading-medium" id="years">
        {text.yearsTitle}
      </h2>
      <div className="report-pair">
        <figure className="stack stack--small report-figure">
          <ChartView chart={yearsChart} />
          <figcaption className="row">
            <span className="report-legend">{yearsLegend.total}</span>
            <span className="report-legend report-legend--part">{yearsLegend.part}</span>
          </figcaption>
        </figure>
        <div className="table-frame report-table">
          <table>
            <caption>{text.yearsChart}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.year}</th>
                <th scope="col">{columns.total}</th>
                <th scope="col">{columns.refusedAtFirst}</th>
                <th scope="col">{columns.corrected}</th>
                <th scope="col">{columns.finallyRejected}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr key={year.year}>
                  <th scope="row">
                    <Link className="kern-link" to={`/transparency/${year.year}`}>
                      {year.year}
                    </Link>
                  </th>
                  <CountCell label={columns.total} count={year.total} />
                  <CountCell label={columns.refusedAtFirst} count={year.refusedAtFirst} />
                  <CountCell label={columns.corrected} count={year.corrected} />
                  <CountCell label={columns.finallyRejected} count={year.finallyRejected} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p className="muted">{text.yearsNote}</p>
    </section>
  );
}

function Terms() {
  const { transparency: text } = useText();
  return (
    <section className="stack" aria-labelledby="terms">
      <h2 className="kern-heading-medium" id="terms">
        {text.terms.title}
      </h2>
      <dl className="summary-list">
        {text.terms.items.map(({ term, text: meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
