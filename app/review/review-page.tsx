import { useMemo, useState } from 'react';
import { Link } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { CallBackPanel } from '#app/emergency/call-back-panel.tsx';
import type { StoredCallBack } from '#app/emergency/call-backs.server.ts';
import { ConfirmationPanel } from '#app/emergency/confirmation-panel.tsx';
import type { EmergencyState } from '#app/emergency/confirmations.server.ts';
import { CostsPart } from '#app/answers/costs/costs-part.tsx';
import { mayHaveCosts } from '#app/answers/costs/costs.ts';
import { runAutomaticChecks } from '#app/legal-requests/automatic-checks.ts';
import { canExchangeMessages } from '#app/legal-requests/clock.ts';
import { checklistFor } from '#app/legal-requests/checklist.ts';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { Role } from '#app/legal-requests/legal-request-values.ts';
import { findLegalBasis, type RuleSet } from '#app/legal-requests/rule-sets/rule-set.ts';
import { findRuleSet } from '#app/legal-requests/rule-sets/rule-sets.ts';
import { turnOf } from '#app/legal-requests/statuses.ts';
import type { MailReply } from '#app/mail-intake/mail-reply.ts';
import { HandToAgencyPanel } from '#app/mail-intake/hand-to-agency-panel.tsx';
import type { HandableAgency } from '#app/mail-intake/hand-to-agency.ts';
import { ReplyPanel } from '#app/mail-intake/reply-panel.tsx';
import type { CannedTextRow } from '#app/messages/canned-texts.server.ts';
import { cannedWords } from '#app/messages/canned-words.ts';
import { MessagesLink } from '#app/messages/messages-link.tsx';
import type { Locale } from '#app/text/catalogue.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Alert, PageMain, Panel } from '#app/ui/page.tsx';
import { DocumentViewer } from '#app/viewing/viewer.tsx';

import { AskedPanel } from './asked-panel.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { ClaimBar } from './claim-bar.tsx';
import { DecisionNotices } from './decision-notices.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { findOpenProposal, listTakenDecisions } from './decisions.ts';
import { EarlierPanel } from './earlier-panel.tsx';
import type { FindingChange } from './finding-drafts.ts';
import { compareForms } from './form-difference.ts';
import { HistoryPanel } from './history-panel.tsx';
import { noteOpenedFile } from './note-opened-file.client.ts';
import { NotesPanel } from './notes-panel.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { ReviewHeading } from './review-heading.tsx';
import type { Review, ReviewRevision } from './review.ts';
import { TakenDecisions } from './taken-decisions.tsx';
import { useAgencyText } from './use-agency-text.ts';
import { useClaim } from './use-claim.ts';
import { useDecisionTask } from './use-decision-task.ts';
import { useFindings, type Writing } from './use-findings.ts';
import { useOpenedRevision, type OpenedRevision } from './use-opened-revision.ts';

import './review.css';

export interface ReviewPageProps {
  review: Review;
  person: { personId: string; role: Role };
  /** Facts for the checks: calendar day in Berlin, public holidays, own mail domains. */
  today: string;
  now: string;
  holidays: string[];
  providerDomains: string[];
  /** Raw Ed25519 key that receipts are signed with, base64url. */
  receiptKey: string;
  agencyLocale: Locale;
  unreadMessages: number;
  /** Null when it is no emergency. */
  emergency: EmergencyState | null;
  callBack: StoredCallBack | null;
  cannedTexts: CannedTextRow[];
  /** Null for an agency that reads its answers in the portal. */
  mailReply: MailReply | null;
  /** To whom it can be handed in the portal; null where that is out of place. */
  handable: HandableAgency[] | null;
  site: { portal: string; providerName: string };
  /** The mail or letter that it was registered from. */
  arrivalId: string | null;
}

/** The desk's page of one legal request: left what was asked, right what to make of it. */
export function ReviewPage(props: ReviewPageProps) {
  const { review } = props;
  const t = useText();
  const { legalRequest } = review;
  const revision = review.revisions[0];
  const { claim, takeOver, release } = useClaim(legalRequest, review.claim);
  const isOurTurn = turnOf(legalRequest.status) === 'provider';
  const ruleSet = revision ? findRuleSet(revision.ruleSet) : null;
  return (
    <div className="desk">
      <PageMain>
        <ReviewHeading review={review} now={props.now} />
        {props.mailReply ? null : (
          <MessagesLink
            to={`/desk/requests/${legalRequest.id}/messages`}
            unreadCount={props.unreadMessages}
            isAsked={legalRequest.waitsFor === 'provider'}
          />
        )}
        {props.arrivalId === null ? null : (
          <p>
            <Link className="kern-link" to={`/desk/arrivals/${props.arrivalId}`}>
              {t.mailIntake.page.title(t.legalRequests.channels[legalRequest.channel])}
            </Link>
          </p>
        )}
        {legalRequest.status === 'accepted' || legalRequest.status === 'answered' ? (
          <div>
            <ButtonLink to={`/desk/requests/${legalRequest.id}/answer`}>{t.answers.toAnswer}</ButtonLink>
          </div>
        ) : null}
        {isOurTurn ? <ClaimBar claim={claim} onTakeOver={takeOver} onRelease={release} /> : null}
        {revision && ruleSet ? <ReviewColumns {...props} revision={revision} ruleSet={ruleSet} /> : null}
      </PageMain>
    </div>
  );
}

type ColumnsProps = ReviewPageProps & { revision: ReviewRevision; ruleSet: RuleSet };

function ReviewColumns(props: ColumnsProps) {
  const { review, revision, ruleSet, receiptKey, today, agencyLocale } = props;
  const { legalRequest, agency } = review;
  const t = useText();
  const [opened, retry] = useOpenedRevision(review, receiptKey);
  const [openFileId, setOpenFileId] = useState<string | null>(null);
  const agencyText = useAgencyText(agencyLocale);
  const words = useMemo(
    () => cannedWords(agencyText, agencyLocale, props.cannedTexts),
    [agencyText, agencyLocale, props.cannedTexts],
  );
  const writing = useFindings(legalRequest, words);
  const results = useCheckResults(opened, props);
  const difference = useMemo(
    () => (opened.state === 'open' && opened.before ? compareForms(opened.before, opened.form) : null),
    [opened],
  );
  const canDecide =
    legalRequest.status === 'in_review' && findOpenProposal(review) === null && writing.isReady;
  const form = opened.state === 'open' ? opened.form : null;
  const openFile = opened.state === 'open' ? fileOf(opened, openFileId) : null;
  const addFinding = (change: Omit<Extract<FindingChange, { type: 'add' }>, 'type'>) => {
    writing.changeFindings({ type: 'add', ...change });
    document.getElementById('decision-title')?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={openFile ? 'review-columns review-columns--file' : 'review-columns'}>
      <div className="review-form">
        <NeedsUnlock>
          <AskedPanel
            opened={opened}
            difference={difference}
            context={{ agency, ruleSet, today }}
            files={
              form ? (
                <AttachedFiles
                  form={form}
                  before={opened.state === 'open' ? opened.before : null}
                  difference={difference}
                  openFileId={openFileId}
                  onOpen={(fileId) => {
                    setOpenFileId(fileId);
                    void noteOpenedFile(fileId);
                  }}
                />
              ) : null
            }
            onFinding={canDecide ? (field) => addFinding({ field }) : null}
            onRetry={retry}
          />
        </NeedsUnlock>
      </div>
      {openFile ? (
        <div className="review-file" ref={showFile} key={openFileId}>
          <DocumentViewer {...openFile} onClose={() => setOpenFileId(null)} />
        </div>
      ) : null}
      <div className="stack review-side">
        {props.emergency ? <EmergencyPanels {...props} emergency={props.emergency} /> : null}
        {opened.state === 'refused' ? null : (
          <>
            <ChecksPanel
              results={results}
              recorded={revision.checks}
              overrides={form?.answers.overrides ?? []}
              ruleSetName={ruleSetName(t, ruleSet)}
              onFinding={
                canDecide ? ({ field, reasonCode }) => addFinding({ field, code: reasonCode }) : null
              }
            />
            <ChecklistPanel
              points={checklistFor(
                { ...revision.publicPart, isEnding: form?.answers.measureKind === 'early_termination' },
                findLegalBasis(ruleSet, revision.publicPart.legalBasis),
              )}
            />
          </>
        )}
        <DecisionArea {...props} opened={opened} results={results} writing={writing} />
        {props.mailReply ? (
          <ReplyPanel
            legalRequestId={legalRequest.id}
            reply={props.mailReply}
            facts={{ ...legalRequest, ...props.site }}
            decision={listTakenDecisions(review)[0] ?? null}
          />
        ) : null}
        {props.handable === null ? null : (
          <HandToAgencyPanel legalRequestId={legalRequest.id} agencies={props.handable} />
        )}
        {mayHaveCosts(legalRequest.status) ? <CostsPart legalRequestId={legalRequest.id} /> : null}
        <NotesPanel legalRequestId={legalRequest.id} notes={review.notes} />
        <EarlierPanel earlier={review.earlier} fileNumber={legalRequest.fileNumber} />
        <HistoryPanel events={review.events} />
        <ProofPanel reference={legalRequest.reference} revision={revision} opened={opened} />
      </div>
    </div>
  );
}

function EmergencyPanels({
  review,
  emergency,
  callBack,
  today,
}: ReviewPageProps & { emergency: EmergencyState }) {
  const { legalRequest, agency } = review;
  return (
    <>
      <CallBackPanel
        legalRequestId={legalRequest.id}
        callBack={callBack}
        canRecord={turnOf(legalRequest.status) === 'provider'}
      />
      <ConfirmationPanel
        legalRequestId={legalRequest.id}
        emergency={emergency}
        side="provider"
        agencyKey={agency.key}
        canRecord={canExchangeMessages(legalRequest.status)}
        today={today}
      />
    </>
  );
}

type DecisionAreaProps = ColumnsProps & {
  opened: OpenedRevision;
  results: CheckResult[] | null;
  writing: Writing;
};

function DecisionArea({
  review,
  revision,
  ruleSet,
  person,
  agencyLocale,
  opened,
  results,
  writing,
}: DecisionAreaProps) {
  const t = useText();
  const { decision: text } = t.desk;
  const task = useDecisionTask();
  const proposal = findOpenProposal(review);
  const isOpen = opened.state === 'open';
  const { status } = review.legalRequest;
  const isOurTurn = status === 'submitted' || status === 'in_review';
  const failCount = (results ?? []).filter(({ outcome }) => outcome === 'fail').length;
  return (
    <Panel title={<span id="decision-title">{text.title}</span>}>
      <DecisionNotices task={task} isOutside={review.agency.key === 'outside'} />
      {isOurTurn ? null : <p className="muted">{text.notNow}</p>}
      {isOurTurn && !isOpen && opened.state !== 'refused' ? (
        <p className="muted">{text.needsOpening}</p>
      ) : null}
      {opened.state === 'refused' ? <Alert tone="danger" title={t.desk.blocked.title} /> : null}
      {isOpen && status === 'in_review' && proposal ? (
        <ProposalPanel
          legalRequest={review.legalRequest}
          proposal={proposal}
          manifestSha256={revision.manifestSha256}
          person={person}
          task={task}
        />
      ) : null}
      {isOpen && status === 'in_review' && !proposal && writing.isReady ? (
        <DecisionPanel
          review={review}
          manifest={opened.manifest}
          basis={findLegalBasis(ruleSet, revision.publicPart.legalBasis)}
          role={person.role}
          failCount={failCount}
          writing={writing}
          agencyLocale={agencyLocale}
          task={task}
        />
      ) : null}
      <TakenDecisions decisions={listTakenDecisions(review)} />
    </Panel>
  );
}

/** The checks of today on what was opened; null before it is open. */
function useCheckResults(opened: OpenedRevision, props: ColumnsProps): CheckResult[] | null {
  const { review, ruleSet, today, holidays, providerDomains, emergency } = props;
  const isConfirmed = (emergency?.confirmations.length ?? 0) > 0;
  return useMemo(() => {
    if (opened.state !== 'open') return null;
    const { answers, files } = opened.form;
    const { agency, earlier } = review;
    return runAutomaticChecks({
      ruleSet,
      agency,
      files,
      today,
      holidays,
      providerDomains,
      earlier: earlier.filter(({ isSameAgency }) => isSameAgency),
      isConfirmed,
      answers,
    });
  }, [opened, review, ruleSet, today, holidays, providerDomains, isConfirmed]);
}

/** On a narrow screen the file opens below the form: it is brought into view. */
function showFile(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function fileOf({ manifest, form }: Extract<OpenedRevision, { state: 'open' }>, fileId: string | null) {
  const signed = manifest.files.find((file) => file.fileId === fileId);
  const file = form.files.find((one) => one.fileId === fileId);
  return signed && file ? { manifestFile: signed, file } : null;
}

function ruleSetName(t: Text, { version }: RuleSet): string {
  const versions: Record<string, { name: string }> = t.ruleSets.versions;
  return versions[version]?.name ?? version;
}
