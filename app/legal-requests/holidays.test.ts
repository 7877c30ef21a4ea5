import { describe, expect, it } from 'vitest';
import { listHolidaysAround, listPublicHolidays } from './holidays.ts';

describe('public holidays', () => {
  it('lists those of Berlin in 2026', () => {
    expect(listPublicHolidays('BE', { from: 2026, to: 2026 })).toEqual([
      '2026-01-01',
      '2026-03-08',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('differs from Land to Land', () => {
    const bavaria = listPublicHolidays('BY', { from: 2026, to: 2026 });
    expect(bavaria).toContain('2026-01-06');
    expect(bavaria).not.toContain('2026-03-08');
    expect(listPublicHolidays('SN', { from: 2026, to: 2026 })).toContain('2026-11-18');
  });

  it('covers the years before and after', () => {
    const days = listHolidaysAround('2026-11-24');
    expect(days).toContain('2025-12-25');
    expect(days).toContain('2027-01-01');
  });
});
