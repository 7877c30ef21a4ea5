import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
} from 'react-router';
import kernStyles from '@kern-ux/native/dist/kern.min.css?url';
import { useState, useSyncExternalStore, type ReactNode } from 'react';

import { can } from '#app/accounts/actor.ts';
import { findActorOf, findVisitor, localeOf } from '#app/middleware/session.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { errorText } from '#app/text/error-text.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import { SiteHeader, type MenuEntry } from '#app/ui/site-header.tsx';
import appStyles from '#app/ui/app.css?url';

export const middleware = [findVisitor];

export const links = () => [
  { rel: 'stylesheet', href: kernStyles },
  { rel: 'stylesheet', href: appStyles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

/** Which entries of the menu this person has. */
export function loader({ context }: LoaderFunctionArgs) {
  const { config } = context.get(servicesContext);
  const actor = findActorOf(context);
  const menu: MenuEntry[] = [];
  if (actor?.status === 'active' && actor.teamStatus === 'verified') {
    if (can(actor, 'read_own_legal_requests')) menu.push('requests');
    if (can(actor, 'see_colleagues')) menu.push('colleagues');
    if (can(actor, 'read_queue')) menu.push('queue');
    if (can(actor, 'see_agencies')) menu.push('agencies');
    if (can(actor, 'see_staff')) menu.push('staff');
    if (can(actor, 'read_costs')) menu.push('costs');
    if (can(actor, 'edit_canned_texts')) menu.push('texts');
    if (can(actor, 'publish_report')) menu.push('report');
    if (can(actor, 'manage_keys')) menu.push('keys');
    if (can(actor, 'read_audit_log')) menu.push('audit');
  }
  if (actor) menu.push('account');
  return {
    nonce: context.get(visitContext).nonce,
    locale: localeOf(context),
    providerName: config.providerName,
    demo: config.mode === 'demo',
    person: actor ? { name: actor.name, teamName: actor.teamName } : null,
    menu,
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const t = useText();
  const root = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip-link kern-link" href="#content">
          {t.layout.skipToContent}
        </a>
        <SiteHeader providerName={root?.providerName ?? ''} person={root?.person} menu={root?.menu ?? []} />
        {children}
        <SiteFooter demo={root?.demo ?? false} />
        <DocumentScripts nonce={root?.nonce} />
      </body>
    </html>
  );
}

const untilTheEnd = () => () => undefined;

/**
 * As the server wrote them. When a whole page fails, the browser draws the document anew; React makes scripts by way of
 * `innerHTML` then, which Trusted Types refuses (promise 17), and nothing would be left. They have long run by that time.
 */
function DocumentScripts({ nonce }: { nonce: string | undefined }) {
  const isInBrowser = useSyncExternalStore(
    untilTheEnd,
    () => true,
    () => false,
  );
  const [isDrawnAnew] = useState(isInBrowser);
  if (isDrawnAnew) return null;
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export function ErrorBoundary() {
  const t = useText();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  const code =
    typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'
      ? data.code
      : status === 404
        ? 'not_found'
        : 'unknown';
  const { titles } = t.errors;
  const title = status === 404 ? titles.notFound : status === 403 ? titles.forbidden : titles.failed;
  return (
    <PageMain narrow>
      <PageHeading>{title}</PageHeading>
      <p>{errorText(t, code)}</p>
      <div>
        <ButtonLink to="/">{t.errors.toStart}</ButtonLink>
      </div>
    </PageMain>
  );
}
