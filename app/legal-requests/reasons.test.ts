import { describe, expect, it } from 'vitest';
import { formOf } from './categories/categories.ts';
import { categories } from './legal-request-values.ts';
import { fieldOfReason, findReason, listReasons, reasonCodes, reasons } from './reasons.ts';

describe('reasons', () => {
  it('are complete and in order', () => {
    expect(reasons.map(({ code }) => code)).toEqual([...reasonCodes]);
    expect(findReason('nothing_held')).toBeNull();
  });

  it.each(categories)('%s: point at fields that its form has', (category) => {
    const fields = formOf(category).sections.flatMap((section) => section.fields.map(({ key }) => key));
    for (const { code } of listReasons(category)) {
      const field = fieldOfReason(code, category);
      if (field !== null) expect(fields, code).toContain(field);
    }
  });

  it('of the court order do not concern subscriber data', () => {
    const codes = listReasons('subscriber_data').map(({ code }) => code);
    expect(codes).not.toContain('court_order_missing');
    expect(codes).toContain('legal_basis_missing');
  });

  it('about the channel are not offered for the portal', () => {
    expect(listReasons('traffic_data').map(({ code }) => code)).not.toContain('channel_fax');
    expect(listReasons('traffic_data', false).map(({ code }) => code)).toContain('channel_fax');
  });
});
