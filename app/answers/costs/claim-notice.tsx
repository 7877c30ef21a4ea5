import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { claimState, type SavedCosts } from './costs.ts';

/** Until when the claim can be made; an alarm when that is soon or over. */
export function ClaimNotice({ saved }: { saved: SavedCosts }) {
  const { costs: text } = useText();
  const locale = useLocale();
  const claimEndsAt = saved.claimEndsAt === null ? null : new Date(saved.claimEndsAt);
  const state = claimState({ claimedOn: saved.claimedOn, claimEndsAt }, new Date());
  if (claimEndsAt === null || state === 'claimed') return null;
  const ends = text.claimEnds(formatDate(claimEndsAt, locale));
  if (state === 'open') return <p>{ends}</p>;
  return (
    <Alert
      tone={state === 'lapsed' ? 'danger' : 'warning'}
      title={text[state === 'lapsed' ? 'lapsed' : 'soon']}
    >
      <p>{ends}</p>
    </Alert>
  );
}
