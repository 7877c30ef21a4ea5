import type { DecisionGroup } from '#app/review/decisions.ts';
import { wholeRequest, type Explanation } from '#app/review/decision-statement.ts';
import { formatDate } from '#app/text/format.ts';
import type { Locale } from '#app/text/catalogue.ts';
import type { Text } from '#app/text/text.tsx';

export type ReplyFacts = {
  reference: string;
  fileNumber: string;
  correctionEndsAt: string | null;
  portal: string;
  providerName: string;
};

/** A decision as a mail says it, in the language of `t`; staff can change it before it is sealed. */
export function composeReply(
  t: Text,
  locale: Locale,
  { statement }: DecisionGroup,
  words: Explanation | null,
  facts: ReplyFacts,
): string {
  const text = t.mailIntake.statement;
  const { reference, fileNumber, correctionEndsAt, portal, providerName } = facts;
  const findings = statement.findings.map(({ field, code }, index) => {
    const place = field === wholeRequest ? '' : ` (${t.legalRequests.fields[field].label})`;
    return `${index + 1}. ${t.legalRequests.reasons[code].title}${place}\n${words?.texts[index] ?? ''}`.trim();
  });
  const isAccepted = statement.decision === 'accept';
  return [
    text.greeting,
    text[statement.decision](reference, fileNumber),
    ...findings,
    ...(words !== null && words.general !== '' ? [words.general] : []),
    ...(isAccepted ? [text.data(portal)] : []),
    ...(!isAccepted && correctionEndsAt !== null ? [text.until(formatDate(correctionEndsAt, locale))] : []),
    `${text.closing}\n${providerName}`,
  ].join('\n\n');
}
