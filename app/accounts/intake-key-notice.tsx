import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import './accounts.css';

/** Says once that this browser now trusts another intake key, and why. */
export function IntakeKeyNotice({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { intakeKeyFollowed: text } = t.accounts;
  return (
    <aside className="page-frame key-notice" aria-label={text.title}>
      <Alert tone="info" title={text.title} announce>
        <p>{text.text}</p>
        <div>
          <Button weight="secondary" onClick={onClose}>
            {t.layout.close}
          </Button>
        </div>
      </Alert>
    </aside>
  );
}
