import { useEffect } from 'react';
import { Link, useRevalidator } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import { canExchangeMessages, type Side } from '#app/legal-requests/clock.ts';
import type { Category, Status } from '#app/legal-requests/legal-request-values.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, PageHeading, PageMain, Panel } from '#app/ui/page.tsx';

import { Composer, type ComposerProps } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import type { StoredMessage } from './messages.server.ts';
import { giveTurnBack, markRead } from './send-message.client.ts';
import { useOpenedMessages } from './use-opened-messages.ts';

import './messages.css';

export interface MessagesPageProps {
  legalRequest: {
    id: string;
    reference: string;
    category: Category;
    status: Status;
    waitsFor: Side | null;
    /** ISO 8601; the provider's deadline stands still since then. */
    pausedAt: string | null;
  };
  /** Where the legal request itself is shown. */
  backTo: string;
  messages: StoredMessage[];
  composer: Omit<ComposerProps, 'legalRequestId' | 'asksPauses'>;
  /** The desk notes who opened a file. */
  onFile?: (fileId: string) => void;
}

/** All that both sides have written about one legal request, and the next message. */
export function MessagesPage(props: MessagesPageProps) {
  const { legalRequest, backTo, messages, composer } = props;
  const t = useText();
  return (
    <PageMain>
      <PageHeading
        above={
          <Link className="kern-link" to={backTo}>
            {legalRequest.reference} {t.legalRequests.categories[legalRequest.category].name}
          </Link>
        }
        title={`${t.messages.title}: ${legalRequest.reference}`}
      >
        {t.messages.title}
      </PageHeading>
      <p className="muted">{t.messages.sealedHint}</p>
      <TurnNotice legalRequest={legalRequest} side={composer.side} />
      <NeedsUnlock>
        <Conversation legalRequestId={legalRequest.id} messages={messages} onFile={props.onFile} />
        {canExchangeMessages(legalRequest.status) ? (
          <Composer
            {...composer}
            legalRequestId={legalRequest.id}
            asksPauses={composer.side === 'provider' && isOurClockRunning(legalRequest)}
          />
        ) : (
          <Panel>
            <p>{t.messages.closed}</p>
          </Panel>
        )}
      </NeedsUnlock>
    </PageMain>
  );
}

const isOurClockRunning = ({ status }: MessagesPageProps['legalRequest']) =>
  status === 'submitted' || status === 'in_review' || status === 'accepted';

interface ConversationProps {
  legalRequestId: string;
  messages: readonly StoredMessage[];
  onFile: ((fileId: string) => void) | undefined;
}

function Conversation({ legalRequestId, messages, onFile = () => undefined }: ConversationProps) {
  const opened = useOpenedMessages(legalRequestId, messages);
  const newest = messages.findLast(({ id, isUnread }) => isUnread && opened.has(id))?.id;
  useEffect(() => {
    // The newest one stands for all that are shown. The marks stay until the page is loaded again.
    if (newest !== undefined) void markRead(legalRequestId, newest);
  }, [legalRequestId, newest]);
  return <MessageList messages={messages} opened={opened} onFile={onFile} />;
}

function TurnNotice({ legalRequest, side }: { legalRequest: MessagesPageProps['legalRequest']; side: Side }) {
  const t = useText();
  const locale = useLocale();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const { turn: text } = t.messages;
  const { id, waitsFor, pausedAt } = legalRequest;
  if (waitsFor === null) return null;
  return (
    <Alert tone={waitsFor === side ? 'warning' : 'info'} title={waitsFor === side ? text.yours : text.theirs}>
      {pausedAt === null ? null : <p>{text.paused(formatDateTime(pausedAt, locale))}</p>}
      <p className="muted">{text.doneHint}</p>
      {failure === null ? null : <p className="kern-error">{failure}</p>}
      <div>
        <Button
          weight="secondary"
          busy={isBusy}
          onClick={() =>
            run(async () => {
              await giveTurnBack(id);
              await revalidate();
            })
          }
        >
          {text.done}
        </Button>
      </div>
    </Alert>
  );
}
