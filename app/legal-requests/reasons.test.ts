import { describe, expect, it } from 'vitest';
import { formOf } from './categories/categories.ts';
import { categories, type Category } from './legal-request-values.ts';
import {
  fieldOfReason,
  findReason,
  listReasons,
  reasonCodes,
  reasons,
  type ReasonContext,
} from './reasons.ts';

describe('reasons', () => {
  it('are complete and in order', () => {
    expect(reasons.map(({ code }) => code)).toEqual([...reasonCodes]);
    expect(findReason('nothing_held')).toBeNull();
  });

  it.each(categories)('%s: point at fields that its form has', (category) => {
    const fields = formOf(category).sections.flatMap((section) => section.fields.map(({ key }) => key));
    for (const { code } of listReasons(category, { isFromPortal: false, needsOrder: true })) {
      const field = fieldOfReason(code, category);
      if (field !== null) expect(fields, code).toContain(field);
    }
  });

  const codes = (category: Category, context: Partial<ReasonContext> = {}) =>
    listReasons(category, { isFromPortal: true, needsOrder: false, ...context }).map(({ code }) => code);

  it('of the order concern subscriber data only where the basis asks for one', () => {
    expect(codes('subscriber_data')).not.toContain('court_order_missing');
    expect(codes('subscriber_data')).toContain('legal_basis_missing');
    const ordered = codes('subscriber_data', { needsOrder: true });
    for (const code of ['court_order_missing', 'order_defective', 'order_incomplete', 'order_expired'])
      expect(ordered).toContain(code);
    expect(ordered).not.toContain('period_too_long');
  });

  it('about the channel are not offered for the portal', () => {
    expect(codes('traffic_data')).not.toContain('channel_fax');
    expect(codes('traffic_data', { isFromPortal: false })).toContain('channel_fax');
  });
});
