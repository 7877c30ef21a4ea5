import { data } from 'react-router';

import { DomainError } from '#app/domain-error.ts';

/**
 * Runs a domain call of a resource route and turns its `DomainError` into `{ code, details }` with the error's status.
 * A `Response`, of a download, is passed through.
 * Pages that let the error pass show it through the error boundary.
 */
export async function answerJson<T>(call: () => Promise<T>): Promise<Response> {
  try {
    const result = await call();
    return result instanceof Response ? result : Response.json(result ?? {});
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Response.json({ code: error.code, details: error.details }, { status: error.status });
  }
}

/** For loaders and page actions: a `DomainError` becomes an answer with its status for the error boundary. */
export async function answerPage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw data({ code: error.code }, { status: error.status });
  }
}
