import { useCallback } from 'react';
import { Link, useRevalidator } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { SealingBlockNotice } from '#app/accounts/sealing-block.tsx';
import type { SealingKeys } from '#app/accounts/sealing-keys.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { useOpened } from '#app/legal-requests/pages/use-opened.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import type { Review } from '#app/review/review.ts';
import { useAgencyText } from '#app/review/use-agency-text.ts';
import { useOpenedRevision } from '#app/review/use-opened-revision.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { formatBytes, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Badge, Fingerprint, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';
import type { UploadLimits } from '#app/uploads/upload-limits.ts';

import { readAnswerDraft } from './answer-draft.ts';
import { AnswerEditor } from './answer-editor.tsx';
import type { AnswerPlace } from './answer-facts.ts';
import type { MailedAnswer, OpenAnswer, ReleasedAnswer } from './answer.ts';
import type { AnswerByMail } from './mail-answer.server.ts';
import { MailedNote, UnsentAnswer } from './mailed-note.tsx';
import { PreparedPanel } from './prepared-panel.tsx';

import './answers.css';

export interface DeskAnswerPageProps {
  review: Review;
  place: Omit<AnswerPlace, 'revision'>;
  open: OpenAnswer | null;
  released: ReleasedAnswer[];
  mailed: MailedAnswer[];
  limits: UploadLimits;
  receiptKey: string;
}

/** The desk's page of answers to one legal request: write, release, look back. */
export function DeskAnswerPage(props: DeskAnswerPageProps) {
  const { review, open } = props;
  const { answers: text } = useText();
  const { id, reference, status } = review.legalRequest;
  const keys = useSealingKeys();
  const canAnswer = status === 'accepted';
  return (
    <PageMain>
      <PageHeading
        above={
          <Link className="kern-link" to={`/desk/requests/${id}`}>
            {text.back}
          </Link>
        }
        title={`${reference} ${text.title}`}
      >
        {reference} {open && canAnswer ? text.number(open.number) : text.title}
      </PageHeading>
      <SealingBlockNotice />
      {canAnswer && props.place.byMail ? <ByMailNotice byMail={props.place.byMail} /> : null}
      {canAnswer ? (
        <NeedsUnlock>{keys.state === 'ready' ? <OpenPart {...props} keys={keys} /> : null}</NeedsUnlock>
      ) : (
        <p>{text.none}</p>
      )}
      <ReleasedPanel {...props} />
    </PageMain>
  );
}

/** What was released, and whether it went out. */
function ReleasedPanel({ review, place, released, mailed }: DeskAnswerPageProps) {
  const { answers: text } = useText();
  const locale = useLocale();
  if (released.length === 0) return null;
  const rows = released.map((answer) => ({
    answer,
    mail: mailed.find(({ answerId }) => answerId === answer.id),
  }));
  return (
    <Panel title={text.released}>
      <ul className="plain-list">
        {rows.map(({ answer, mail }) => (
          <li key={answer.id} className="row">
            <span>{text.releasedOn(answer.number, formatDateTime(answer.releasedAt, locale))}</span>
            <Badge tone="info">{answer.isFinal ? text.finalBadge : text.partialBadge}</Badge>
            {mail ? <MailedNote state={answer.state} mailed={mail} /> : null}
          </li>
        ))}
      </ul>
      {rows.map(({ answer, mail }) =>
        mail?.isGivenUp && mail.sentAt === null && answer.state === 'released' ? (
          <UnsentAnswer
            key={answer.id}
            legalRequestId={review.legalRequest.id}
            number={answer.number}
            mailed={mail}
            role={place.person.role}
          />
        ) : null,
      )}
    </Panel>
  );
}

/** Where the answer goes, and how large it may be. */
function ByMailNotice({ byMail: { address, key, limitBytes } }: { byMail: AnswerByMail }) {
  const { answers: text } = useText();
  const locale = useLocale();
  return (
    <Alert tone="info" title={text.byMailTitle}>
      <p>
        <bdi>{text.byMail(address, formatBytes(limitBytes, locale))}</bdi>
      </p>
      <p>
        {text.byMailKey} <Fingerprint value={key.fingerprint} />
      </p>
    </Alert>
  );
}

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

function OpenPart(props: DeskAnswerPageProps & { keys: ReadyKeys }) {
  const { review, open, place, keys, receiptKey } = props;
  const t = useText();
  const [opened] = useOpenedRevision(review, receiptKey);
  if (place.agency.key === 'outside' && place.byMail === null)
    return <Alert tone="warning" title={t.answers.mailImpossible} announce />;
  if (!place.agency.key) return <Alert tone="danger" title={t.answers.notCertified} announce />;
  if (!open) return <BeginPart legalRequestId={review.legalRequest.id} />;
  if (open.prepared)
    return (
      <PreparedPanel
        key={open.prepared.statement}
        legalRequest={review.legalRequest}
        answerId={open.id}
        prepared={open.prepared}
        personId={place.person.personId}
        keys={keys}
      />
    );
  if (opened.state === 'refused') return <Alert tone="danger" title={t.desk.blocked.title} announce />;
  if (opened.state === 'failed') return <Alert tone="danger" title={t.answers.openFailed} announce />;
  if (opened.state !== 'open') return <p role="status">{t.answers.opening}</p>;
  return <OpenedEditor {...props} answer={open} form={opened.form} />;
}

function BeginPart({ legalRequestId }: { legalRequestId: string }) {
  const { answers: text } = useText();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const begin = () =>
    run(async () => {
      await postJson(`/desk/requests/${legalRequestId}/answer/actions`, { intent: 'begin' });
      await revalidate();
    });
  return (
    <div className="stack">
      <p>{text.beginHint}</p>
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <ButtonRow>
        <Button busy={isBusy} onClick={begin}>
          {text.begin}
        </Button>
      </ButtonRow>
    </div>
  );
}

type OpenedEditorProps = DeskAnswerPageProps & { keys: ReadyKeys; answer: OpenAnswer; form: SealedForm };

function OpenedEditor({ review, place, keys, limits, answer, form }: OpenedEditorProps) {
  const { answers: text } = useText();
  const agencyText = useAgencyText(place.agencyLocale);
  const sealed = answer.draft?.sealed ?? null;
  const targetCount = form.answers.targets.length;
  const open = useCallback(
    async () =>
      readAnswerDraft(
        sealed === null ? null : await getCryptoRoom().openJson(fromBase64Url(sealed)),
        targetCount,
      ),
    [sealed, targetCount],
  );
  const opened = useOpened(open);
  const [revision] = review.revisions;
  if (opened.state === 'failed') return <Alert tone="danger" title={text.openFailed} announce />;
  if (opened.state === 'opening' || !revision) return <p role="status">{text.opening}</p>;
  return (
    <AnswerEditor
      key={answer.id}
      place={{ ...place, revision }}
      answer={answer}
      form={form}
      opened={opened.value}
      keys={keys}
      limits={limits}
      agencyText={agencyText}
    />
  );
}
