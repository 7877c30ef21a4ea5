import { Link } from 'react-router';

import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';

import type { listReportYears } from './report-desk.server.ts';

type Years = Awaited<ReturnType<typeof listReportYears>>;

/** All years with their state. */
export function ReportYearsPage({ years }: { years: Years }) {
  const { editor } = useText().transparency;
  const { columns } = editor;
  return (
    <PageMain>
      <PageHeading>{editor.title}</PageHeading>
      <p className="lead">{editor.lead}</p>
      <div className="table-frame">
        <table>
          <caption className="kern-sr-only">{editor.years}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.year}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.version}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.year}>
                <th scope="row">
                  <Link
                    className="kern-link"
                    to={year.isEditable ? `/desk/report/${year.year}` : `/transparency/${year.year}`}
                  >
                    {year.year}
                  </Link>
                </th>
                <td data-label={columns.state}>
                  <State year={year} />
                </td>
                <td data-label={columns.version}>{year.newest?.version ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">{editor.importHint}</p>
    </PageMain>
  );
}

function State({ year: { newest, proposedBy, isEditable } }: { year: Years[number] }) {
  const { states } = useText().transparency.editor;
  const locale = useLocale();
  const published = newest ? states.published(formatDate(newest.publishedAt, locale)) : states.unpublished;
  if (proposedBy !== null) return states.proposed(proposedBy);
  return isEditable ? published : states.imported;
}
