import type { LoaderFunctionArgs } from 'react-router';

import { findPublishedKey } from '#app/accounts/published-key.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, Fingerprint, PageHeading, PageMain, SummaryList } from '#app/ui/page.tsx';

/** The intake key for people: fingerprint to compare, file to download. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, config } = context.get(servicesContext);
  const key = await findPublishedKey(db, config);
  if (!key) return { key: null };
  const { fingerprint, owner, madeAt, former } = key;
  return { key: { fingerprint, owner, madeAt, former } };
}

export default function KeyPage({ loaderData }: { loaderData: Awaited<ReturnType<typeof loader>> }) {
  const t = useText().publicPages.key;
  const locale = useLocale();
  const { key } = loaderData;
  return (
    <PageMain narrow>
      <PageHeading>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      {key === null ? (
        <Alert tone="info" title={t.none}>
          <p>{t.noneText}</p>
        </Alert>
      ) : (
        <>
          <SummaryList
            items={[
              { key: 'fingerprint', label: t.fingerprint, value: <Fingerprint value={key.fingerprint} /> },
              { key: 'owner', label: t.owner, value: key.owner },
              { key: 'made', label: t.made, value: formatDate(key.madeAt, locale) },
            ]}
          />
          <p>{t.fingerprintHint}</p>
          {key.former.length === 0 ? null : (
            <>
              <p>{t.former}</p>
              <ul>
                {key.former.map((fingerprint) => (
                  <li key={fingerprint}>
                    <Fingerprint value={fingerprint} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            <a className="kern-btn kern-btn--secondary" href="/key.asc" download>
              <span className="kern-label">{t.download}</span>
            </a>
          </p>
          <p className="muted">{t.directory}</p>
        </>
      )}
    </PageMain>
  );
}
