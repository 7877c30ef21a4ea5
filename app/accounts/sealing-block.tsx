import { useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { useSealingKeys } from './sealing-keys-context.tsx';

/** Says why nothing may be sealed now and what to do; nothing while all is well or locked. */
export function SealingBlockNotice() {
  const t = useText();
  const keys = useSealingKeys();
  if (keys.state !== 'blocked') return null;
  const { title, text } = t.accounts.sealingBlocked[keys.reason];
  return (
    <Alert tone="danger" title={title} announce>
      <p>{text}</p>
    </Alert>
  );
}
