/** The page of the bench: keys, the attachment list, and functions that the bench calls by name. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { PublicKeyInfo, Recipient } from '#app/sealing/sealing-types.ts';
import de from '#app/text/de.ts';
import { TextProvider } from '#app/text/text.tsx';
import type { AttachmentEntry } from '#app/uploads/attachment-entry.ts';
import { AttachmentList } from '#app/uploads/uploads.tsx';
import { DocumentViewer } from '#app/viewing/viewer.tsx';

import { createRuns, type RunName } from './bench-runs.ts';

const limits = { maxFileBytes: 2_000_000_000, maxFiles: 500 };

type Setup = {
  legalRequestId: string;
  recipients: Recipient[];
  unlock: Parameters<ReturnType<typeof getCryptoRoom>['unlock']>[0];
};

/** Keys as registration makes them, kept in this tab so that a reload can unlock them again. */
async function setUp(): Promise<Setup> {
  const room = getCryptoRoom();
  const stored = sessionStorage.getItem('setup');
  if (stored !== null) {
    const setup = JSON.parse(stored) as Setup;
    await room.unlock(setup.unlock);
    return setup;
  }
  const person = await room.createPersonKey({ name: 'Bench', email: 'bench@example.org' });
  const secret = 'a passphrase for the bench';
  const envelope = await room.sealPersonKey({ kind: 'passphrase', secret });
  const provider = await room.createTeamKey({ name: 'Provider', email: 'intake@example.org' });
  const agency = await room.createTeamKey({ name: 'Agency', email: 'agency@example.org' });
  const plain = ({ publicKey, fingerprint }: PublicKeyInfo) => ({ publicKey, fingerprint });
  const recipients = [plain(provider), plain(agency)];
  const body = JSON.stringify({ provider: recipients[0], agency: recipients[1] });
  const answer = await fetch('/bench/teams', { method: 'POST', body });
  const { legalRequestId } = (await answer.json()) as { legalRequestId: string };
  const unlock = {
    personPublicKey: person.publicKey,
    envelope,
    secret,
    teamKeys: [provider, agency],
    settings: null,
  };
  const setup = { legalRequestId, recipients, unlock };
  sessionStorage.setItem('setup', JSON.stringify(setup));
  return setup;
}

let entries = JSON.parse(sessionStorage.getItem('entries') ?? '[]') as AttachmentEntry[];

/** Stands for the draft: sealing it and sending it costs the real page about as much as this. */
async function saveDraft(next: AttachmentEntry[], { recipients }: Setup): Promise<void> {
  entries = next;
  await getCryptoRoom().sealJson({ value: next, recipients });
  sessionStorage.setItem('entries', JSON.stringify(next));
}

/** Opens what was uploaded, with the list that a manifest would have. */
function Opened() {
  const [shown, setShown] = useState<AttachmentEntry | null>(null);
  return (
    <section>
      <button type="button" onClick={() => setShown(entries.at(-1) ?? null)}>
        Letzten Anhang öffnen
      </button>
      {shown ? (
        <DocumentViewer
          key={shown.fileId}
          file={shown}
          manifestFile={{
            fileId: shown.fileId,
            ciphertextBytes: shown.ciphertextBytes ?? 0,
            sha256: shown.sha256 ?? '',
          }}
          onClose={() => setShown(null)}
        />
      ) : null}
    </section>
  );
}

/** The longest time in which the page could not have answered a click, in milliseconds. */
function watchBlocks(): () => number {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 4);
    last = now;
  };
  const timer = setInterval(look, 4);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function benchMeasure(name: RunName) {
  const input = document.querySelector<HTMLInputElement>('#bench-file');
  const file = input?.files?.[0];
  if (!file) throw new Error('no file');
  const stopWatching = watchBlocks();
  const started = performance.now();
  await createRuns(setup)[name](file);
  return { seconds: (performance.now() - started) / 1000, longestBlockMs: stopWatching() };
}

const setup = await setUp();
Object.assign(globalThis, {
  benchSetup: setup,
  benchEntries: () => entries,
  benchRoom: getCryptoRoom(),
  benchMeasure,
});
createRoot(document.getElementById('root')!).render(
  <TextProvider locale="de" text={de}>
    <AttachmentList
      legalRequestId={setup.legalRequestId}
      entries={entries}
      onChange={(next) => saveDraft(next, setup)}
      recipients={setup.recipients}
      limits={limits}
    />
    <Opened />
    <p id="bench-ready" />
  </TextProvider>,
);
