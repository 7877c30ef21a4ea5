import { expect, test } from 'vitest';
import { z } from './zod.ts';

test('zod never builds functions from text, which the content security policy forbids', () => {
  expect(z.config().jitless).toBe(true);
});
