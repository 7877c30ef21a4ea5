import { useRef, useState } from 'react';
import { useRevalidator } from 'react-router';

import { SealingBlockNotice } from '#app/accounts/sealing-block.tsx';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { useTask } from '#app/accounts/use-task.ts';
import { RadioGroup } from '#app/forms/choices.tsx';
import { ErrorSummary } from '#app/forms/error-summary.tsx';
import { TextArea } from '#app/forms/fields.tsx';
import { intents, type Intent, type Side } from '#app/legal-requests/clock.ts';
import type { PublicKeyInfo } from '#app/sealing/sealing-types.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';
import { isCompleteAttachment, type AttachmentEntry } from '#app/uploads/attachment-entry.ts';
import type { UploadLimits } from '#app/uploads/upload-limits.ts';
import { AttachmentList } from '#app/uploads/uploads.tsx';

import { CannedTextPicker } from './canned-text-picker.tsx';
import { faultsOf, readUnsentMessage, type MessageFault, type UnsentMessage } from './unsent-message.ts';
import { maxMessageCharacters, maxMessageFiles } from './message.ts';
import { SaveLine } from './save-line.tsx';
import { bothTeams, sealMessage, sendMessage, type SealedMessage } from './send-message.client.ts';
import { useUnsent, type Unsent } from './use-unsent.ts';

export interface ComposerProps {
  legalRequestId: string;
  side: Side;
  /** Our deadline runs: asking makes it stand still. */
  asksPauses: boolean;
  /** The desk's alone. */
  agencyKey: PublicKeyInfo | null;
  agencyLocale: Locale;
  /** Standard words by reason, for the desk; null for an agency. */
  canned: ReadonlyMap<string, string> | null;
  limits: UploadLimits;
}

/** Writing a message. What is typed is kept sealed; nothing of it can be posted natively. */
export function Composer(props: ComposerProps) {
  const t = useText();
  const unsent = useUnsent(props.legalRequestId, 'message', readUnsentMessage);
  // Counts messages: after one was sent, the form begins anew.
  const [sentCount, setSentCount] = useState(0);
  return (
    <Panel title={t.messages.write.title}>
      {sentCount > 0 ? <Alert tone="success" title={t.messages.write.sent} announce /> : null}
      {unsent.phase === 'opening' ? (
        <p className="muted">{t.messages.opening}</p>
      ) : (
        <ComposerForm
          key={sentCount}
          {...props}
          unsent={unsent}
          start={sentCount === 0 ? unsent.initial : null}
          onSent={() => setSentCount((count) => count + 1)}
        />
      )}
    </Panel>
  );
}

type FormProps = ComposerProps & {
  unsent: Unsent<UnsentMessage>;
  start: UnsentMessage | null;
  onSent: () => void;
};

const nothing: UnsentMessage = { text: '', intent: '', files: [] };

function ComposerForm(props: FormProps) {
  const { legalRequestId, side, unsent, limits } = props;
  const t = useText();
  const { write: text } = t.messages;
  const [content, setContent] = useState(props.start ?? nothing);
  const newest = useRef(content);
  const change = (part: Partial<UnsentMessage>) => {
    newest.current = { ...newest.current, ...part };
    setContent(newest.current);
    unsent.change(newest.current);
  };
  const { shown, attempts, isBusy, failure, send } = useSending(props, content);
  const keys = useSealingKeys();
  const recipients = keys.state === 'ready' ? bothTeams(keys, side, props.agencyKey) : null;
  const errorOf = (fault: MessageFault) => (shown.includes(fault) ? text.errors[fault] : undefined);
  return (
    <form method="dialog" className="stack" noValidate onSubmit={send}>
      <ErrorSummary
        errors={shown.map((fault) => ({ field: controls[fault], text: text.errors[fault] }))}
        attempt={attempts}
      />
      {props.canned ? (
        <CannedTextPicker
          canned={props.canned}
          agencyLocale={props.agencyLocale}
          onInsert={(words) => change({ text: [content.text.trimEnd(), words].filter(Boolean).join('\n\n') })}
        />
      ) : null}
      <TextArea
        id="message-text"
        rows={8}
        maxLength={maxMessageCharacters}
        label={text.text}
        hint={text.kept}
        value={content.text}
        error={errorOf('text_missing')}
        onChange={(event) => change({ text: event.target.value })}
      />
      <RadioGroup
        id="message-intent"
        name="message-intent"
        legend={text.intent}
        value={content.intent}
        error={errorOf('intent_missing')}
        choices={intents
          .toReversed()
          .map((value) => ({ value, ...choiceText(text, value, props.asksPauses) }))}
        onChange={(value) => change({ intent: value as Intent })}
      />
      <section className="stack stack--small" id="message-files" tabIndex={-1}>
        <h3 className="kern-title">{text.attachments}</h3>
        <AttachmentList
          legalRequestId={legalRequestId}
          purpose="message"
          entries={content.files}
          onChange={(files: AttachmentEntry[]) => {
            change({ files });
            return unsent.flush();
          }}
          recipients={recipients ?? []}
          limits={{ ...limits, maxFiles: maxMessageFiles }}
        />
      </section>
      <SealingBlockNotice />
      {side === 'provider' && !props.agencyKey ? <p className="kern-error">{text.agencyKeyMissing}</p> : null}
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <SaveLine status={unsent.status} />
      <div>
        <Button type="submit" busy={isBusy} disabled={recipients === null}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}

const controls: Record<MessageFault, string> = {
  text_missing: 'message-text',
  intent_missing: 'message-intent',
  files_unfinished: 'message-files',
};

function choiceText(
  { choices, asksPauses }: { choices: Record<Intent, { label: string; hint: string }>; asksPauses: string },
  intent: Intent,
  isPausing: boolean,
) {
  const { label, hint } = choices[intent];
  return { label, hint: intent === 'asks' && isPausing ? asksPauses : hint };
}

function useSending({ legalRequestId, side, agencyKey, unsent, onSent }: FormProps, content: UnsentMessage) {
  const keys = useSealingKeys();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const [attempts, setAttempts] = useState(0);
  const faults = faultsOf(content);
  /** What was sealed last, and out of what: after a lost answer the same goes again, and not a second message. */
  const last = useRef<{ of: string; sealed: SealedMessage } | null>(null);
  const send = () => {
    setAttempts((count) => count + 1);
    const { text, intent, files } = content;
    const recipients = keys.state === 'ready' ? bothTeams(keys, side, agencyKey) : null;
    if (faults.length > 0 || intent === '' || recipients === null) return;
    run(async () => {
      const message = { text: text.trim(), intent, files: files.filter(isCompleteAttachment) };
      const of = JSON.stringify([message, recipients.map(({ fingerprint }) => fingerprint)]);
      if (last.current?.of !== of)
        last.current = { of, sealed: await sealMessage({ legalRequestId, side }, message, recipients) };
      await sendMessage(legalRequestId, last.current.sealed);
      last.current = null;
      await unsent.clear();
      await revalidate();
      onSent();
    });
  };
  return { shown: attempts > 0 ? faults : [], attempts, isBusy, failure, send };
}
