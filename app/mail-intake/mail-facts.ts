/** What the head of a mail says, as far as the intake needs it. Never its subject. */

/** A header by its name; '' where it is missing. */
export type HeaderOf = (name: string) => string;

export type MailFacts = {
  /** With its angle brackets removed; null where there is none. */
  messageId: string | null;
  /** The address that the mail names as its author, lower case; null where it names none. */
  from: string | null;
  /** Where an answer by a machine goes (RFC 3834 §4): the envelope's sender. Null: nobody may be answered. */
  returnPath: string | null;
  /** Why no machine may answer it; null where one may. */
  unanswerable: Unanswerable | null;
};

export type Unanswerable = 'null_sender' | 'automatic_mail' | 'list_mail' | 'own_address' | 'no_address';

const listHeaders = ['list-id', 'list-post', 'list-unsubscribe', 'list-help', 'list-owner', 'list-archive'];

/** Local parts behind which a machine sits (RFC 3834 §2, RFC 2142). */
const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|owner-.*|.*-(request|owner|bounces?))$/;

/**
 * @param envelopeSender as the mail server told it: '' is the null sender of bounces, null is not known (IMAP)
 * @param ownAddresses to which the provider itself writes or from which it does, lower case
 */
export function readMailFacts(
  header: HeaderOf,
  envelopeSender: string | null,
  ownAddresses: readonly string[],
): MailFacts {
  const from = readAddress(header('from'));
  const named = envelopeSender ?? header('return-path');
  const isNull = envelopeSender === '' || /^\s*<\s*>\s*$/.test(named);
  const returnPath = isNull ? null : (readAddress(named) ?? (envelopeSender === null ? from : null));
  const unanswerable = isNull ? 'null_sender' : whyNot(header, [from, returnPath], ownAddresses);
  return { messageId: readMessageId(header('message-id')), from, returnPath, unanswerable };
}

function whyNot(
  header: HeaderOf,
  addresses: readonly (string | null)[],
  ownAddresses: readonly string[],
): Unanswerable | null {
  const autoSubmitted = header('auto-submitted').trim().toLowerCase();
  if (autoSubmitted !== '' && !/^no\b/.test(autoSubmitted)) return 'automatic_mail';
  if (/multipart\/report/i.test(header('content-type'))) return 'automatic_mail';
  if (/\b(all|autoreply|dr|ndr|oof|rn|nrn)\b/i.test(header('x-auto-response-suppress')))
    return 'automatic_mail';
  const precedence = header('precedence').trim().toLowerCase();
  if (precedence === 'list' || listHeaders.some((name) => header(name) !== '')) return 'list_mail';
  if (['bulk', 'junk', 'auto_reply'].includes(precedence)) return 'automatic_mail';
  const known = addresses.filter((address) => address !== null);
  if (known.some((address) => ownAddresses.includes(address))) return 'own_address';
  if (known.some((address) => machines.test(address.split('@')[0] ?? ''))) return 'automatic_mail';
  return addresses[1] === null ? 'no_address' : null;
}

/** The address in `Name <address>` or `address`; the last one in angle brackets counts. */
function readAddress(text: string): string | null {
  const inBrackets = [...text.matchAll(/<([^<>\s]+)>/g)].at(-1)?.[1];
  const address = (inBrackets ?? text.replace(/\([^)]*\)/g, ' ').trim()).toLowerCase();
  return address.length <= 254 && /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(address) ? address : null;
}

function readMessageId(text: string): string | null {
  const id = /<([^<>\s]{1,900})>/.exec(text)?.[1];
  return id ?? null;
}

export const domainOf = (address: string): string => address.split('@').at(-1) ?? '';

/** The key that a mail program puts into every head (Autocrypt level 1): base64 of a binary key; null without one. */
export function readAutocryptKey(header: string): string | null {
  const data = /keydata=([A-Za-z0-9+/=\s]+)/.exec(header)?.[1];
  return data ? data.replace(/\s/g, '') : null;
}
