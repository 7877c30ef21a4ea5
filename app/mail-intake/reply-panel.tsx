import { useState } from 'react';

import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { TextArea } from '#app/forms/fields.tsx';
import type { DecisionGroup } from '#app/review/decisions.ts';
import { useExplanation } from '#app/review/use-explanation.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Fingerprint, Panel } from '#app/ui/page.tsx';

import type { MailReply } from './mail-reply.ts';
import { composeReply, type ReplyFacts } from './reply-words.ts';
import { saveKey, sendReply, write } from './send-reply.client.ts';
import { useStep } from './use-step.tsx';

type ReplyPanelProps = {
  legalRequestId: string;
  reply: MailReply;
  facts: ReplyFacts;
  /** The newest decision that took effect; null before there is one. */
  decision: DecisionGroup | null;
};

/** How an authority outside of the portal hears of a decision. */
export function ReplyPanel({ legalRequestId, reply, facts, decision }: ReplyPanelProps) {
  const t = useText();
  const locale = useLocale();
  const { reply: text } = t.mailIntake;
  const sent = reply.sent.find(({ decisionId }) => decisionId === decision?.statement.decisionId);
  return (
    <Panel title={text.title}>
      <p>{text.outside}</p>
      <p>{text.data}</p>
      {reply.address === null ? (
        <p>{text.noAddress}</p>
      ) : (
        <>
          <p>
            <bdi>{text.to(reply.address)}</bdi>
          </p>
          <KeyPart legalRequestId={legalRequestId} reply={reply} />
          {sent ? <Alert tone="success" title={text.sent(formatDateTime(sent.at, locale))} /> : null}
          {decision && !sent && reply.key?.isKnown === true ? (
            <SendPart
              key={decision.text}
              legalRequestId={legalRequestId}
              decision={decision}
              facts={facts}
              publicKey={reply.key}
            />
          ) : null}
        </>
      )}
    </Panel>
  );
}

function KeyPart({ legalRequestId, reply }: { legalRequestId: string; reply: MailReply }) {
  const t = useText();
  const { reply: text } = t.mailIntake;
  const { isBusy, run, notice } = useStep();
  const [typed, setTyped] = useState('');
  const { key } = reply;
  return (
    <div className="stack stack--small">
      {key === null ? <p>{text.noKey}</p> : null}
      {key ? (
        <p>
          {key.isKnown ? null : `${text.keyFromMail} `}
          <Fingerprint value={key.fingerprint} />
        </p>
      ) : null}
      {key && !key.isKnown ? (
        <div>
          <Button busy={isBusy} onClick={() => run(() => saveKey(legalRequestId, key.publicKey), '')}>
            {text.useKey}
          </Button>
        </div>
      ) : null}
      {key?.isKnown === true ? null : (
        <>
          <TextArea
            id="correspondent-key"
            rows={4}
            label={text.ownKey}
            hint={text.ownKeyHint}
            value={typed}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div>
            <Button
              weight="secondary"
              busy={isBusy}
              onClick={() => run(() => saveKey(legalRequestId, typed), '')}
            >
              {text.saveKey}
            </Button>
          </div>
        </>
      )}
      <ButtonRow>
        {key?.isKnown === true ? null : (
          <Button
            weight="tertiary"
            busy={isBusy}
            onClick={() => run(() => write(legalRequestId, 'ask_key'), text.asked)}
          >
            {text.askKey}
          </Button>
        )}
        <Button
          weight="tertiary"
          busy={isBusy}
          onClick={() => run(() => write(legalRequestId, 'invite'), text.invited)}
        >
          {text.invite}
        </Button>
      </ButtonRow>
      {notice}
    </div>
  );
}

type SendPartProps = Pick<ReplyPanelProps, 'legalRequestId' | 'facts'> & {
  decision: DecisionGroup;
  publicKey: { publicKey: string; fingerprint: string };
};

function SendPart({ legalRequestId, decision, facts, publicKey }: SendPartProps) {
  const t = useText();
  const locale = useLocale();
  const { reply: text, statement } = t.mailIntake;
  const keys = useSealingKeys();
  const explanation = useExplanation(decision);
  const [changed, setChanged] = useState<string | null>(null);
  const { isBusy, run, notice } = useStep();
  if (keys.state !== 'ready' || explanation === 'closed') return <p className="muted">{text.locked}</p>;
  if (explanation === 'unreadable') return <Alert tone="danger" title={t.desk.proposal.textsMissing} />;
  const words = explanation === 'none' ? null : explanation;
  const value = changed ?? composeReply(t, locale, decision, words, facts);
  const send = () =>
    run(
      () =>
        sendReply(
          legalRequestId,
          {
            decisionId: decision.statement.decisionId,
            subject: statement.subject(facts.reference),
            text: value,
            key: publicKey,
          },
          keys,
        ),
      text.justSent,
    );
  return (
    <form method="dialog" className="stack stack--small" onSubmit={send}>
      <TextArea
        id="reply-text"
        rows={14}
        label={text.text}
        value={value}
        onChange={(event) => setChanged(event.target.value)}
      />
      <div>
        <Button type="submit" busy={isBusy}>
          {text.send}
        </Button>
      </div>
      {notice}
    </form>
  );
}
