import { useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import './accounts.css';

export interface TeamKeyNews {
  teamKind: 'provider' | 'agency';
  /** Names of members who wait for a key that this person could give. */
  waiting: readonly string[];
  /** This person was let in and waits for the team's key. */
  isLacking: boolean;
}

/** Tells whoever holds the team's key that somebody waits for it, and whoever waits how to get it. */
export function TeamKeyNotice({ teamKind, waiting, isLacking }: TeamKeyNews) {
  const { teamKeyNotice: text } = useText().accounts;
  const lacks = text.lacks[teamKind];
  if (isLacking)
    return (
      <aside className="page-frame key-notice" aria-label={lacks.title}>
        <Alert tone="warning" title={lacks.title}>
          <p>{lacks.text}</p>
          <div>
            <ButtonLink weight="secondary" to="/account">
              {text.toFingerprint}
            </ButtonLink>
          </div>
        </Alert>
      </aside>
    );
  if (waiting.length === 0) return null;
  const title = text.waits[teamKind](waiting);
  return (
    <aside className="page-frame key-notice" aria-label={title}>
      <Alert tone="info" title={title}>
        <p>{text.waitsText}</p>
        <div>
          <ButtonLink weight="secondary" to={teamKind === 'provider' ? '/desk/staff' : '/colleagues'}>
            {text.toPeople}
          </ButtonLink>
        </div>
      </Alert>
    </aside>
  );
}
