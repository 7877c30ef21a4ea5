import type { Catalogue } from '../catalogue.ts';
import { categories } from '../legal-requests/categories/en.ts';
import type { de } from './de.ts';

export const en: Catalogue<typeof de> = {
  categories,
  title: 'Certificate of authenticity and completeness',
  lead: (provider) => `issued by ${provider}`,
  facts: {
    heading: 'Legal request',
    provider: 'Provider',
    authority: 'Authority',
    reference: 'Reference',
    fileNumber: 'File number of the authority',
    category: 'Kind of request',
    legalBasis: 'Legal basis',
    period: 'Period',
    noPeriod: 'no period stated',
    answer: 'Answer',
    preparedBy: 'Prepared by',
    preparedAt: 'Prepared on',
  },
  from: (start) => `from ${start}`,
  until: (end) => `until ${end}`,
  answer: (number, isFinal) => `no. ${number}, ${isFinal ? 'final' : 'partial, more will follow'}`,
  targets: 'Identifiers and outcome',
  outcomes: {
    delivered: 'data delivered',
    nothing_held: 'no data held',
    already_deleted: 'data already deleted',
    refused_in_part: 'refused in part',
  },
  reason: 'Reason',
  files: 'Files delivered',
  noFiles: 'No files are delivered with this answer.',
  size: (bytes) => `${bytes} bytes`,
  plaintextSha256: 'SHA-256 of the file',
  ciphertextSha256: 'SHA-256 of the encrypted file',
  statement: {
    heading: 'Statement',
    withFiles: (provider) =>
      `It is hereby certified that the files listed above were taken from the records of ${provider} and that they reproduce, unaltered and complete, the data held there at the time of collection on the identifiers named, as far as the legal request covers them and no refusal is noted above.`,
    withoutFiles: (provider) =>
      `It is hereby certified that the records of ${provider} were searched for the identifiers named above and that the outcome is stated above in full.`,
    check:
      'Whether a file has remained unaltered since it was prepared can be established by comparing its checksum (SHA-256) with the one stated above.',
    signature:
      'This certificate is part of an answer whose list of contents bears an electronic signature by the key of the provider. It was produced by machine and is valid without a handwritten signature.',
    fingerprint: 'Fingerprint of the key',
  },
  page: (page, pages) => `Page ${page} of ${pages}`,
  day: (year, month, day) => `${year}-${month}-${day}`,
  moment: (day, time, utc) => `${day}, ${time} (Berlin; ${utc} UTC)`,
};
