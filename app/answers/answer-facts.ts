/** What an answer's manifest and its certificate say, put together from the form, the draft and the page. */
import type { Role } from '#app/accounts/permissions.ts';
import { findLegalBasis } from '#app/legal-requests/rule-sets/rule-set.ts';
import { findRuleSet } from '#app/legal-requests/rule-sets/rule-sets.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { targetText } from '#app/legal-requests/target-schema.ts';
import type { ReviewHead, ReviewRevision, Review } from '#app/review/review.ts';
import type { Locale } from '#app/text/catalogue.ts';
import type { Text } from '#app/text/text.tsx';

import type { AnswerByMail } from './mail-answer.server.ts';
import type { AnswerDraft } from './answer-draft.ts';
import { isCompleteAnswerFile, type CompleteAnswerFile } from './answer-file-entry.ts';
import type { AnswerFile, AnswerManifest, TargetAnswer } from './answer-manifest.ts';
import type { CertificateFacts } from './certificate/certificate-facts.ts';
import { toHex } from './hex.ts';

/** Where an answer belongs, as the desk's page knows it. */
export interface AnswerPlace {
  legalRequest: Pick<
    ReviewHead,
    'id' | 'reference' | 'category' | 'fileNumber' | 'currentRevision' | 'version'
  >;
  revision: Pick<ReviewRevision, 'publicPart' | 'ruleSet'>;
  agency: Pick<Review['agency'], 'name' | 'key'>;
  /** Of an authority outside of the portal: where the answer goes by mail; null while that is not possible. */
  byMail: AnswerByMail | null;
  agencyLocale: Locale;
  providerName: string;
  person: { personId: string; name: string; role: Role };
}

interface Made {
  place: AnswerPlace;
  answer: { id: string; number: number };
  form: SealedForm;
  draft: AnswerDraft;
  /** ISO 8601, UTC. */
  preparedAt: string;
}

function targetsOf({ form, draft }: Made): TargetAnswer[] {
  return form.answers.targets.map((target, index) => {
    const { outcome, reason } = draft.targets[index] ?? { outcome: null, reason: '' };
    const isRefused = outcome === 'refused_in_part';
    return {
      label: targetText(target),
      // A draft without an outcome is not signed; it is only shown.
      outcome: outcome ?? 'nothing_held',
      reason: isRefused ? reason.trim() : '',
    };
  });
}

const dataFilesOf = ({ draft }: Made): CompleteAnswerFile[] =>
  draft.files.filter(({ fileId }) => fileId !== draft.certificateFileId).filter(isCompleteAnswerFile);

const fileOf =
  (kind: AnswerFile['kind']) =>
  ({
    fileId,
    name,
    type,
    sizeBytes,
    plaintextSha256,
    ciphertextBytes,
    sha256,
  }: CompleteAnswerFile): AnswerFile => ({
    fileId,
    kind,
    name,
    type,
    sizeBytes,
    plaintextSha256,
    ciphertextBytes,
    sha256,
  });

/** The manifest without what is added when it is sealed. The certificate comes first. */
export function unsealedAnswerOf(
  made: Made & { certificate: CompleteAnswerFile | null },
): Omit<AnswerManifest, 'version' | 'intakeFingerprint'> & { keepDays: number } {
  const { place, answer, draft, preparedAt, certificate } = made;
  const { legalRequest, revision, person } = place;
  return {
    answerId: answer.id,
    legalRequestId: legalRequest.id,
    reference: legalRequest.reference,
    fileNumber: legalRequest.fileNumber,
    revision: legalRequest.currentRevision,
    number: answer.number,
    isFinal: draft.isFinal,
    category: legalRequest.category,
    periodStartAt: revision.publicPart.periodStartAt,
    periodEndAt: revision.publicPart.periodEndAt,
    targets: targetsOf(made),
    files: [
      ...(certificate ? [fileOf('certificate')(certificate)] : []),
      ...dataFilesOf(made).map(fileOf('data')),
    ],
    preparedBy: { name: person.name, role: person.role },
    preparedAt,
    keepDays: draft.keepDays,
  };
}

/** What the certificate of authenticity says, in the authority's language. */
export function certificateFactsOf(
  made: Made & { agencyText: Text; intakeFingerprint: string },
): CertificateFacts {
  const { place, answer, form, draft, preparedAt, agencyText, intakeFingerprint } = made;
  const { legalRequest, revision, person } = place;
  const { legalBasis, legalBasisOther } = form.answers;
  const ruleSet = findRuleSet(revision.ruleSet);
  const basis = ruleSet && findLegalBasis(ruleSet, legalBasis);
  return {
    locale: place.agencyLocale,
    provider: place.providerName,
    authority: place.agency.name,
    reference: legalRequest.reference,
    fileNumber: legalRequest.fileNumber,
    category: legalRequest.category,
    legalBasis: legalBasisOther === '' ? (basis?.citation ?? legalBasis) : legalBasisOther,
    answerNumber: answer.number,
    isFinal: draft.isFinal,
    periodStartAt: revision.publicPart.periodStartAt,
    periodEndAt: revision.publicPart.periodEndAt,
    targets: targetsOf(made),
    files: dataFilesOf(made).map(({ name, sizeBytes, plaintextSha256, sha256 }) => ({
      name,
      sizeBytes,
      plaintextSha256: toHex(plaintextSha256),
      ciphertextSha256: toHex(sha256),
    })),
    preparedBy: person.name,
    preparedByRole: agencyText.accounts.roles[person.role],
    preparedAt,
    intakeFingerprint,
  };
}
