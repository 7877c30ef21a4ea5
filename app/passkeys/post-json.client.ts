import { noteSessionOver } from '#app/accounts/leave-browser.client.ts';

/** The server said no, or nothing. `code` is a key of the error texts. */
export class RequestError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, details: Record<string, unknown> = {}) {
    super(code);
    this.name = 'RequestError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** Sends JSON to an address of our own. @throws RequestError with the server's code, or `no_connection` */
export async function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  return sendJson<Answer>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Asks for JSON. @throws RequestError */
export async function getJson<Answer>(path: string): Promise<Answer> {
  return sendJson<Answer>(path, { headers: { Accept: 'application/json' } });
}

async function sendJson<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', redirect: 'error' });
  } catch {
    throw new RequestError('no_connection', 0);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as Answer;
  const { code, details } = (answer ?? {}) as { code?: string; details?: Record<string, unknown> };
  if (code === 'signed_out') noteSessionOver();
  throw new RequestError(code ?? 'unknown', response.status, details);
}
