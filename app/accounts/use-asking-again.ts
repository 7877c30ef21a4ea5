import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

/** How often a page asks that waits for somebody's decision. */
export const askAgainMs = 20_000;

/**
 * Asks for the page's data again and again. Only while the portal answers: data that does not come puts an error in the
 * page's place, which would never ask again.
 */
export function useAskingAgain(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(location.pathname, { method: 'HEAD' }).catch(() => null);
      if (answer?.ok) await revalidate();
    };
    const timer = setInterval(() => void ask(), askAgainMs);
    return () => clearInterval(timer);
  }, [revalidate]);
}
