import { minutes, seconds } from '#app/durations.ts';

/** A challenge lives five minutes (promise 9); a fresh one takes its place well before. */
export const offerLifetime = minutes(4);
const checkEvery = seconds(15);

/**
 * Offers passkeys in the autofill list of the page's input until one was chosen, always for a challenge that still lives.
 * While nobody looks at the page it may end; it is renewed when somebody does. What fails before a passkey was chosen
 * stays unsaid: nobody asked for anything, and the button tells what is wrong.
 * The clock is compared at every tick, because timers stand still while a laptop sleeps.
 * @param ask one question to the browser; it ends with the signal
 * @param hasFailed after a passkey that did not sign in: the offer comes again a little later, because a device that chooses
 *   by itself would choose the same one over and over, and use up the tries of everybody behind the same address
 * @returns ends the offer
 */
export function offerInAutofill<Asked>(
  ask: (signal: AbortSignal) => Promise<Asked>,
  onChosen: (asked: Asked) => void,
  hasFailed: boolean,
): () => void {
  const ended = new AbortController();
  let askedAt = -Infinity;
  const offer = () => {
    askedAt = Date.now();
    ask(ended.signal).then(
      (asked) => {
        if (ended.signal.aborted) return;
        end();
        onChosen(asked);
      },
      () => undefined,
    );
  };
  const renew = () => {
    if (!document.hidden && Date.now() - askedAt >= offerLifetime) offer();
  };
  const timer = setInterval(renew, checkEvery);
  const end = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', renew);
    ended.abort();
  };
  document.addEventListener('visibilitychange', renew);
  if (!hasFailed) renew();
  return end;
}
