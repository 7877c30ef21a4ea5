import { z } from '#app/forms/zod.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';

const clientDataSchema = z.object({ challenge: z.string().min(1).max(200) });

/**
 * The challenge that an answer names (WebAuthn §5.8.1), so that its row can be found; nothing is proved by it yet.
 * @returns null when it cannot be read
 */
export function challengeOf(clientDataJson: string): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(clientDataJson));
    return clientDataSchema.parse(JSON.parse(text)).challenge;
  } catch {
    return null;
  }
}
