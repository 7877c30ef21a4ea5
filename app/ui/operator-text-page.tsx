import { useRouteLoaderData } from 'react-router';

import type { loader as rootLoader } from '#app/root.tsx';
import { useText } from '#app/text/text.tsx';

import { PageHeading, PageMain } from './page.tsx';

/** Imprint and privacy: the operator's words. */
export function OperatorTextPage(props: {
  name: 'imprint' | 'privacy';
  paragraphs: readonly string[] | null;
}) {
  const { operatorText } = useText().publicPages;
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const fallback = root?.demo === true ? operatorText.demo : operatorText.missing;
  return (
    <PageMain narrow>
      <PageHeading>{operatorText[props.name]}</PageHeading>
      {(props.paragraphs ?? [fallback]).map((paragraph) => (
        <p key={paragraph} className="pre-line">
          {paragraph}
        </p>
      ))}
    </PageMain>
  );
}
