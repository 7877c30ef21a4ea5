import { Form, Link } from 'react-router';

import { TextField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import type { SavedView } from './saved-views.server.ts';

/** Filters under names of one's own; the one that is shown can be saved. */
export function SavedViews({ views, query }: { views: readonly SavedView[]; query: string }) {
  const t = useText();
  const { views: text } = t.desk;
  const isSaved = views.some((view) => view.query === query);
  const address = query === '' ? '/desk' : `/desk?${query}`;
  if (views.length === 0 && query === '') return null;
  return (
    <section className="stack stack--small saved-views" aria-label={text.title}>
      <h2 className="kern-title">{text.title}</h2>
      <ul className="plain-list row">
        {views.map((view) => (
          <li key={view.id} className="saved-view">
            <Link to={`/desk?${view.query}`} aria-current={view.query === query ? 'true' : undefined}>
              {view.name}
            </Link>
            <Form method="post" action={address}>
              <input type="hidden" name="intent" value="remove_view" />
              <input type="hidden" name="id" value={view.id} />
              <button type="submit" className="saved-view__remove" aria-label={text.remove(view.name)}>
                ×
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {isSaved || query === '' ? null : (
        <details>
          <summary>{text.saveTitle}</summary>
          <Form method="post" action={address} className="filter-form" key={query}>
            <input type="hidden" name="intent" value="save_view" />
            <TextField id="view-name" name="name" label={text.name} maxLength={60} required />
            <Button type="submit" weight="secondary">
              {text.save}
            </Button>
          </Form>
        </details>
      )}
    </section>
  );
}
