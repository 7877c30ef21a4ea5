import { describe, expect, it } from 'vitest';
import type { Target } from './form-answers.ts';
import { targetKinds } from './legal-request-values.ts';
import { emptyTarget, targetKey, targetKindsFor, targetSchema, targetText } from './target-schema.ts';

describe('targets', () => {
  it.each(targetKinds)('%s: an empty one is refused, with codes', (kind) => {
    const result = targetSchema.safeParse(emptyTarget(kind));
    expect(result.success).toBe(false);
    expect(result.error?.issues.map(({ message }) => message)).toContain('required');
  });

  it('other than addresses belong to subscriber data', () => {
    expect(targetKindsFor('subscriber_data')).toEqual(targetKinds);
    expect(targetKindsFor('interception')).toEqual(['email']);
  });

  it('say what they ask for in one line', () => {
    const target: Target = { kind: 'ip', address: '192.0.2.1', at: '2026-03-01T12:00:05', timeZone: 'UTC' };
    expect(targetText(target)).toBe('192.0.2.1 · 2026-03-01 12:00:05 UTC');
    expect(targetText({ kind: 'customer', number: '4711' })).toBe('4711');
  });

  it('have one key for one thing', () => {
    const at = { at: '2026-03-01T12:00', timeZone: 'UTC' };
    expect(targetKey({ kind: 'ip', address: '2001:DB8::1', ...at })).toBe(
      targetKey({ kind: 'ip', address: '2001:db8:0::1', ...at, at: '2026-03-01T12:00:00' }),
    );
    expect(targetKey({ kind: 'payment', reference: '1' })).not.toBe(
      targetKey({ kind: 'customer', number: '1' }),
    );
  });
});
