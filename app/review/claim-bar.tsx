import { useText } from '#app/text/text.tsx';

import type { Review } from './review.ts';

interface ClaimBarProps {
  claim: Review['claim'];
  onTakeOver: () => void;
  onRelease: () => void;
}

/** Who is looking at it, so that two people do not do the same work. */
export function ClaimBar({ claim, onTakeOver, onRelease }: ClaimBarProps) {
  const t = useText();
  const { claim: text } = t.desk;
  if (claim?.isMine === true)
    return (
      <p className="claim-bar" role="status">
        {text.mine}{' '}
        <button type="button" className="plain-button" onClick={onRelease}>
          {text.release}
        </button>
      </p>
    );
  return (
    <p className={claim ? 'claim-bar claim-bar--other' : 'claim-bar'} role="status">
      {claim ? text.other(claim.name) : text.none}{' '}
      <button type="button" className="plain-button" onClick={onTakeOver}>
        {claim ? text.takeOver : text.take}
      </button>
    </p>
  );
}
