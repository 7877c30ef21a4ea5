import { useEffect, useRef } from 'react';
import { Link } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { SealingBlockNotice } from '#app/accounts/sealing-block.tsx';
import type { SealingKeys } from '#app/accounts/sealing-keys.ts';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, Badge, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';

import { AnswerFileActions } from './answer-file-actions.tsx';
import type { ReleasedAnswer } from './answer.ts';
import { ManifestView } from './manifest-view.tsx';
import { useOpenedAnswer } from './use-opened-answer.ts';

import './answers.css';

interface AgencyAnswerPageProps {
  legalRequestId: string;
  reference: string;
  answer: ReleasedAnswer;
}

/** One answer, opened and verified in the browser of the agency. */
export function AgencyAnswerPage({ legalRequestId, reference, answer }: AgencyAnswerPageProps) {
  const { answers: text } = useText();
  const locale = useLocale();
  const keys = useSealingKeys();
  const { number, isFinal, destroyedAt, expiresAt } = answer;
  return (
    <PageMain>
      <PageHeading
        above={
          <Link className="kern-link" to={`/requests/${legalRequestId}`}>
            {text.back}
          </Link>
        }
        title={`${reference} ${text.number(number)}`}
      >
        {reference} {text.number(number)}
      </PageHeading>
      <p className="row">
        <Badge tone="info">{isFinal ? text.finalBadge : text.partialBadge}</Badge>
        <span>
          {destroyedAt === null
            ? text.until(formatDateTime(expiresAt, locale))
            : text.destroyed(formatDateTime(destroyedAt, locale))}
        </span>
      </p>
      <SealingBlockNotice />
      <NeedsUnlock>
        {keys.state === 'ready' ? (
          <OpenedPart legalRequestId={legalRequestId} answer={answer} keys={keys} />
        ) : null}
      </NeedsUnlock>
    </PageMain>
  );
}

interface OpenedPartProps {
  legalRequestId: string;
  answer: ReleasedAnswer;
  keys: Extract<SealingKeys, { state: 'ready' }>;
}

function OpenedPart({ legalRequestId, answer, keys }: OpenedPartProps) {
  const { answers: text } = useText();
  const opened = useOpenedAnswer(answer, legalRequestId, keys);
  const manifest = opened.state === 'opened' ? opened.value.manifest : null;
  useNotedOpening(legalRequestId, answer.id, manifest !== null);
  if (opened.state === 'opening') return <p role="status">{text.opening}</p>;
  if (opened.state === 'failed') return <Alert tone="danger" title={text.openFailed} announce />;
  if (!manifest) return <Alert tone="danger" title={text.refused} announce />;
  const hasFiles = answer.state === 'released';
  return (
    <>
      <h2 className="kern-heading-medium">{text.contents}</h2>
      <ManifestView
        manifest={manifest}
        isChecked
        {...(hasFiles && { fileAction: (file) => <AnswerFileActions file={file} /> })}
      />
      {hasFiles ? (
        <Panel title={text.gnupg}>
          <p>{text.gnupgHint}</p>
          <pre className="answer-commands">
            {'gpg --import schluessel.asc\ngpg --output datei --decrypt datei.gpg'}
          </pre>
        </Panel>
      ) : null}
    </>
  );
}

/** The provider sees that the answer was opened. That it cannot be told now keeps nobody from reading. */
function useNotedOpening(legalRequestId: string, answerId: string, isOpen: boolean): void {
  const isNoted = useRef(false);
  useEffect(() => {
    if (!isOpen || isNoted.current) return;
    isNoted.current = true;
    void postJson(`/requests/${legalRequestId}/answers/${answerId}/opened`, {}).catch(() => {
      isNoted.current = false;
    });
  }, [isOpen, legalRequestId, answerId]);
}
