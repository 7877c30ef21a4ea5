import { expect, test } from 'vitest';

import { agencyTimeline } from './timeline.ts';

const at = new Date('2026-11-24T08:00:00Z');
const colleagues = new Map([['anna', 'Anna Beispiel']]);

test('shows what concerns the agency, and names only its own people', () => {
  const entries = agencyTimeline(
    [
      { version: 1, type: 'submitted', at, actorId: 'anna', payload: { revision: 1 } },
      { version: 2, type: 'claimed', at, actorId: 'dpo', payload: {} },
      { version: 3, type: 'note_added', at, actorId: 'dpo', payload: { noteId: 'n' } },
      { version: 4, type: 'decision_proposed', at, actorId: 'dpo', payload: { revision: 1 } },
      { version: 5, type: 'rejected', at, actorId: 'counsel', payload: { revision: 1 } },
      { version: 6, type: 'closed', at, actorId: null, payload: {} },
    ],
    colleagues,
  );
  expect(entries.map(({ type, by, name }) => [type, by, name])).toEqual([
    ['submitted', 'agency', 'Anna Beispiel'],
    ['rejected', 'provider', null],
    ['closed', 'system', null],
  ]);
});
