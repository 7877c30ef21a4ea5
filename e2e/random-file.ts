import { createHash, randomFillSync } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const piece = Buffer.alloc(1024 * 1024);

/**
 * Writes a file of random octets, piece by piece, because it may be larger than what should lie in memory.
 * @param bytes a multiple of 1 MiB
 * @returns its SHA-256, hexadecimal
 */
export function makeRandomFile(path: string, bytes: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  const hash = createHash('sha256');
  for (let written = 0; written < bytes; written += piece.length) {
    appendFileSync(path, randomFillSync(piece));
    hash.update(piece);
  }
  return hash.digest('hex');
}
