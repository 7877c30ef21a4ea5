import { createHash, randomBytes } from 'node:crypto';

/** 32 random octets as base64url. Only the hash of a token is ever stored. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a token. Tokens have 256 bits of their own, so no slow hash is needed. */
export const hashToken = (token: string): Uint8Array => createHash('sha256').update(token).digest();
