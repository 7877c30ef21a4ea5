import { RouterContextProvider } from 'react-router';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { sessionCookie } from '#app/middleware/cookies.server.ts';
import { findVisitor } from '#app/middleware/session.server.ts';
import { createLog } from '#app/log.server.ts';
import routes from '#app/routes.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { approvals, people, teams } from '#db/schema.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTestServices, type TestServices } from '#test/factories.ts';

import { agencyRoles, mayDo, providerRoles, type Role } from './permissions.ts';
import { routeAccess, type Access } from './route-access.ts';
import { createSession } from './sessions.server.ts';

/** A route with the files of its layouts, outermost first. */
interface Route {
  id: string;
  path: string;
  files: string[];
}

function flatten(entries: readonly RouteConfigEntry[], files: string[] = [], path = ''): Route[] {
  return entries.flatMap((entry) => {
    const own = [...files, entry.file];
    const address = [path, entry.path].filter(Boolean).join('/');
    const id = entry.file.replace(/\.tsx?$/, '');
    return [{ id, path: address, files: own }, ...flatten(entry.children ?? [], own, address)];
  });
}

const allRoutes = flatten(routes);
const roles: Role[] = [...agencyRoles, ...providerRoles];
type Visitor = Role | 'waiting' | 'nobody';
const visitors: Visitor[] = [...roles, 'waiting', 'nobody'];

let database: TestDatabase;
let services: TestServices;
const personIds = new Map<Visitor, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  services = createTestServices(database.db);
  const { db } = database;
  const [providerId, agencyId] = [uuidv7(), uuidv7()];
  await db.insert(teams).values([
    { id: providerId, kind: 'provider', name: 'P', country: 'DE', status: 'verified' },
    { id: agencyId, kind: 'agency', name: 'A', country: 'DE', agencyKind: 'police', status: 'pending' },
  ]);
  for (const visitor of visitors.filter((one) => one !== 'nobody')) {
    const role = visitor === 'waiting' ? 'lead' : visitor;
    const id = uuidv7();
    personIds.set(visitor, id);
    await db.insert(people).values({
      id,
      teamId: (agencyRoles as readonly Role[]).includes(role) ? agencyId : providerId,
      role,
      status: visitor === 'waiting' ? 'waiting' : 'active',
      email: `${visitor}@example.org`,
      name: visitor,
      userHandle: id,
    });
  }
  await db.insert(approvals).values({
    id: uuidv7(),
    action: 'verify_agency',
    teamId: agencyId,
    details: {},
    proposedBy: personIds.get('admin') ?? '',
    confirmedBy: personIds.get('dpo') ?? '',
    confirmedAt: new Date(),
  });
  await database.pool.query(`update teams set status = 'verified' where kind = 'agency'`);
});
afterAll(() => database.close());

interface RouteModule {
  middleware?: ((args: object, next: () => Promise<Response>) => unknown)[];
  loader?: (args: object) => unknown;
  action?: (args: object) => unknown;
}

async function requestAs(
  visitor: Visitor,
  route: Route,
  method: 'GET' | 'POST',
  accept = 'application/json',
): Promise<Request> {
  const headers = new Headers({ Accept: accept, 'Content-Type': 'application/json' });
  const personId = personIds.get(visitor);
  if (personId !== undefined) {
    const session = { personId, passkeyId: 'x', userAgent: 'test', now: new Date() };
    const { token } = await createSession(database.db, session);
    headers.set('Cookie', (await sessionCookie.serialize(token)).split(';')[0] ?? '');
  }
  const url = `${services.config.origin}/${route.path.replace(/:\w+|\*/g, uuidv7())}`;
  return new Request(url, { method, headers, ...(method === 'POST' ? { body: '{}' } : {}) });
}

/** Where somebody who asks for a page with the browser is led by the guards of its layouts; null when nowhere. */
async function findWayOf(visitor: Visitor, id: string): Promise<string | null> {
  const route = allRoutes.find((one) => one.id === id);
  if (!route) throw new Error(id);
  const request = await requestAs(visitor, route, 'GET', 'text/html');
  const context = new RouterContextProvider();
  context.set(servicesContext, { ...services, log: createLog('silent') });
  const next = () => Promise.resolve(new Response());
  await findVisitor({ request, context } as never, next);
  for (const file of route.files) {
    const { middleware = [] } = (await import(`#app/${file}`)) as RouteModule;
    try {
      for (const guard of middleware) await guard({ request, context }, next);
    } catch (thrown) {
      return thrown instanceof Response ? thrown.headers.get('Location') : null;
    }
  }
  return null;
}

/** The status that a route's guards end with; 0 when they let the visitor pass, whatever happens after them. */
async function visit(visitor: Visitor, route: Route, method: 'GET' | 'POST'): Promise<number> {
  const request = await requestAs(visitor, route, method);
  const context = new RouterContextProvider();
  context.set(servicesContext, { ...services, log: createLog('silent') });
  context.set(visitContext, { requestId: 'x', nonce: 'x', clientAddress: '192.0.2.1' });
  const args = { request, context, params: { id: uuidv7(), token: 'x', category: 'x', hash: 'x', '*': 'x' } };
  const next = () => Promise.resolve(new Response());
  try {
    await findVisitor(args as never, next);
    const modules: RouteModule[] = [];
    for (const file of route.files) modules.push((await import(`#app/${file}`)) as RouteModule);
    for (const { middleware = [] } of modules) for (const guard of middleware) await guard(args, next);
    const own = modules.at(-1);
    if (method === 'POST') return statusOf(await own?.action?.(args));
    for (const { loader } of modules) {
      const status = statusOf(await loader?.(args));
      if (status !== 0) return status;
    }
    return 0;
  } catch (thrown) {
    return statusOf(thrown);
  }
}

function statusOf(result: unknown): number {
  if (result instanceof Response) {
    if (result.headers.get('Location')?.startsWith('/sign-in') === true) return 401;
    return refusals.has(result.status) ? result.status : 0;
  }
  const { init } = (result ?? {}) as { init?: { status?: number } };
  return init?.status !== undefined && refusals.has(init.status) ? init.status : 0;
}
const refusals = new Set([401, 403]);

function mayPass(visitor: Visitor, access: Access): boolean {
  if (access === 'public' || access === 'demo') return true;
  if (visitor === 'nobody') return false;
  if (access === 'signed_in') return true;
  if (visitor === 'waiting') return false;
  if (access === 'agency') return (agencyRoles as readonly Role[]).includes(visitor);
  if (access === 'provider') return (providerRoles as readonly Role[]).includes(visitor);
  return mayDo(visitor, access);
}

/** Answers with 401 of their own that are no guard: an answer without a passkey. */
const ownRefusals = new Set(['routes/accounts/sign-in-verify', 'routes/accounts/recover-options']);

describe('promise 14: the table of routes', () => {
  test('names every route, and no other', () => {
    expect(Object.keys(routeAccess).sort()).toEqual(allRoutes.map(({ id }) => id).sort());
  });

  test.each(allRoutes)('$id refuses everybody else', async (route) => {
    const access = routeAccess[route.id];
    if (!access || ownRefusals.has(route.id)) return;
    const modules = await Promise.all(
      route.files.map(async (file) => (await import(`#app/${file}`)) as RouteModule),
    );
    // The framework itself refuses to read where no loader is, and to change where no action is.
    const isReadable = modules.some(({ loader }) => loader !== undefined);
    for (const visitor of visitors) {
      const read = isReadable ? await visit(visitor, route, 'GET') : null;
      if (read !== null)
        expect([visitor, 'read', read === 0]).toEqual([visitor, 'read', mayPass(visitor, access.read)]);
      if (!modules.at(-1)?.action) continue;
      const change = await visit(visitor, route, 'POST');
      expect([visitor, 'change', change === 0]).toEqual([visitor, 'change', mayPass(visitor, access.change)]);
    }
  });
});

test('who waits to be let in is led to the page that says for what; others stay where they are', async () => {
  for (const id of ['routes/requests/list', 'routes/requests/request', 'routes/desk/queue']) {
    expect(await findWayOf('waiting', id)).toBe('/waiting');
    expect(await findWayOf('nobody', id)).toMatch(/^\/sign-in/);
    expect(await findWayOf('lead', id)).toBeNull();
  }
  expect(await findWayOf('waiting', 'routes/accounts/account')).toBeNull();
});
