import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';

import { describeError, loggedPath } from '#app/log.server.ts';
import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { loadText } from '#app/text/load-text.ts';
import { TextProvider } from '#app/text/text.tsx';

const renderTimeout = 10_000;

/** Renders a page. Bots wait for all of it, people get the shell first. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitContext);
  const locale = localeOf(context);
  const text = await loadText(locale);
  const waitForAll = isbot(request.headers.get('User-Agent'));
  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <TextProvider locale={locale} text={text}>
        <ServerRouter context={entryContext} url={request.url} nonce={nonce} />
      </TextProvider>,
      {
        nonce,
        onShellReady: () => !waitForAll && respond(),
        onAllReady: () => waitForAll && respond(),
        onShellError: reject,
        onError(error) {
          if (answered)
            context.get(servicesContext).log.error({ event: 'render_failed', ...describeError(error) });
        },
      },
    );
    function respond() {
      answered = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      pipe(body);
    }
    setTimeout(abort, renderTimeout).unref();
  });
}

/** Errors of loaders and actions: name and place into the log, never what they were given. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
) {
  if (request.signal.aborted) return;
  context.get(servicesContext).log.error({
    event: 'route_failed',
    path: loggedPath(new URL(request.url).pathname),
    ...describeError(error),
  });
}
