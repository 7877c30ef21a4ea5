import { de, type IntakeMailValues } from './intake-mails/de.ts';
import { en } from './intake-mails/en.ts';
import { fr } from './intake-mails/fr.ts';

export type IntakeMailName = keyof typeof de;

const line = `\n\n${'-'.repeat(60)}\n\n`;

/** A mail in German, English and French. */
export function composeIntakeMail(
  name: IntakeMailName,
  values: IntakeMailValues,
): { subject: string; text: string } {
  const all = [de, en, fr].map((texts) => texts[name](values));
  return {
    subject: all.map(({ subject }) => subject).join(' / '),
    text: `${all.map(({ text }) => text).join(line)}${line}${values.provider}\n${values.portal}\n`,
  };
}
