import type { z } from '#app/forms/zod.ts';
import { DomainError } from '#app/domain-error.ts';

/** Everything that comes as JSON is small: keys, envelopes, signatures, sealed forms. */
const defaultLimit = 2 * 1024 * 1024;

/**
 * Reads and checks a JSON body. Counts while it reads, so that a body without a length stops at the limit too.
 * @throws DomainError `bad_input` (400), `too_large` (413)
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limitBytes = defaultLimit,
): Promise<z.infer<Schema>> {
  const text = new TextDecoder().decode(await readBody(request, limitBytes));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError('bad_input');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new DomainError('bad_input');
  return parsed.data;
}

/** Reads a body as it is. @throws DomainError `too_large` (413) */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > limitBytes) throw new DomainError('too_large', {}, 413);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
