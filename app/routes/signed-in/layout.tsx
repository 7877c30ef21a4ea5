import { useEffect, useRef } from 'react';
import { Outlet, useLoaderData, useRevalidator, useRouteLoaderData } from 'react-router';

import { useUnlockedRoom } from '#app/accounts/crypto-room-status.ts';
import { recipientsFor } from '#app/accounts/intake-key.server.ts';
import { SealingKeysProvider } from '#app/accounts/sealing-keys-context.tsx';
import { listDueGrants, listHeldTeamKeys, type DueGrant } from '#app/accounts/team-grants.server.ts';
import { giveDueGrants } from '#app/accounts/team-grants.client.ts';
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
    dueGrants: isAdmitted ? await listDueGrants(db, actor) : [],
  };
}

/** Around every page of people who signed in: which keys may be sealed to, and quiet work with the team's key. */
export default function SignedInLayout() {
  const { recipients, teamKind } = useLoaderData<typeof loader>();
  useFreshHeader();
  useTeamKeyWork();
  return (
    <SealingKeysProvider teamKind={teamKind} recipients={recipients}>
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

/** Opens team keys that arrived meanwhile, and gives the team's key to colleagues who were let in without it. */
function useTeamKeyWork() {
  const { recipients, teamKind, isAdmitted, dueGrants, heldTeamKeys } = useLoaderData<typeof loader>();
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
  const given = useRef(new Set<string>());
  useEffect(() => {
    const opened = unlocked?.teamKeys ?? [];
    const name = ({ personId, teamFingerprint }: DueGrant) => `${personId} ${teamFingerprint}`;
    const due = dueGrants.filter(
      (one) => opened.includes(one.teamFingerprint) && !given.current.has(name(one)),
    );
    for (const one of due) given.current.add(name(one));
    void giveDueGrants(due);
  }, [unlocked, dueGrants]);
}
