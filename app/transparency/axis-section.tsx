import { useLocale, useText } from '#app/text/text.tsx';
import { bucketLabel, formatChange, formatCount, formatShare } from '#app/text/transparency/labels.ts';
import { Alert } from '#app/ui/page.tsx';

import { ChartView } from './chart-view.tsx';
import type { Count } from './figures.ts';
import type { ReportRow } from './report-rows.ts';
import type { AxisView, ReportView } from './report-view.ts';

/** One breakdown: its chart, and beside it the table that says the same and more. */
export function AxisSection({ view, report }: { view: AxisView; report: ReportView }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const { axis, rows, chart } = view;
  const { title, question } = text.axes[axis];
  const { summary, protection } = report;
  const { inadmissible, inadmissibleShare } = summary;
  return (
    <section className="stack stack--small report-axis" aria-labelledby={`axis-${axis}`}>
      <h3 className="kern-heading-small" id={`axis-${axis}`}>
        {title}
      </h3>
      {rows.length === 0 ? (
        <p>{text.axisNotPublished}</p>
      ) : (
        <div className={chart ? 'report-pair' : undefined}>
          {chart ? <ChartView chart={chart} /> : null}
          <AxisTable caption={question} view={view} report={report} />
        </div>
      )}
      {axis === 'channel' && typeof inadmissible === 'number' && inadmissibleShare !== null ? (
        <p>
          {text.inadmissible(formatCount(text, inadmissible, locale), formatShare(inadmissibleShare, locale))}
        </p>
      ) : null}
      {axis === 'category' && protection ? (
        <Alert tone="info" title={text.protection.title}>
          <p>
            {protection.together === null
              ? text.protection.all
              : text.protection.together(formatCount(text, protection.together, locale))}
          </p>
        </Alert>
      ) : null}
    </section>
  );
}

function AxisTable({ caption, view, report }: { caption: string; view: AxisView; report: ReportView }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const { axis, rows } = view;
  const { columns } = text;
  const { hasBefore, summary } = report;
  return (
    <div className="table-frame report-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.count}</th>
            <th scope="col">{columns.share}</th>
            {hasBefore ? (
              <>
                <th scope="col" className="report-before">
                  {columns.before}
                </th>
                <th scope="col">{columns.change}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.isPart ? 'report-part' : undefined}>
              <th scope="row">{bucketLabel(text, axis, row.key)}</th>
              <CountCell label={columns.count} count={row.count} isDerived={row.isDerived} />
              <td data-label={columns.share}>{row.share === null ? '–' : formatShare(row.share, locale)}</td>
              {hasBefore ? <Comparison row={row} /> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.sum}</th>
            <td data-label={columns.count}>{formatCount(text, summary.total, locale)}</td>
            <td data-label={columns.share}>{summary.total === 0 ? '–' : formatShare(1000, locale)}</td>
            {hasBefore ? (
              <>
                <td className="report-before" />
                <td />
              </>
            ) : null}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A number, or in quieter words why there is none. */
export function CountCell({
  label,
  count,
  isDerived = false,
}: {
  label: string;
  count: Count;
  isDerived?: boolean;
}) {
  const { transparency: text } = useText();
  const shown = formatCount(text, count, useLocale());
  return (
    <td data-label={label}>
      {typeof count === 'number' ? shown : <span className="muted">{shown}</span>}
      {isDerived ? <span className="muted"> {text.derived}</span> : null}
    </td>
  );
}

function Comparison({ row }: { row: ReportRow }) {
  const { transparency: text } = useText();
  const locale = useLocale();
  const { before, change } = row;
  return (
    <>
      <td data-label={text.columns.before} className="report-before">
        {before === null ? '–' : formatCount(text, before, locale)}
      </td>
      <td data-label={text.columns.change}>{change === null ? '–' : formatChange(change, locale)}</td>
    </>
  );
}
