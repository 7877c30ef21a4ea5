import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';

import { loadText } from '#app/text/load-text.ts';
import { TextProvider } from '#app/text/text.tsx';

import { AuditEvent } from './audit-event.tsx';

const event = {
  position: 7,
  objectType: 'team',
  objectId: '019aaf3c-7d10-7c51-9c1e-0123456789ab',
  type: 'key_rotated',
  payload: {
    fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567',
    predecessor: null,
    statementSha256: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
  },
  at: new Date('2026-11-24T13:05:00Z'),
  actorName: null,
  hash: 'ab'.repeat(32),
};

test('an event is said in words, and nothing of it is out of reach: all stands in the technical details', async () => {
  const markup = renderToStaticMarkup(
    <MemoryRouter>
      <TextProvider locale="de" text={await loadText('de')}>
        <AuditEvent event={event} />
      </TextProvider>
    </MemoryRouter>,
  );
  expect(markup).toContain('<strong>Team-Schlüssel gewechselt</strong>');
  expect(markup).toContain('0123 4567 89AB CDEF');
  expect(markup).toContain(`title="${event.payload.statementSha256}">n4bQgYhMfW…`);
  const [, details] = /<pre>(.*)<\/pre>/s.exec(markup) ?? [];
  const { type, objectType, objectId, payload, hash } = event;
  expect(JSON.parse((details ?? '').replaceAll('&quot;', '"'))).toEqual({
    type,
    objectType,
    objectId,
    payload,
    hash,
  });
});
