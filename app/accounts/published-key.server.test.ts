import { expect, test } from 'vitest';

import { webKeyHash } from './published-key.server.ts';

test('hashes the local part as the Web Key Directory draft does in its example', () => {
  expect(webKeyHash('Joe.Doe@Example.ORG')).toBe('iy9q119eutrkn8s1mk4r39qejnbu3n5q');
});
