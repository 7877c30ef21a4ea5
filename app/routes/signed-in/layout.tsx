import { useEffect } from 'react';
import { Outlet, useLoaderData, useLocation, useRevalidator, useRouteLoaderData } from 'react-router';

import { useUnlockedRoom } from '#app/accounts/crypto-room-status.ts';
import { homeOf } from '#app/accounts/home.ts';
import { recipientsFor } from '#app/accounts/intake-key.server.ts';
import { SealingKeysProvider } from '#app/accounts/sealing-keys-context.tsx';
import { lacksTeamKey, listHeldTeamKeys, listKeysToGive } from '#app/accounts/team-grants.server.ts';
import { TeamKeyNotice } from '#app/accounts/team-key-notice.tsx';
import { fetchUnlockMaterial, openNewTeamKeys } from '#app/accounts/unlocked-room.client.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/layout.ts';

/** Runs before every loader and action below, also on client navigation, because this layout has a loader. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    requireActor(context, request);
    return next();
  },
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const { db, config } = context.get(servicesContext);
  const isAdmitted = actor.status === 'active' && actor.teamStatus === 'verified';
  return {
    personId: actor.personId,
    isAdmitted,
    teamKind: actor.teamKind,
    recipients: await recipientsFor(db, config, actor),
    heldTeamKeys: isAdmitted ? await listHeldTeamKeys(db, actor) : [],
    home: homeOf(actor),
    keyNews: {
      teamKind: actor.teamKind,
      waiting: isAdmitted ? await listNamesWithoutKey(db, actor) : [],
      isLacking: await lacksTeamKey(db, actor),
    },
  };
}

/** Members who were let in and wait for a key that this person could give. */
async function listNamesWithoutKey(...[db, actor]: Parameters<typeof listKeysToGive>): Promise<string[]> {
  const active = (await listKeysToGive(db, actor)).filter(({ status }) => status === 'active');
  return [...new Map(active.map(({ personId, name }) => [personId, name])).values()];
}

/** Around every page of people who signed in: which keys may be sealed to, and news of the team's key. */
export default function SignedInLayout() {
  const { recipients, teamKind, home, keyNews } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  useFreshHeader();
  useNewTeamKeys();
  return (
    <SealingKeysProvider teamKind={teamKind} recipients={recipients}>
      {/* Where people begin; not in the middle of a form. */}
      {pathname === home ? <TeamKeyNotice {...keyNews} /> : null}
      <Outlet />
    </SealingKeysProvider>
  );
}

/** After signing in without a page load the header still shows nobody: its data is loaded anew, once. */
function useFreshHeader() {
  const root = useRouteLoaderData<{ person: unknown }>('root');
  const { revalidate } = useRevalidator();
  const isStale = root?.person === null;
  useEffect(() => {
    if (isStale) void revalidate();
  }, [isStale, revalidate]);
}

/** Opens team keys that arrived meanwhile. */
function useNewTeamKeys() {
  const { recipients, teamKind, isAdmitted, heldTeamKeys } = useLoaderData<typeof loader>();
  const unlocked = useUnlockedRoom();
  const ownKey = teamKind === 'provider' ? recipients.intake : recipients.agency;
  const fingerprint = ownKey?.fingerprint;
  const isUnlocked = unlocked !== null;
  const tried = unlocked ? [...unlocked.teamKeys, ...unlocked.refusedTeamKeys] : [];
  const wanted = fingerprint === undefined ? heldTeamKeys : [...heldTeamKeys, fingerprint];
  const missing = isUnlocked && isAdmitted ? wanted.filter((one) => !tried.includes(one)).join() : '';
  useEffect(() => {
    if (missing !== '')
      void fetchUnlockMaterial()
        .then(openNewTeamKeys)
        .catch(() => undefined);
  }, [missing]);
}
