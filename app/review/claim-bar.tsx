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
  const isOthers = claim !== null && !claim.isMine;
  return (
    <div className={isOthers ? 'claim-bar claim-bar--other' : 'claim-bar'}>
      <span role="status">{claim ? (claim.isMine ? text.mine : text.other(claim.name)) : text.none}</span>
      <button type="button" className="plain-button" onClick={claim?.isMine ? onRelease : onTakeOver}>
        {claim ? (claim.isMine ? text.release : text.takeOver) : text.take}
      </button>
      <a className="kern-link claim-bar__jump" href="#decision-title">
        {t.desk.head.toDecision}
      </a>
    </div>
  );
}
