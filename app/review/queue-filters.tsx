import { Form, Link } from 'react-router';

import { SelectField, TextField } from '#app/forms/fields.tsx';
import { categories, channels, statuses } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { FilterFields } from '#app/ui/filter-fields.tsx';

import { formatQueueFilter, turnFilters, type QueueCounts, type QueueFilter } from './queue-filter.ts';

interface FilterProps {
  filter: QueueFilter;
  counts: QueueCounts;
  agencies: readonly { id: string; name: string }[];
  canSign: boolean;
}

const addressOf = (filter: QueueFilter) => `/desk?${formatQueueFilter(filter)}`;

/** Links for what is chosen most, a form for the rest. Both are plain addresses: they work without scripts. */
export function QueueFilters({ filter, counts, agencies, canSign }: FilterProps) {
  const t = useText();
  const { filters: text } = t.desk;
  return (
    <section className="stack stack--small" aria-label={text.title}>
      <nav aria-label={text.turnLabel} className="tab-row">
        {turnFilters.map((turn) => (
          <Link
            key={turn}
            to={addressOf({ ...filter, turn, status: null })}
            aria-current={filter.status === null && filter.turn === turn ? 'true' : undefined}
          >
            {text.counted(text.turns[turn], counts.turn[turn])}
          </Link>
        ))}
      </nav>
      <div className="filter-row">
        <QuickFilters filter={filter} counts={counts} canSign={canSign} />
        <FilterForm filter={filter} counts={counts} agencies={agencies} />
      </div>
    </section>
  );
}

function QuickFilters({ filter, counts, canSign }: Omit<FilterProps, 'agencies'>) {
  const t = useText();
  const { filters: text } = t.desk;
  const names = (['signature', 'emergency', 'overdue', 'mine'] as const).filter(
    (name) => name !== 'signature' || canSign,
  );
  return (
    <nav aria-label={text.quickLabel} className="row quick-filters">
      {names.map((name) => (
        <Link
          key={name}
          to={addressOf({ ...filter, [name]: !filter[name] })}
          aria-current={filter[name] ? 'true' : undefined}
        >
          {text.counted(text[name], counts[name])}
        </Link>
      ))}
      {formatQueueFilter(filter) === '' ? null : (
        <Link className="kern-link" to="/desk">
          {text.reset}
        </Link>
      )}
    </nav>
  );
}

function FilterForm({ filter, counts, agencies }: Omit<FilterProps, 'canSign'>) {
  const t = useText();
  const { filters: text } = t.desk;
  const choices = (
    values: readonly string[],
    label: (value: string) => string,
    count: Partial<Record<string, number>>,
  ) => values.map((value) => ({ value, label: text.counted(label(value), count[value] ?? 0) }));
  const statusNames: Record<string, { name: string }> = t.legalRequests.statuses;
  const categoryNames: Record<string, { name: string }> = t.legalRequests.categories;
  const channelNames: Record<string, string> = t.legalRequests.channels;
  const agencyNames = new Map(agencies.map(({ id, name }) => [id, name]));
  return (
    // The key makes the fields follow the address when somebody goes back.
    <Form method="get" action="/desk" className="stack stack--small" key={formatQueueFilter(filter)}>
      {filter.turn === 'provider' ? null : <input type="hidden" name="turn" value={filter.turn} />}
      {(['emergency', 'overdue', 'mine', 'signature'] as const).map((name) =>
        filter[name] ? <input key={name} type="hidden" name={name} value="1" /> : null,
      )}
      <FilterFields
        search={
          <>
            <TextField
              id="search"
              name="search"
              type="search"
              label={text.search}
              defaultValue={filter.search}
            />
            <Button type="submit" weight="secondary">
              {text.apply}
            </Button>
          </>
        }
        more={text.more}
        isOpen={[filter.status, filter.category, filter.agency, filter.channel].some((one) => one !== null)}
      >
        <SelectField
          id="status"
          name="status"
          label={text.status}
          emptyLabel={text.anyStatus}
          defaultValue={filter.status ?? ''}
          choices={choices(statuses.slice(1), (value) => statusNames[value]?.name ?? value, counts.status)}
        />
        <SelectField
          id="category"
          name="category"
          label={text.category}
          emptyLabel={text.anyCategory}
          defaultValue={filter.category ?? ''}
          choices={choices(categories, (value) => categoryNames[value]?.name ?? value, counts.category)}
        />
        <SelectField
          id="agency"
          name="agency"
          label={text.agency}
          emptyLabel={text.anyAgency}
          defaultValue={filter.agency ?? ''}
          choices={choices([...agencyNames.keys()], (id) => agencyNames.get(id) ?? id, counts.agency)}
        />
        <SelectField
          id="channel"
          name="channel"
          label={text.channel}
          emptyLabel={text.anyChannel}
          defaultValue={filter.channel ?? ''}
          choices={choices(channels, (value) => channelNames[value] ?? value, counts.channel)}
        />
      </FilterFields>
    </Form>
  );
}
