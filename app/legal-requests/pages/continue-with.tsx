import { Form } from 'react-router';

import { categories, type Category } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

/** A letter that asks for several kinds of data becomes several legal requests under one file number. */
export function ContinueWith({ sourceId, category }: { sourceId: string; category: Category }) {
  const t = useText();
  const texts = t.requests.receipt;
  return (
    <section className="stack stack--small no-print">
      <h2 className="kern-heading-small">{texts.continueTitle}</h2>
      <p>{texts.continueText}</p>
      <Form method="post" action="/requests/new" className="row">
        <input type="hidden" name="from" value={sourceId} />
        {categories
          .filter((other) => other !== category)
          .map((other) => (
            <Button key={other} type="submit" weight="secondary" name="category" value={other}>
              {texts.continueWith(t.legalRequests.categories[other].name)}
            </Button>
          ))}
      </Form>
    </section>
  );
}
