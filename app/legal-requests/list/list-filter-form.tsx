import { Form } from 'react-router';

import { SelectField, TextField } from '#app/forms/fields.tsx';
import { categories, statuses } from '#app/legal-requests/legal-request-values.ts';
import { isFiltered, type ListFilter } from '#app/legal-requests/list-filter.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { FilterFields } from '#app/ui/filter-fields.tsx';

/** A plain GET form: the filter stands in the address. */
export function ListFilterForm({ filter }: { filter: ListFilter }) {
  const t = useText();
  const texts = t.requests.list;
  return (
    <Form
      method="get"
      className="stack stack--small"
      role="search"
      aria-label={texts.filter}
      key={JSON.stringify(filter)}
    >
      <FilterFields
        search={
          <>
            <TextField
              id="file_number"
              name="file_number"
              label={texts.fileNumber}
              placeholder={texts.fileNumberHint}
              defaultValue={filter.fileNumber}
              autoComplete="off"
            />
            <Button type="submit" weight="secondary">
              {texts.apply}
            </Button>
            {isFiltered(filter) ? (
              <ButtonLink weight="tertiary" to="/requests">
                {texts.reset}
              </ButtonLink>
            ) : null}
          </>
        }
        more={texts.more}
        isOpen={filter.status !== null || filter.category !== null || filter.mine}
      >
        <SelectField
          id="status"
          name="status"
          label={texts.status}
          defaultValue={filter.status ?? ''}
          emptyLabel={texts.all}
          choices={statuses.map((value) => ({ value, label: t.legalRequests.statuses[value].name }))}
        />
        <SelectField
          id="category"
          name="category"
          label={texts.category}
          defaultValue={filter.category ?? ''}
          emptyLabel={texts.all}
          choices={categories.map((value) => ({ value, label: t.legalRequests.categories[value].name }))}
        />
        <SelectField
          id="who"
          name="who"
          label={texts.who}
          defaultValue={filter.mine ? 'me' : ''}
          emptyLabel={texts.whoAll}
          choices={[{ value: 'me', label: texts.whoMine }]}
        />
      </FilterFields>
    </Form>
  );
}
