import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

const usePortal =
  'Make the request through this portal. It encrypts for you; you need no software of your own.';

export const reasons: Catalogue<typeof german.reasons> = {
  channel_plaintext: {
    title: 'Sent unencrypted',
    explanation:
      'The request came as unencrypted e-mail. Personal data from investigations may not be sent like that. We have not kept the content.',
    advice: usePortal,
  },
  channel_fax: {
    title: 'Sent by fax',
    explanation: 'A fax is not protected against being read by others. We have not kept the content.',
    advice: usePortal,
  },
  legal_basis_missing: {
    title: 'Legal basis missing',
    explanation: 'The request names no provision that entitles your authority to ask (§ 174 (2) TKG).',
    advice: 'Choose the provision from the list and submit the request again.',
  },
  legal_basis_wrong: {
    title: 'Legal basis does not fit',
    explanation:
      'The provision named is outdated or does not support what is asked for, for instance because it is for another authority, another kind of data, or not for IP addresses.',
    advice: 'Choose a provision that fits your authority, the purpose and the data wanted.',
  },
  category_exceeded: {
    title: 'More asked for than the legal basis allows',
    explanation:
      'The request asks for data of another kind, for instance traffic data or access data on the basis of a subscriber data request.',
    advice:
      'Limit the request to the kind of data chosen. For other data, make a separate request under the same file number.',
  },
  court_order_missing: {
    title: 'Order missing',
    explanation: 'For these data we need the order of the court or, in emergencies, of the prosecutor.',
    advice: 'Attach the complete order and choose “Order” as its kind.',
  },
  order_defective: {
    title: 'Order defective',
    explanation:
      'The order has a fault that cannot be remedied by completing the form, for instance the wrong ordering body or a wrong date.',
    advice: 'Have the order corrected or made anew and submit the request with it again.',
  },
  order_incomplete: {
    title: 'Order incomplete',
    explanation:
      'The order lacks something that the law requires (§ 100e (3), § 101a (1) StPO), or pages are missing.',
    advice: 'Attach all pages. If the content itself is missing, have the order completed.',
  },
  order_expired: {
    title: 'Order expired',
    explanation: 'The order was limited in time and no longer holds, or it is too old to be executed.',
    advice: 'Obtain a new order or an extension.',
  },
  period_unclear: {
    title: 'Period unclear',
    explanation: 'Start, end or time zone are missing or contradict the order.',
    advice: 'Give start and end with time and time zone as they stand in the order.',
  },
  period_too_long: {
    title: 'Period too long',
    explanation:
      'A measure may reach three months into the future at most, an extension likewise (§ 100e (1) StPO).',
    advice: 'Shorten the period. For the time after it you need an extension.',
  },
  identifier_missing: {
    title: 'Identifier missing',
    explanation: 'The request does not say which address or customer it is about.',
    advice: 'Enter at least one identifier as it stands in the order.',
  },
  identifier_not_ours: {
    title: 'Identifier is not ours',
    explanation: 'The address or identifier is not run by us. We cannot say anything about it.',
    advice: 'Check the spelling. If it is right, turn to the provider to whom the domain belongs.',
  },
  identifier_ambiguous: {
    title: 'Identifier ambiguous',
    explanation:
      'Several people fit the identifier, for instance with placeholders, a name without date of birth, or an IP address without exact time or time zone.',
    advice:
      'Add what is missing: the exact time with seconds and time zone, the date of birth, or the complete address.',
  },
  overbroad: {
    title: 'Scope too wide',
    explanation: 'The request asks for more than the order covers or the purpose requires.',
    advice: 'Limit identifiers, period and kinds of data to what was ordered and is necessary.',
  },
  authority_not_competent: {
    title: 'Authority not competent',
    explanation: 'The provision named does not entitle your authority to this request.',
    advice: 'Pass the case to the competent authority or name a provision that entitles yours.',
  },
  authority_not_verified: {
    title: 'Authority not verified',
    explanation: 'We could not confirm that the request comes from the authority named.',
    advice: 'Register your authority in this portal. We then call back on a publicly known number.',
  },
  foreign_no_legal_assistance: {
    title: 'Direct request from abroad',
    explanation:
      'Authorities outside Germany cannot demand data directly. Mutual legal assistance is needed; within the European Union also a European Production Order (EPOC) will do.',
    advice:
      'Make a request for mutual legal assistance, or a production order under Regulation (EU) 2023/1543.',
  },
  emergency_not_confirmed: {
    title: 'Emergency order not confirmed',
    explanation: 'The emergency order was not confirmed in time. It has lapsed or may no longer be executed.',
    advice: 'Send the timely confirmation, or obtain an order of the court.',
  },
  file_number_missing: {
    title: 'File number missing',
    explanation: 'Without a file number we cannot assign the request and the answer to a case.',
    advice: 'Enter the file number of your authority.',
  },
  signature_missing: {
    title: 'Signature missing',
    explanation: 'The order or letter lacks the signature, or the note that it was made electronically.',
    advice: 'Attach a signed copy.',
  },
  attachment_unreadable: {
    title: 'Attachment unreadable',
    explanation: 'A file cannot be opened, or is blurred, cut off or protected by a password.',
    advice: 'Attach the file again in good quality and without a password, best as PDF.',
  },
  duplicate: {
    title: 'Already made',
    explanation: 'We already have the same request about the same identifiers.',
    advice: 'You need not do anything. See how far the earlier request is.',
  },
  other: {
    title: 'Other reason',
    explanation: 'The reason is in the reviewers’ message.',
    advice: 'Read the message. If you have questions, call us.',
  },
};
