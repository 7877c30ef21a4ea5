import { berlin, toDateTime } from '#app/legal-requests/wall-time.ts';
import { loadCertificateText, type CertificateText } from '#app/text/certificate-texts.ts';

import { certificateFactsSchema, type CertificateFacts } from './certificate-facts.ts';
import { CertificateSheet, type CertificateFonts } from './certificate-sheet.ts';

/**
 * Makes the certificate of authenticity of an answer as PDF, in the language of the authority. The same facts give the
 * same octets. Runs in the browser (`certificate.client.ts` brings the fonts): targets and files never reach the server.
 * @returns a PDF 1.7 document
 * @throws ZodError when the facts are not complete
 */
export async function makeCertificate(input: CertificateFacts, fonts: CertificateFonts): Promise<Uint8Array> {
  const facts = certificateFactsSchema.parse(input);
  const text = await loadCertificateText(facts.locale);
  const sheet = await CertificateSheet.create(fonts, {
    title: `${text.title} – ${facts.reference}`,
    language: facts.locale,
    author: facts.provider,
    at: new Date(facts.preparedAt),
  });
  sheet.write(text.title, { weight: 'bold', size: 18 });
  sheet.write(text.lead(facts.provider), { size: 11, above: 2 });
  writeRequest(sheet, text, facts);
  writeTargets(sheet, text, facts);
  writeFiles(sheet, text, facts);
  writeStatement(sheet, text, facts);
  return sheet.finish((page, pages) => `${facts.reference} · ${text.page(String(page), String(pages))}`);
}

function writeRequest(sheet: CertificateSheet, text: CertificateText, facts: CertificateFacts): void {
  const { facts: labels } = text;
  const by = facts.preparedByRole === '' ? facts.preparedBy : `${facts.preparedBy}, ${facts.preparedByRole}`;
  sheet.heading(labels.heading);
  sheet.pair(labels.provider, facts.provider);
  sheet.pair(labels.authority, facts.authority);
  sheet.pair(labels.reference, facts.reference);
  sheet.pair(labels.fileNumber, facts.fileNumber);
  sheet.pair(labels.category, text.categories[facts.category].name);
  sheet.pair(labels.legalBasis, facts.legalBasis);
  sheet.pair(labels.period, periodText(text, facts));
  sheet.pair(labels.answer, text.answer(String(facts.answerNumber), facts.isFinal));
  sheet.pair(labels.preparedBy, by);
  sheet.pair(labels.preparedAt, momentText(text, facts.preparedAt));
}

function writeTargets(sheet: CertificateSheet, text: CertificateText, { targets }: CertificateFacts): void {
  sheet.heading(text.targets);
  for (const [index, { label, outcome, reason }] of targets.entries()) {
    sheet.write(`${index + 1}. ${label}`, { weight: 'bold', above: 3 });
    sheet.write(text.outcomes[outcome], { indent: 18 });
    if (reason !== '') sheet.write(`${text.reason}: ${reason}`, { indent: 18 });
  }
}

function writeFiles(sheet: CertificateSheet, text: CertificateText, { files }: CertificateFacts): void {
  sheet.heading(text.files);
  if (files.length === 0) sheet.write(text.noFiles);
  for (const [index, file] of files.entries()) {
    sheet.write(`${index + 1}. ${file.name}`, { weight: 'bold', above: 3 });
    sheet.write(text.size(groupDigits(file.sizeBytes)), { indent: 18 });
    sheet.write(text.plaintextSha256, { indent: 18 });
    sheet.write(file.plaintextSha256, { indent: 18 });
    sheet.write(text.ciphertextSha256, { indent: 18 });
    sheet.write(file.ciphertextSha256, { indent: 18 });
  }
}

function writeStatement(sheet: CertificateSheet, text: CertificateText, facts: CertificateFacts): void {
  const { statement } = text;
  sheet.heading(statement.heading);
  if (facts.files.length === 0) sheet.write(statement.withoutFiles(facts.provider));
  else {
    sheet.write(statement.withFiles(facts.provider));
    sheet.write(statement.check, { above: 6 });
  }
  sheet.write(statement.signature, { above: 6 });
  sheet.write(`${statement.fingerprint}:`, { above: 6 });
  sheet.write((facts.intakeFingerprint.toUpperCase().match(/.{4}/g) ?? []).join(' '), { weight: 'bold' });
}

function periodText(text: CertificateText, { periodStartAt, periodEndAt }: CertificateFacts): string {
  if (periodStartAt !== null && periodStartAt === periodEndAt) return momentText(text, periodStartAt);
  const start = periodStartAt === null ? [] : [text.from(momentText(text, periodStartAt))];
  const end = periodEndAt === null ? [] : [text.until(momentText(text, periodEndAt))];
  return [...start, ...end].join(' ') || text.facts.noPeriod;
}

/** Written here and not by `Intl`, whose words differ between browsers. */
function momentText(text: CertificateText, at: string): string {
  const [date = '', time = ''] = toDateTime(new Date(at), berlin).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return text.moment(text.day(year, month, day), time, toDateTime(new Date(at), 'UTC').replace('T', ' '));
}

/** `1 234 567`: the same in all three languages. */
const groupDigits = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
