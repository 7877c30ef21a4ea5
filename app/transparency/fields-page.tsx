import { Link } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { bucketLabel } from '#app/text/transparency/labels.ts';
import { PageHeading, PageMain } from '#app/ui/page.tsx';

import { axisNames, keysOf } from './axes.ts';

import './transparency.css';

/** The fields of the downloads and the keys of every axis. */
export function FieldsPage() {
  const { transparency: text } = useText();
  const { fields } = text;
  return (
    <PageMain>
      <PageHeading
        above={
          <Link className="kern-link" to="/transparency">
            {text.titlePlain}
          </Link>
        }
      >
        {fields.title}
      </PageHeading>
      <p className="lead">{fields.lead}</p>
      <section className="stack stack--small">
        <h2 className="kern-heading-small">{fields.csvTitle}</h2>
        <p>{fields.csvLead}</p>
        <FieldTable caption={fields.csvTitle} rows={Object.entries(fields.csv)} />
      </section>
      <section className="stack stack--small">
        <h2 className="kern-heading-small">{fields.jsonTitle}</h2>
        <p>{fields.jsonLead}</p>
        <FieldTable caption={fields.jsonTitle} rows={Object.entries(fields.json)} />
      </section>
      <section className="stack stack--small">
        <h2 className="kern-heading-small">{fields.axesTitle}</h2>
        {axisNames.map((axis) => (
          <FieldTable
            key={axis}
            caption={`${axis}: ${text.axes[axis].title}`}
            rows={keysOf(axis).map((key) => [key, bucketLabel(text, axis, key)])}
          />
        ))}
      </section>
    </PageMain>
  );
}

function FieldTable({ caption, rows }: { caption: string; rows: [string, string][] }) {
  const { columns } = useText().transparency.fields;
  return (
    <div className="table-frame report-fields">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.field}</th>
            <th scope="col">{columns.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([field, meaning]) => (
            <tr key={field}>
              <th scope="row">
                <code>{field}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
