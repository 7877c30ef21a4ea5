import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { postJson } from '#app/passkeys/post-json.client.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Fingerprint, Panel } from '#app/ui/page.tsx';

import { newRecoveryStatement } from './account-statements.ts';
import { AddPasskey } from './add-passkey.tsx';
import { recoverySchema } from './key-schemas.ts';
import { NeedsUnlock } from './needs-unlock.tsx';
import { OwnPersonFingerprint, OwnTeamFingerprint } from './own-fingerprints.tsx';
import { NewPassphraseForm } from './passphrase-form.tsx';
import { RecoveryCodePanel } from './recovery-code-panel.tsx';
import { useTask } from './use-task.ts';

/** A new recovery code in place of the old one. */
export function RecoveryPanel() {
  const t = useText();
  const { recovery: text } = t.accounts.account;
  const [code, setCode] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const { isBusy, failure, run } = useTask();
  const create = async () => {
    const made = await getCryptoRoom().createRecoveryCode();
    const recovery = recoverySchema.parse({ envelope: made.envelope, proof: made.proof });
    const assertion = await signAction('new_recovery_code', newRecoveryStatement(recovery));
    await postJson('/account/settings', { intent: 'recovery', recovery, assertion });
    setDone(false);
    setCode(made.code);
  };
  return (
    <Panel title={text.title}>
      <Failure failure={failure} />
      {isDone ? <Alert tone="success" title={text.done} announce /> : null}
      <NeedsUnlock>
        {code === null ? (
          <>
            <p>{text.lead}</p>
            <div>
              <Button weight="secondary" busy={isBusy} onClick={() => run(create)}>
                {text.create}
              </Button>
            </div>
          </>
        ) : (
          <RecoveryCodePanel
            code={code}
            onConfirmed={() => {
              setCode(null);
              setDone(true);
            }}
          />
        )}
      </NeedsUnlock>
    </Panel>
  );
}

/** Makes a further passkey; the list above is loaded anew. */
export function AddPasskeyPanel() {
  const t = useText();
  const { passkeys: text } = t.accounts.account;
  const { revalidate } = useRevalidator();
  const [isAdded, setAdded] = useState(false);
  return (
    <NeedsUnlock>
      {isAdded ? <Alert tone="success" title={text.added} announce /> : null}
      <AddPasskey
        onAdded={() => {
          setAdded(true);
          void revalidate();
        }}
      />
    </NeedsUnlock>
  );
}

interface KeysPanelProps {
  team: string | null;
  portal: string | null;
  mayExport: boolean;
}

/** Fingerprints to read out, and the export of the team's key. */
export function KeysPanel({ team, portal, mayExport }: KeysPanelProps) {
  const t = useText();
  const { keys: text } = t.accounts.account;
  return (
    <Panel title={text.title}>
      <p>{text.lead}</p>
      <NeedsUnlock>
        <div className="stack stack--small">
          <h3 className="kern-title">{text.person}</h3>
          <OwnPersonFingerprint />
        </div>
        {team === null ? null : (
          <div className="stack stack--small">
            <h3 className="kern-title">{text.team}</h3>
            <OwnTeamFingerprint stated={team} />
          </div>
        )}
      </NeedsUnlock>
      {portal === null || portal === team ? null : (
        <div className="stack stack--small">
          <h3 className="kern-title">{text.portal}</h3>
          <Fingerprint value={portal} />
        </div>
      )}
      {mayExport && team !== null ? <ExportTeamKey fingerprint={team} /> : null}
    </Panel>
  );
}

/** A deliberate act: behind a closed heading, with a passphrase, and on record before the file exists. */
function ExportTeamKey({ fingerprint }: { fingerprint: string }) {
  const t = useText();
  const { keys: text } = t.accounts.account;
  const { isBusy, failure, run } = useTask();
  const [isDone, setDone] = useState(false);
  const exportKey = async (passphrase: string) => {
    const armored = await getCryptoRoom().exportTeamKey({ teamFingerprint: fingerprint, passphrase });
    await postJson('/account/settings', { intent: 'team_key_exported', fingerprint });
    saveFile(`amtsweg-${fingerprint.slice(-16)}.asc`, armored);
    setDone(true);
  };
  return (
    <details>
      <summary>{text.exportTitle}</summary>
      <div className="stack">
        <p>{text.exportLead}</p>
        <Failure failure={failure} />
        {isDone ? (
          <Alert tone="success" title={text.exported} announce />
        ) : (
          <NeedsUnlock>
            <NewPassphraseForm
              isBusy={isBusy}
              onChosen={(passphrase) => run(() => exportKey(passphrase))}
              why={{ title: text.exportWhy, text: text.exportWhyText }}
              submitLabel={text.exportButton}
            />
          </NeedsUnlock>
        )}
      </div>
    </details>
  );
}

/** Hands a text to the browser's downloads. */
function saveFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/pgp-keys' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function Failure({ failure }: { failure: string | null }) {
  const t = useText();
  if (failure === null) return null;
  return (
    <Alert tone="danger" title={t.errors.titles.failed} announce>
      <p>{failure}</p>
    </Alert>
  );
}
