import { describe, expect, test } from 'vitest';

import {
  countQueue,
  formatQueueCursor,
  formatQueueFilter,
  readQueueCursor,
  readQueueFilter,
} from './queue-filter.ts';
import type { QueueCount } from './queue-filter.ts';

const read = (query: string) => readQueueFilter(new URLSearchParams(query));

describe('filter in the address', () => {
  test('goes there and back', () => {
    const query =
      'turn=all&status=returned&category=interception&agency=019376a0-0000-7000-8000-000000000002&search=1+Js&emergency=1&mine=1';
    expect(formatQueueFilter(read(query))).toBe(query);
    expect(formatQueueFilter(read(''))).toBe('');
  });

  test('what cannot be meant counts as not there', () => {
    expect(read('turn=mars&status=draft&category=x&agency=1&emergency=yes')).toEqual(read(''));
    expect(read(`search=${'x'.repeat(61)}`).search).toBe('');
  });

  test('cursors go there and back, and nothing else is one', () => {
    const cursor = {
      priority: 'normal' as const,
      dueAt: new Date(1_795_506_657_945),
      reference: 'AW-2026-000123',
    };
    expect(readQueueCursor(formatQueueCursor(cursor))).toEqual(cursor);
    const undated = { ...cursor, dueAt: null };
    expect(readQueueCursor(formatQueueCursor(undated))).toEqual(undated);
    for (const text of [null, '', 'normal~x~y', "normal~~' or 1=1 --"])
      expect(readQueueCursor(text)).toBeNull();
  });
});

test('counts tell what a choice would show, with all other filters as they are', () => {
  const row: QueueCount = {
    status: 'submitted',
    turn: 'provider',
    category: 'traffic_data',
    priority: 'normal',
    teamId: 'a',
    channel: 'portal',
    isOverdue: false,
    isMine: false,
    waitsForMe: false,
    count: 2,
  };
  const rows: QueueCount[] = [
    row,
    { ...row, status: 'returned', turn: 'agency', count: 3 },
    { ...row, category: 'interception', isOverdue: true, count: 5 },
    { ...row, status: 'in_review', teamId: 'b', priority: 'emergency', waitsForMe: true, count: 7 },
  ];
  const all = countQueue(rows, read(''));
  expect(all).toMatchObject({ shown: 14, emergency: 7, overdue: 5, mine: 0, signature: 7 });
  expect(all.turn).toEqual({ provider: 14, agency: 3, all: 17 });
  expect(all.agency).toEqual({ a: 7, b: 7 });
  const narrowed = countQueue(rows, read('category=interception'));
  expect(narrowed.shown).toBe(5);
  expect(narrowed.category).toEqual({ traffic_data: 9, interception: 5 });
  expect(narrowed.turn.all).toBe(5);
  expect(countQueue(rows, read('status=returned')).shown).toBe(3);
});
