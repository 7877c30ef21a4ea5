import { useEffect, useRef, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { formatBytes } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';
import { LocalDocumentViewer } from '#app/viewing/viewer.tsx';

import type { FoundArrival } from './arrivals.server.ts';
import { failureWords } from './fault-text.ts';
import { openArrival, type MailFile, type OpenedMail } from './open-arrival.client.ts';
import type { SignerKeys } from './registration-facts.server.ts';
import { describeSignature } from './signature-words.ts';

type MailPanelProps = {
  arrival: FoundArrival;
  signers: SignerKeys;
  /** Hangs a file onto the form beside it; false when it was not taken. Without it there is no form. */
  onTake?: (file: MailFile) => boolean;
};

/** A mail, decrypted in this browser. Below `NeedsUnlock`. */
export function MailPanel({ arrival, signers, onTake }: MailPanelProps) {
  const t = useText();
  const { mail: text } = t.mailIntake;
  const { state, retry } = useOpenedMail(arrival, signers);
  return (
    <Panel title={text.title}>
      {arrival.droppedParts > 0 ? (
        <Alert tone="warning" title={t.mailIntake.page.dropped(arrival.droppedParts)} />
      ) : null}
      {state.phase === 'opening' ? <p role="status">{text.opening}</p> : null}
      {state.phase === 'failed' ? (
        <Alert tone="danger" title={text.failed} announce>
          <p>{failureWords(t, state.error)}</p>
          <div>
            <Button weight="secondary" onClick={retry}>
              {text.again}
            </Button>
          </div>
        </Alert>
      ) : null}
      {state.phase === 'open' ? (
        <MailContent mail={state.mail} signers={signers} {...(onTake && { onTake })} />
      ) : null}
    </Panel>
  );
}

type State = { phase: 'opening' } | { phase: 'failed'; error: unknown } | { phase: 'open'; mail: OpenedMail };

/** Once opened it stays open while the keys lock again: nobody loses their place. */
function useOpenedMail(arrival: FoundArrival, signers: SignerKeys) {
  const isUnlocked = useCryptoRoomStatus() === 'unlocked';
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State>({ phase: 'opening' });
  const isOpen = state.phase === 'open';
  // One arrival never changes; its parts are made anew each time the page is loaded.
  const newest = useRef({ arrival, signers });
  const { id } = arrival;
  useEffect(() => {
    newest.current = { arrival, signers };
  });
  useEffect(() => {
    if (!isUnlocked || isOpen) return;
    let isCurrent = true;
    const { parts } = newest.current.arrival;
    const { known, attached } = newest.current.signers;
    const keys = [...known.map(({ publicKey }) => publicKey), ...attached];
    openArrival(id, parts, keys).then(
      (mail) => isCurrent && setState({ phase: 'open', mail }),
      (error: unknown) => isCurrent && setState({ phase: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isUnlocked, isOpen, id, tries]);
  const retry = () => {
    setState({ phase: 'opening' });
    setTries((count) => count + 1);
  };
  return { state, retry };
}

function MailContent({
  mail,
  signers,
  onTake,
}: {
  mail: OpenedMail;
  signers: SignerKeys;
  onTake?: (file: MailFile) => boolean;
}) {
  const t = useText();
  const { mail: text } = t.mailIntake;
  return (
    <div className="stack">
      {mail.subject === '' ? null : (
        <p>
          <strong>{text.subject}:</strong> <bdi>{mail.subject}</bdi>
        </p>
      )}
      <Signatures mail={mail} signers={signers} />
      {mail.texts.length === 0 ? <p className="muted">{text.noText}</p> : null}
      {mail.texts.map((words, index) => (
        // The parts of an opened mail never move.
        <div className="mail-text" key={index} role="group" aria-label={text.text}>
          {words}
        </div>
      ))}
      <Files files={mail.files} {...(onTake && { onTake })} />
      <p className="muted">{text.safe}</p>
    </div>
  );
}

function Signatures({ mail, signers }: { mail: OpenedMail; signers: SignerKeys }) {
  const t = useText();
  const { mail: text } = t.mailIntake;
  if (mail.signatures.length === 0) return <p className="muted">{text.unsigned}</p>;
  return (
    <ul className="plain-list stack stack--small" aria-label={text.signatures}>
      {mail.signatures.map((signature, index) => {
        const { isWrong, words } = describeSignature(text, signature, signers.known);
        return <li key={index}>{isWrong ? <Alert tone="danger" title={words} /> : words}</li>;
      })}
    </ul>
  );
}

function Files({ files, onTake }: { files: readonly MailFile[]; onTake?: (file: MailFile) => boolean }) {
  const t = useText();
  const locale = useLocale();
  const { mail: text } = t.mailIntake;
  const [shown, setShown] = useState<MailFile | null>(null);
  const [said, setSaid] = useState('');
  if (files.length === 0) return null;
  return (
    <section className="stack stack--small">
      <h3 className="kern-title">{text.files}</h3>
      <ul className="plain-list stack stack--small">
        {files.map((file, index) => (
          <li key={index} className="row">
            <bdi>{file.name}</bdi>
            <span className="muted">{formatBytes(file.data.size, locale)}</span>
            <Button weight="tertiary" aria-label={text.show(file.name)} onClick={() => setShown(file)}>
              {text.showShort}
            </Button>
            {onTake ? (
              <Button
                weight="tertiary"
                aria-label={text.takeWhat(file.name)}
                onClick={() => setSaid(onTake(file) ? text.taken(file.name) : text.notTaken(file.name))}
              >
                {text.take}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {shown ? (
        <LocalDocumentViewer
          key={files.indexOf(shown)}
          data={shown.data}
          name={shown.name}
          onClose={() => setShown(null)}
        />
      ) : null}
    </section>
  );
}
