/**
 * The recovery code: 26 random symbols (130 bit) of Crockford's base32 and two check symbols, written in groups of four.
 *
 * The check symbols are a Reed–Solomon code over the field of 32 elements: any one or two wrong symbols, and any two that were swapped,
 * are noticed before the code is tried, so "mistyped" and "wrong code" are told apart.
 */
import { randomBytes } from './random-bytes.ts';
import { SealingError } from './sealing-error.ts';
import { toBase64Url } from './base64url.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomSymbols = 26;
const checkSymbols = 2;
const groupLength = 4;

/** g(x) = (x − α)(x − α²) = x² + 6x + 8 with α = 2 in GF(32), α⁵ = α² + 1. */
const generator = [6, 8] as const;

/** A new code, grouped for reading: `ABCD-EFGH-…`, seven groups. Throws `random_failed`. */
export function createRecoveryCode(): string {
  const symbols = [...randomBytes(randomSymbols)].map((octet) => octet & 31);
  const [first, second] = remainder([...symbols, 0, 0]);
  const text = [...symbols, first, second].map((symbol) => alphabet[symbol]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * The code as typed, reduced to its 28 symbols: any case, spaces and hyphens, O for 0, I and L for 1. Throws `recovery_code_typo`
 * if it cannot be a code of ours.
 */
export function normaliseRecoveryCode(typed: string): string {
  const text = withoutReadingTraps(typed);
  const symbols = [...text].map((symbol) => alphabet.indexOf(symbol));
  const isWhole = symbols.length === randomSymbols + checkSymbols && !symbols.includes(-1);
  if (!isWhole || remainder(symbols).some((symbol) => symbol !== 0)) {
    throw new SealingError('recovery_code_typo');
  }
  return text;
}

/**
 * What a person sends to show that the code is known: SHA-256("amtsweg.recovery.v1" ‖ code), base64url. It reveals nothing of the
 * envelope's key, which is derived from the code under another label. Throws `recovery_code_typo`.
 */
export async function recoveryProof(code: string): Promise<string> {
  const text = new TextEncoder().encode(`amtsweg.recovery.v1${normaliseRecoveryCode(code)}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

/** Whether the group at `index` (0–6), typed by a person, is that of `code`; for "type the third group" after showing the code. */
export function isRecoveryCodeGroup(code: string, index: number, typed: string): boolean {
  const start = index * groupLength;
  const expected = normaliseRecoveryCode(code).slice(start, start + groupLength);
  return expected !== '' && withoutReadingTraps(typed) === expected;
}

function withoutReadingTraps(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The polynomial with these coefficients (highest first) modulo the generator. */
function remainder(coefficients: readonly number[]): [number, number] {
  let high = 0;
  let low = 0;
  for (const coefficient of coefficients) {
    const factor = high;
    high = low ^ multiply(factor, generator[0]);
    low = coefficient ^ multiply(factor, generator[1]);
  }
  return [high, low];
}

/** Multiplication in GF(32). */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit--) {
    product <<= 1;
    if (product & 32) product ^= 0b100101;
    if ((right >> bit) & 1) product ^= left;
  }
  return product;
}
