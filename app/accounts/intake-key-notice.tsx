import { useState } from 'react';

import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import './accounts.css';

/** Says once that this browser now trusts another intake key, and why. */
export function IntakeKeyNotice() {
  const t = useText();
  const { intakeKeyFollowed: text } = t.accounts;
  const [isClosed, setClosed] = useState(false);
  if (isClosed) return null;
  return (
    <aside className="page-frame key-notice" aria-label={text.title}>
      <Alert tone="info" title={text.title} announce>
        <p>{text.text}</p>
        <div>
          <Button weight="secondary" onClick={() => setClosed(true)}>
            {t.layout.close}
          </Button>
        </div>
      </Alert>
    </aside>
  );
}
