import { Form, Link, useNavigation } from 'react-router';

import { RadioGroup } from '#app/forms/choices.tsx';
import { ErrorSummary } from '#app/forms/error-summary.tsx';
import type { ForeignNotice } from '#app/legal-requests/foreign-authorities.ts';
import { categories, type ForeignRoute } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

type ChooserProps = {
  notice: ForeignNotice | null;
  routes: readonly ForeignRoute[];
  /** `routeUnfit`: the category cannot be asked for by this route. */
  faults: { categoryMissing: boolean; routeMissing: boolean; routeUnfit: boolean };
};

/** The category is public, so this is an ordinary form. */
export function CategoryChooser({ notice, routes, faults }: ChooserProps) {
  const t = useText();
  const texts = t.requests.start;
  const isBusy = useNavigation().state !== 'idle';
  const routeError = faults.routeMissing
    ? texts.routeMissing
    : faults.routeUnfit
      ? texts.routeUnfit
      : undefined;
  const errors = [
    ...(routeError === undefined ? [] : [{ field: 'route', text: routeError }]),
    ...(faults.categoryMissing ? [{ field: 'category', text: texts.choose }] : []),
  ];
  return (
    <Form method="post" className="stack" noValidate>
      <ErrorSummary errors={errors} attempt={faults} />
      {notice === null ? null : (
        <>
          <Alert tone="warning" title={t.legalRequests.foreignNotices[notice].title}>
            <p>{t.legalRequests.foreignNotices[notice].text}</p>
            <p>
              <strong>{texts.routeNoneTitle}</strong> {texts.routeNone}
            </p>
          </Alert>
          <RadioGroup
            id="route"
            name="route"
            legend={texts.routeLegend}
            defaultValue=""
            error={routeError}
            choices={routes.map((value) => ({ value, ...t.legalRequests.options.foreignRoute[value] }))}
          />
        </>
      )}
      <p>{texts.lead}</p>
      <RadioGroup
        id="category"
        name="category"
        legend={texts.legend}
        defaultValue=""
        error={faults.categoryMissing ? texts.choose : undefined}
        choices={categories.map((value) => {
          const { name, short, attach } = t.legalRequests.categories[value];
          return {
            value,
            label: name,
            hint: (
              <>
                {short}
                <span className="choice-hint">{texts.attach(attach)}</span>
              </>
            ),
          };
        })}
      />
      <div>
        <Button type="submit" busy={isBusy}>
          {texts.begin}
        </Button>
      </div>
      <section className="stack stack--small">
        <h2 className="kern-heading-small">{texts.moreTitle}</h2>
        <ul className="plain-list">
          {categories.map((value) => (
            <li key={value}>
              <Link className="kern-link" to={`/categories/${value}`}>
                {texts.more(t.legalRequests.categories[value].name)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Form>
  );
}
