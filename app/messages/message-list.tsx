import { useState } from 'react';

import { formatBytes, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Badge } from '#app/ui/page.tsx';
import { withHandedKey } from '#app/viewing/open-sealed-file.client.ts';
import { DocumentViewer } from '#app/viewing/viewer.tsx';

import type { Message } from './message.ts';
import type { StoredMessage } from './messages.server.ts';
import type { OpenedMessages } from './use-opened-messages.ts';

interface ListProps {
  messages: readonly StoredMessage[];
  opened: OpenedMessages;
  onFile: (fileId: string) => void;
}

/** The conversation, oldest first. */
export function MessageList({ messages, opened, onFile }: ListProps) {
  const t = useText();
  if (messages.length === 0) return <p className="muted">{t.messages.none}</p>;
  return (
    <ol className="plain-list message-list">
      {messages.map((stored) => (
        <li key={stored.id} className={`message message--${stored.side}`}>
          <MessageHead stored={stored} />
          {opened.has(stored.id) ? (
            <MessageBody
              message={opened.get(stored.id) ?? null}
              handedKeys={stored.handedKeys}
              onFile={onFile}
            />
          ) : (
            <p className="muted">{t.messages.opening}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function MessageHead({ stored }: { stored: StoredMessage }) {
  const t = useText();
  const locale = useLocale();
  const side = t.messages.by[stored.side];
  return (
    <p className="row message__head">
      <strong>{stored.authorName === null ? side : `${stored.authorName} (${side})`}</strong>
      <time className="muted" dateTime={stored.sentAt}>
        {formatDateTime(stored.sentAt, locale)}
      </time>
      <Badge tone={stored.intent === 'asks' ? 'warning' : 'info'}>{t.messages.intents[stored.intent]}</Badge>
      {stored.isUnread ? <Badge tone="success">{t.messages.unreadMark}</Badge> : null}
    </p>
  );
}

interface BodyProps {
  message: Message | null;
  handedKeys: StoredMessage['handedKeys'];
  onFile: (fileId: string) => void;
}

/** Text and names of strangers: shown as text, nothing else. */
function MessageBody({ message, handedKeys, onFile }: BodyProps) {
  const t = useText();
  const locale = useLocale();
  const [openId, setOpenId] = useState<string | null>(null);
  if (message === null) return <p className="kern-error">{t.messages.unreadable}</p>;
  const open = message.files.find(({ fileId }) => fileId === openId);
  return (
    <>
      <p className="message__text">{message.text}</p>
      {message.files.length === 0 ? null : (
        <ul className="plain-list message__files" aria-label={t.messages.files}>
          {message.files.map(({ fileId, name, sizeBytes }) => (
            <li key={fileId} className="row">
              <bdi className="message__file-name">{name}</bdi>
              <span className="muted">{formatBytes(sizeBytes, locale)}</span>
              <Button
                weight="secondary"
                aria-label={t.messages.openFile(name)}
                onClick={() => {
                  setOpenId(fileId);
                  onFile(fileId);
                }}
              >
                {t.messages.openFileShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <DocumentViewer
          key={open.fileId}
          file={open}
          // What the writer's browser sealed into the message, not what the server says.
          manifestFile={withHandedKey(
            { fileId: open.fileId, ciphertextBytes: open.ciphertextBytes, sha256: open.sha256 },
            handedKeys,
          )}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </>
  );
}
