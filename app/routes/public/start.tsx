import { Link, useRouteLoaderData } from 'react-router';

import { categories } from '#app/legal-requests/legal-request-values.ts';
import type { loader as rootLoader } from '#app/root.tsx';
import { useText } from '#app/text/text.tsx';
import { ButtonLink, ButtonRow } from '#app/ui/buttons.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';
import { menuAddresses } from '#app/ui/site-header.tsx';

/** What this is, who may use it, what is needed, the way in. */
export default function StartPage() {
  const t = useText();
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const { start } = t.publicPages;
  const [firstEntry] = root?.menu ?? [];
  const home = firstEntry === undefined ? '/waiting' : menuAddresses[firstEntry];
  return (
    <PageMain>
      <PageHeading>{start.title}</PageHeading>
      <p className="lead">{start.lead(root?.providerName ?? '')}</p>
      <ButtonRow>
        {root?.person ? (
          <ButtonLink to={home}>{start.continue}</ButtonLink>
        ) : (
          <>
            <ButtonLink to="/sign-in">{start.signIn}</ButtonLink>
            <ButtonLink to="/register" weight="secondary">
              {start.register}
            </ButtonLink>
          </>
        )}
      </ButtonRow>

      <section className="stack start-section">
        <h2 className="kern-heading-medium">{start.categories.title}</h2>
        <ul className="tile-grid tile-grid--wide plain-list">
          {categories.map((category) => (
            <li key={category} className="panel stack stack--small">
              <h3 className="kern-title">
                <Link className="kern-link kern-link--no-visited-state" to={`/categories/${category}`}>
                  {t.legalRequests.categories[category].name}
                </Link>
              </h3>
              <p>{t.legalRequests.categories[category].short}</p>
            </li>
          ))}
        </ul>
      </section>

      <section className="stack start-section">
        <h2 className="kern-heading-medium">{start.how.title}</h2>
        <ol className="tile-grid plain-list numbered">
          {start.how.steps.map((step) => (
            <li key={step.title} className="stack stack--small">
              <h3 className="kern-title kern-title--small">{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>

      <div className="tile-grid tile-grid--wide start-section">
        <section className="stack stack--small">
          <h2 className="kern-heading-small">{start.need.title}</h2>
          <ul className="plain-bullets">
            {start.need.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
        <section className="stack stack--small">
          <h2 className="kern-heading-small">{start.forWhom.title}</h2>
          <p>{start.forWhom.text}</p>
        </section>
        <section className="stack stack--small">
          <h2 className="kern-heading-small">{start.sealed.title}</h2>
          <p>{start.sealed.text}</p>
          <p>
            <Link className="kern-link" to="/trust">
              {start.sealed.link}
            </Link>
          </p>
        </section>
        <section className="stack stack--small">
          <h2 className="kern-heading-small">{start.report.title}</h2>
          <p>{start.report.text}</p>
          <p>
            <Link className="kern-link" to="/transparency">
              {start.report.link}
            </Link>
          </p>
        </section>
        <section className="stack stack--small">
          <h2 className="kern-heading-small">{start.emergency.title}</h2>
          <p>{start.emergency.text}</p>
        </section>
      </div>
    </PageMain>
  );
}
