import { redirect, useLoaderData } from 'react-router';

import { ConfirmationPanel } from '#app/emergency/confirmation-panel.tsx';
import { findEmergency } from '#app/emergency/confirmations.server.ts';
import { canExchangeMessages } from '#app/legal-requests/clock.ts';
import { AnswersPanel } from '#app/answers/answers-panel.tsx';
import { listOwnAnswers } from '#app/answers/find-answers.server.ts';
import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { isCorrectable, requireLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import { findHandOver } from '#app/legal-requests/hand-over.server.ts';
import { findAgencyFacts } from '#app/legal-requests/own-legal-request.server.ts';
import { HandOverPart } from '#app/legal-requests/pages/hand-over-part.tsx';
import { FactsPart } from '#app/legal-requests/pages/facts-part.tsx';
import { RevisionList } from '#app/legal-requests/pages/revision-list.tsx';
import { StatusPart } from '#app/legal-requests/pages/status-part.tsx';
import { TimelineList } from '#app/legal-requests/pages/timeline-list.tsx';
import { WithdrawPart } from '#app/legal-requests/pages/withdraw-part.tsx';
import { listDecisions, listRevisions } from '#app/legal-requests/revisions.server.ts';
import { listTimeline } from '#app/legal-requests/timeline.server.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { MessagesLink } from '#app/messages/messages-link.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/request';

import '#app/legal-requests/pages/pages.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  return answerPage(async () => {
    const legalRequest = await requireLegalRequest(db, actor, params.id);
    if (legalRequest.status === 'draft') throw redirect(`/requests/${params.id}/edit`);
    return {
      legalRequest,
      agency: await findAgencyFacts(db, actor.teamId),
      revisions: await listRevisions(db, actor, params.id),
      decisions: await listDecisions(db, actor, params.id),
      answers: await listOwnAnswers(db, actor, params.id),
      timeline: await listTimeline(db, actor, params.id),
      emergency: await findEmergency(db, actor, params.id, new Date()),
      ownId: actor.personId,
      handOver: await findHandOver(db, actor, params.id),
      today: toDate(new Date()),
      isCorrectable: isCorrectable(legalRequest, new Date()),
    };
  });
}

/** A submitted legal request: how it stands, what was asked, what was found, what happened. */
export default function RequestPage() {
  const t = useText();
  const {
    legalRequest,
    agency,
    revisions,
    decisions,
    answers,
    timeline,
    emergency,
    ownId,
    handOver,
    today,
    isCorrectable: canCorrect,
  } = useLoaderData<typeof loader>();
  return (
    <PageMain>
      <PageHeading above={t.legalRequests.categories[legalRequest.category].name}>
        {legalRequest.reference ?? ''}
      </PageHeading>
      <div className="request-page">
        <div className="stack">
          <StatusPart legalRequest={legalRequest} isCorrectable={canCorrect} />
          <MessagesLink
            to={`/requests/${legalRequest.id}/messages`}
            unreadCount={legalRequest.unreadMessages}
            isAsked={legalRequest.waitsFor === 'agency'}
          />
        </div>
        <div className="request-page__answers stack stack--large">
          <AnswersPanel legalRequestId={legalRequest.id} answers={answers} />
          <NeedsUnlock>
            <RevisionList
              legalRequest={legalRequest}
              agency={agency}
              revisions={revisions}
              decisions={decisions}
            />
          </NeedsUnlock>
        </div>
        <aside className="request-page__facts stack stack--large">
          {emergency ? (
            <ConfirmationPanel
              legalRequestId={legalRequest.id}
              emergency={emergency}
              side="agency"
              agencyKey={null}
              canRecord={canExchangeMessages(legalRequest.status)}
              today={today}
            />
          ) : null}
          <FactsPart legalRequest={legalRequest} revisions={revisions} />
          {handOver ? (
            <HandOverPart
              legalRequestId={legalRequest.id}
              ownId={ownId}
              inCharge={legalRequest.authorName}
              choices={handOver}
            />
          ) : null}
          <TimelineList entries={timeline} />
          <WithdrawPart legalRequest={legalRequest} newest={revisions.at(-1) ?? null} />
        </aside>
      </div>
    </PageMain>
  );
}
