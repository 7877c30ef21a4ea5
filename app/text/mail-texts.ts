import type { Locale } from './catalogue.ts';
import { de } from './mail/de.ts';
import { en } from './mail/en.ts';
import { fr } from './mail/fr.ts';

/** A mail in words. Values are those that were queued with it. */
export type MailTemplate = (values: Readonly<Record<string, string>>) => { subject: string; text: string };

/** Names of all mails; the other languages are complete by type. */
export type MailName = keyof typeof de;

export const mailTexts: Record<Locale, Record<string, MailTemplate>> = { de, en, fr };
