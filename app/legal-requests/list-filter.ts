import { z } from '#app/forms/zod.ts';

import { categories, statuses } from './legal-request-values.ts';

/** What an agency's list can be narrowed to, as it stands in the address. */
export type ListFilter = {
  status: (typeof statuses)[number] | null;
  category: (typeof categories)[number] | null;
  /** Part of the file number, without regard to case. */
  fileNumber: string;
  /** Only what the reader is in charge of. */
  mine: boolean;
};

/** Where a page begins: behind this legal request, or before it when paging back. */
export type ListCursor = { after: string } | { before: string } | null;

const uuid = z.uuid();

/** Reads filter and cursor from an address; whatever does not fit is as if it were not there. */
export function readListQuery(query: URLSearchParams): { filter: ListFilter; cursor: ListCursor } {
  const fileNumber = (query.get('file_number') ?? '').trim().slice(0, 60);
  return {
    filter: {
      status: statuses.find((one) => one === query.get('status')) ?? null,
      category: categories.find((one) => one === query.get('category')) ?? null,
      fileNumber,
      mine: query.get('who') === 'me',
    },
    cursor: readCursor(query),
  };
}

function readCursor(query: URLSearchParams): ListCursor {
  const after = uuid.safeParse(query.get('after'));
  if (after.success) return { after: after.data };
  const before = uuid.safeParse(query.get('before'));
  return before.success ? { before: before.data } : null;
}

/** The address of another page of the same list. */
export function listAddress(filter: ListFilter, cursor: ListCursor): string {
  const query = new URLSearchParams();
  if (filter.status) query.set('status', filter.status);
  if (filter.category) query.set('category', filter.category);
  if (filter.fileNumber !== '') query.set('file_number', filter.fileNumber);
  if (filter.mine) query.set('who', 'me');
  if (cursor && 'after' in cursor) query.set('after', cursor.after);
  if (cursor && 'before' in cursor) query.set('before', cursor.before);
  const text = query.toString();
  return text === '' ? '/requests' : `/requests?${text}`;
}

export function isFiltered({ status, category, fileNumber, mine }: ListFilter): boolean {
  return status !== null || category !== null || fileNumber !== '' || mine;
}
