import { reasonCodes, type ReasonCode } from '#app/legal-requests/reasons.ts';
import type { Locale } from '#app/text/catalogue.ts';
import type { Text } from '#app/text/text.tsx';

/** What the portal proposes for a reason as long as nobody has changed it. */
export function defaultWords(text: Text, code: ReasonCode): string {
  const { explanation, advice } = text.legalRequests.reasons[code];
  return `${explanation} ${advice}`;
}

/**
 * The words for each reason in one language: the staff's, else the catalogue's.
 * @param text the catalogue of that language
 */
export function cannedWords(
  text: Text,
  locale: Locale,
  changed: readonly { code: string; locale: Locale; text: string }[],
): Map<ReasonCode, string> {
  return new Map(
    reasonCodes.map((code) => {
      const own = changed.find((row) => row.code === code && row.locale === locale);
      return [code, own?.text ?? defaultWords(text, code)] as const;
    }),
  );
}
