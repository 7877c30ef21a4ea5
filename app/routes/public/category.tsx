import type { LoaderFunctionArgs } from 'react-router';
import { Link } from 'react-router';

import { notFound } from '#app/domain-error.ts';
import { categories, type Category } from '#app/legal-requests/legal-request-values.ts';
import { ruleSetAt } from '#app/legal-requests/rule-sets/rule-sets.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Alert, PageHeading, PageMain, SummaryList } from '#app/ui/page.tsx';

const isCategory = (value: unknown): value is Category => categories.includes(value as Category);

/** What a kind of data needs: read from the rule set in force today. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { config } = context.get(servicesContext);
  const { category } = params;
  return answerPage(async () => {
    const ruleSet = ruleSetAt(new Date().toISOString().slice(0, 10), config.providerCountry);
    if (!isCategory(category) || ruleSet === null) throw notFound();
    return {
      category,
      ruleSetVersion: ruleSet.version,
      confirmed: ruleSet.confirmed,
      bases: ruleSet.legalBases
        .filter((basis) => basis.categories.includes(category) && basis.origins.includes('domestic'))
        .map(({ key, citation, confirmed }) => ({ key, citation, confirmed })),
    };
  });
}

export default function CategoryPage({ loaderData }: { loaderData: Awaited<ReturnType<typeof loader>> }) {
  const t = useText();
  const { category, bases, ruleSetVersion, confirmed } = loaderData;
  const words = t.legalRequests.categories[category];
  const { category: page, start } = t.publicPages;
  return (
    <PageMain>
      <PageHeading above={page.above}>{words.name}</PageHeading>
      <p className="lead">{words.description}</p>
      <SummaryList
        items={[
          { key: 'contains', label: page.contains, value: words.contains },
          { key: 'legal-bases', label: page.legalBases, value: words.legalBases },
          { key: 'who', label: page.whoMayOrder, value: words.whoMayOrder },
          { key: 'attach', label: page.attach, value: words.attach },
          { key: 'duration', label: page.duration, value: words.duration },
          { key: 'not-included', label: page.notIncluded, value: words.notIncluded },
        ]}
      />
      <div>
        <ButtonLink to="/requests/new">{page.start}</ButtonLink>
      </div>
      <LegalBases bases={bases} />
      {confirmed ? null : (
        <Alert tone="info" title={page.version(versionName(t.ruleSets.versions, ruleSetVersion))}>
          <p>{t.ruleSets.unconfirmedNotice}</p>
        </Alert>
      )}
      <nav aria-label={page.other} className="stack stack--small">
        <h2 className="kern-heading-small">{page.other}</h2>
        <ul className="row plain-list">
          {categories
            .filter((other) => other !== category)
            .map((other) => (
              <li key={other}>
                <Link className="kern-link" to={`/categories/${other}`}>
                  {t.legalRequests.categories[other].name}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <p className="muted">{start.forWhom.text}</p>
    </PageMain>
  );
}

const versionName = (versions: Record<string, { name: string }>, version: string) =>
  versions[version]?.name ?? version;

interface BasisRow {
  key: string;
  citation: string;
  confirmed: boolean;
}

function LegalBases({ bases }: { bases: readonly BasisRow[] }) {
  const t = useText();
  const { category: page } = t.publicPages;
  const names: Record<string, { title: string }> = t.ruleSets.bases;
  return (
    <section className="stack stack--small">
      <h2 className="kern-heading-medium">{page.legalBasesList}</h2>
      <p>{page.legalBasesHint}</p>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{page.columns.citation}</th>
              <th scope="col">{page.columns.purpose}</th>
            </tr>
          </thead>
          <tbody>
            {bases.map((basis) => (
              <tr key={basis.key}>
                <th scope="row">{basis.citation}</th>
                <td>
                  {names[basis.key]?.title}
                  {basis.confirmed ? null : <span className="muted"> · {t.ruleSets.toConfirmLabel}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
