import {
  createContext,
  data,
  redirect,
  type MiddlewareFunction,
  type RouterContextProvider,
} from 'react-router';

import { can, type Actor } from '#app/accounts/actor.ts';
import { homeOf } from '#app/accounts/home.ts';
import type { Action } from '#app/accounts/permissions.ts';
import { findActor } from '#app/accounts/sessions.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { isLocale, type Locale } from '#app/text/catalogue.ts';

import { localeCookie, sessionCookie } from './cookies.server.ts';

const actorContext = createContext<Actor | null>(null);
const localeContext = createContext<Locale>('de');

/** Finds out who asks and in which language; hangs on the root, so every route knows. */
export const findVisitor: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const { db } = context.get(servicesContext);
  const cookies = request.headers.get('Cookie');
  const token: unknown = await sessionCookie.parse(cookies);
  const actor = typeof token === 'string' ? await findActor(db, token, new Date()) : null;
  context.set(actorContext, actor);
  const chosen: unknown = await localeCookie.parse(cookies);
  context.set(localeContext, isLocale(chosen) ? chosen : (actor?.locale ?? preferredLocale(request)));
  return next();
};

/** The first language of the browser's list that there is a catalogue for; German otherwise. */
function preferredLocale(request: Request): Locale {
  const wanted = (request.headers.get('Accept-Language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? 'de';
}

type Context = Readonly<RouterContextProvider>;

export const findActorOf = (context: Context): Actor | null => context.get(actorContext);
export const localeOf = (context: Context): Locale => context.get(localeContext);

const wantsJson = (request: Request) => request.headers.get('Accept')?.includes('application/json') === true;

/** @throws Response: redirect to the sign-in page that leads back */
export function requireActor(context: Context, request: Request): Actor {
  const actor = context.get(actorContext);
  if (actor) return actor;
  const url = new URL(request.url);
  if (wantsJson(request)) throw data({ code: 'signed_out' }, 401);
  const back = request.method === 'GET' ? url.pathname.replace(/\.data$/, '') + url.search : '/';
  throw redirect(`/sign-in?to=${encodeURIComponent(back)}`);
}

/**
 * For the pages of one side: who still waits to be let in comes to the page that says for what, not to a refusal.
 * @throws Response: that redirect, or as `requireActor`
 */
export function requireAdmitted(context: Context, request: Request): Actor {
  const actor = requireActor(context, request);
  const home = homeOf(actor);
  if (home === '/waiting' && request.method === 'GET' && !wantsJson(request)) throw redirect(home);
  return actor;
}

/** Who acts, if allowed to do this. @throws Response 401/403 */
export function requireActorWho(context: Context, request: Request, action: Action): Actor {
  const actor = requireActor(context, request);
  if (!can(actor, action)) throw data({ code: 'forbidden' }, 403);
  return actor;
}
