import { useState } from 'react';

import type { MadePasskey } from '#app/passkeys/ceremonies.client.ts';
import { deviceName } from '#app/passkeys/device-name.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import { makeFurtherPasskey, storeFurtherPasskey } from './add-passkey.client.ts';
import { failureCode } from './failure-text.ts';
import { NewPassphraseForm } from './passphrase-form.tsx';
import { useTask } from './use-task.ts';

/** A button that makes a further passkey; asks for a passphrase where the new passkey cannot lock the key. */
export function AddPasskey({ onAdded }: { onAdded: () => void }) {
  const t = useText();
  const { isBusy, failure, run } = useTask();
  const [withoutPrf, setWithoutPrf] = useState<MadePasskey | null>(null);
  const store = async (made: MadePasskey, secret: Uint8Array | string) => {
    try {
      await storeFurtherPasskey(made, secret, deviceName(navigator.userAgent));
    } catch (error) {
      // Choosing a passphrase took longer than the challenge lives: only another passkey helps.
      if (failureCode(error) === 'challenge_stale') setWithoutPrf(null);
      throw error;
    }
    setWithoutPrf(null);
    onAdded();
  };
  const add = async () => {
    const made = await makeFurtherPasskey();
    if (made.prfSecret === null) setWithoutPrf(made);
    else await store(made, made.prfSecret);
  };
  return (
    <>
      {failure === null ? null : (
        <Alert tone="danger" title={t.accounts.register.passkey.failed} announce>
          <p>{failure}</p>
        </Alert>
      )}
      {withoutPrf === null ? (
        <>
          <p className="muted">{t.accounts.register.second.thenConfirm}</p>
          <div>
            <Button busy={isBusy} onClick={() => run(add)}>
              {t.accounts.register.second.add}
            </Button>
          </div>
        </>
      ) : (
        <NewPassphraseForm isBusy={isBusy} onChosen={(chosen) => run(() => store(withoutPrf, chosen))} />
      )}
    </>
  );
}
