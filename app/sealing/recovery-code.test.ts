import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createRecoveryCode,
  isRecoveryCodeGroup,
  normaliseRecoveryCode,
  recoveryProof,
} from './recovery-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const position = fc.integer({ min: 0, max: 27 });
const symbol = fc.constantFrom(...alphabet);

test('a code is seven groups of four symbols and never the same twice', () => {
  const codes = Array.from({ length: 200 }, createRecoveryCode);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(codes).size).toBe(codes.length);
});

test('case, spaces, dashes and look-alikes do not matter', () => {
  const code = createRecoveryCode();
  const plain = code.replaceAll('-', '');
  const typed = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
  expect(normaliseRecoveryCode(typed)).toBe(plain);
  expect(normaliseRecoveryCode(plain.replaceAll('1', 'I').replaceAll('0', 'O'))).toBe(plain);
});

test('any one or two wrong symbols are told as a typo', () => {
  fc.assert(
    fc.property(position, symbol, position, symbol, (first, firstSymbol, second, secondSymbol) => {
      const code = createRecoveryCode().replaceAll('-', '');
      const symbols = [...code];
      symbols[first] = firstSymbol;
      symbols[second] = secondSymbol;
      const typed = symbols.join('');
      if (typed === code) return;
      expect(() => normaliseRecoveryCode(typed)).toThrow(
        expect.objectContaining({ code: 'recovery_code_typo' }),
      );
    }),
    { numRuns: 1000 },
  );
});

test('swapped neighbours, missing and foreign symbols are told as a typo', () => {
  const code = createRecoveryCode().replaceAll('-', '');
  for (let at = 0; at + 1 < code.length; at++) {
    const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
    if (swapped !== code) expect(() => normaliseRecoveryCode(swapped)).toThrow('recovery_code_typo');
  }
  for (const typed of ['', code.slice(1), `${code}0`, `U${code.slice(1)}`, `ä${code.slice(1)}`]) {
    expect(() => normaliseRecoveryCode(typed)).toThrow('recovery_code_typo');
  }
});

test('a proof is 32 octets, depends on the code alone and not on how it is typed', async () => {
  const code = createRecoveryCode();
  const proof = await recoveryProof(code);
  expect(proof).toMatch(/^[\w-]{43}$/);
  expect(await recoveryProof(code.toLowerCase().replaceAll('-', ''))).toBe(proof);
  expect(await recoveryProof(createRecoveryCode())).not.toBe(proof);
  await expect(recoveryProof('no code')).rejects.toMatchObject({ code: 'recovery_code_typo' });
});

test('typing one group confirms that the code was written down', () => {
  const code = createRecoveryCode();
  const groups = code.split('-');
  groups.forEach((group, index) => {
    expect(isRecoveryCodeGroup(code, index, ` ${group.toLowerCase()} `)).toBe(true);
    expect(isRecoveryCodeGroup(code, index, '')).toBe(false);
  });
  expect(isRecoveryCodeGroup(code, 7, '')).toBe(false);
});
