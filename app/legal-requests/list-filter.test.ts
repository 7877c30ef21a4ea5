import { expect, test } from 'vitest';

import { isFiltered, listAddress, readListQuery } from './list-filter.ts';

const id = '01938b1e-7a2c-7000-8000-000000000001';

test('reads what it writes', () => {
  const filter = {
    status: 'returned',
    category: 'traffic_data',
    fileNumber: '12 Js 3/26',
    mine: true,
  } as const;
  for (const cursor of [{ after: id }, { before: id }, null]) {
    const address = listAddress(filter, cursor);
    expect(readListQuery(new URL(address, 'http://a').searchParams)).toEqual({ filter, cursor });
  }
});

test('takes what does not fit as if it were not there', () => {
  const query = new URLSearchParams({ status: 'secret', category: '', after: "' or 1=1", file_number: '  ' });
  const { filter, cursor } = readListQuery(query);
  expect(isFiltered(filter)).toBe(false);
  expect(cursor).toBeNull();
  expect(listAddress(filter, cursor)).toBe('/requests');
});
