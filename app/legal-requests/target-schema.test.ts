import { describe, expect, it } from 'vitest';
import type { Target } from './form-answers.ts';
import { targetKinds } from './legal-request-values.ts';
import {
  emptyTarget,
  targetKey,
  targetKindsFor,
  targetSchema,
  targetText,
  toKind,
  trimTarget,
} from './target-schema.ts';

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

  it('of an IP address need a time zone that somebody chose', () => {
    const target = { ...emptyTarget('ip'), address: '192.0.2.1', at: '2026-03-01T12:00' };
    const issues = targetSchema.safeParse(target).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join('.'), message])).toContainEqual([
      'timeZone',
      'required',
    ]);
  });

  it('are well-formed with the blanks of a paste, and lose them', () => {
    const pasted: Target[] = [
      { kind: 'email', address: ' a@mail.example\t' },
      { kind: 'ip', address: '192.0.2.1 ', at: '2026-03-01T12:00', timeZone: 'UTC' },
    ];
    for (const target of pasted) expect(targetSchema.safeParse(target).success).toBe(true);
    expect(pasted.map(trimTarget)).toEqual([
      { kind: 'email', address: 'a@mail.example' },
      { kind: 'ip', address: '192.0.2.1', at: '2026-03-01T12:00', timeZone: 'UTC' },
    ]);
  });

  it('keep what was typed when they become another kind', () => {
    expect(toKind({ kind: 'email', address: '4711' }, 'customer')).toEqual({
      kind: 'customer',
      number: '4711',
    });
    expect(toKind({ kind: 'person', name: 'x', dateOfBirth: '1990-01-01' }, 'payment')).toEqual({
      kind: 'payment',
      reference: 'x',
    });
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
