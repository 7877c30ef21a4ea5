import { redirect, useLoaderData } from 'react-router';

import { findWaitingReason } from '#app/accounts/waiting.server.ts';
import { homeOf } from '#app/accounts/home.ts';
import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { OwnPersonFingerprint, OwnTeamFingerprint } from '#app/accounts/own-fingerprints.tsx';
import { useAskingAgain } from '#app/accounts/use-asking-again.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Alert, PageHeading, PageMain, Panel, SummaryList } from '#app/ui/page.tsx';

import type { Route } from './+types/waiting.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const home = homeOf(actor);
  if (home !== '/waiting') throw redirect(home);
  const { db } = context.get(servicesContext);
  return {
    reason: await findWaitingReason(db, actor),
    email: actor.email,
    teamName: actor.teamName,
    role: actor.role,
  };
}

/** Asks again by itself, and goes on as soon as the person is let in. */
export default function Waiting() {
  const t = useText();
  const { waiting: text } = t.accounts;
  const { reason, email, teamName, role } = useLoaderData<typeof loader>();
  const { fingerprint } = text;
  useAskingAgain();
  return (
    <PageMain narrow>
      <PageHeading>{text.title}</PageHeading>
      <Alert tone="info" title={text.reasons[reason].title}>
        <p>{text.reasons[reason].text}</p>
      </Alert>
      <SummaryList
        items={[
          { key: 'team', label: t.accounts.invitation.team, value: teamName },
          { key: 'role', label: t.accounts.invitation.role, value: t.accounts.roles[role] },
          { key: 'email', label: t.accounts.invitation.email, value: email },
        ]}
      />
      <p>{text.mail}</p>
      <Panel title={fingerprint.title}>
        <p>{reason === 'agency' ? fingerprint.team : fingerprint.person}</p>
        <NeedsUnlock>
          {reason === 'agency' ? <OwnTeamFingerprint stated={null} /> : <OwnPersonFingerprint />}
        </NeedsUnlock>
      </Panel>
    </PageMain>
  );
}
