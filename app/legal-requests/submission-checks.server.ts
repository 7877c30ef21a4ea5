import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { hasConfirmation } from '#app/emergency/recorded-confirmations.server.ts';
import { compareWithManifest, type Manifest } from '#app/sealing/manifest.ts';
import type { Bytes } from '#app/sealing/sealing-types.ts';
import { isOutsideAgency } from '#app/uploads/recipient-keys.server.ts';
import { requireCompleteFiles, type CompleteFile } from '#app/uploads/sealed-files.server.ts';

import { runAutomaticChecks } from './automatic-checks.ts';
import type { CheckResult } from './check-result.ts';
import { listHolidaysAround } from './holidays.ts';
import type { AgencyKind, Land } from './legal-request-values.ts';
import { listTeamKeys, requireSealedTo } from './message-recipients.server.ts';
import { findAgencyFacts, type OwnLegalRequest } from './own-legal-request.server.ts';
import { checkPublicPart } from './public-checks.ts';
import { publicPartSchema, type PublicPart } from './public-part.ts';
import type { RuleSet } from './rule-sets/rule-set.ts';
import { ruleSetAt } from './rule-sets/rule-sets.ts';
import { publicPartSha256 } from './submission.ts';
import { toDate } from './wall-time.ts';

type Rules = Pick<Config, 'providerCountry' | 'holidayRegion'>;

/** @throws DomainError `rule_set_missing` (503): no rule set is in force for the operator's country */
export function requireRuleSet(config: Rules, now: Date): RuleSet {
  const ruleSet = ruleSetAt(toDate(now), config.providerCountry);
  if (!ruleSet) throw new DomainError('rule_set_missing', {}, 503);
  return ruleSet;
}

export function holidaysOf(config: Pick<Config, 'holidayRegion'>, now: Date): string[] {
  return listHolidaysAround(toDate(now), config.holidayRegion as Land);
}

export type CheckedPublicPart = {
  publicPart: PublicPart;
  checks: CheckResult[];
  /** The asking agency, as it is described now. */
  agency: { kind: AgencyKind; country: string };
};

/**
 * What the server can check of a form itself. What staff registers is on record with its faults instead of being refused:
 * it has arrived, and must be decided about.
 * @throws DomainError `public_part_invalid` (422) with the `fields`, `submission_forbidden` (422) with the `rules`
 */
export async function requireAllowedPublicPart(
  tx: Transaction,
  config: Rules,
  actor: Actor,
  legalRequest: OwnLegalRequest,
  value: unknown,
  now: Date,
): Promise<CheckedPublicPart> {
  const parsed = publicPartSchema.safeParse(value);
  if (!parsed.success || parsed.data.category !== legalRequest.category) {
    const fields = parsed.success ? ['category'] : parsed.error.issues.map(({ path }) => path.join('.'));
    throw new DomainError('public_part_invalid', { fields }, 422);
  }
  const publicPart = parsed.data;
  const ruleSet = requireRuleSet(config, now);
  const isRegistered = actor.teamKind === 'provider';
  const facts = await findAgencyFacts(tx, legalRequest.teamId);
  const isOutside = await isOutsideAgency(tx, legalRequest.teamId);
  const verified = isOutside ? ('outside' as const) : isRegistered || actor.teamStatus === 'verified';
  const agency = { ...facts, verified };
  const today = toDate(now);
  const holidays = holidaysOf(config, now);
  const known = { holidays, isConfirmed: await hasConfirmation(tx, legalRequest.id) };
  const forbidden = checkPublicPart(ruleSet, agency, publicPart, today, known);
  if (forbidden.length > 0 && !isRegistered)
    throw new DomainError('submission_forbidden', { rules: forbidden.map(({ rule }) => rule) }, 422);
  const checks = runAutomaticChecks({ ruleSet, agency, files: [], today, ...known, publicPart });
  return { publicPart, checks, agency };
}

type Sealed = {
  legalRequest: OwnLegalRequest;
  publicPart: PublicPart;
  sealedForm: Bytes;
  manifest: Manifest;
  /** As the operator allows; those that earlier revisions hold count, too. */
  maxFiles: number;
};

/**
 * That the manifest tells the truth (promise 6), that the form is sealed to exactly the two teams (promise 3), and that
 * all files are here.
 * @param previousManifestSha256 of the revision before, null for the first
 * @throws DomainError `message_refused`, `files_incomplete`, `team_keys_missing`, `rule_set_changed` (409),
 *   `too_many_files` (409), `manifest_mismatch` (409) with the `differences`
 */
export async function requireTrueManifest(
  tx: Transaction,
  { legalRequest, publicPart, sealedForm, manifest, maxFiles }: Sealed,
  ruleSet: RuleSet,
  previousManifestSha256: string | null,
): Promise<CompleteFile[]> {
  if (manifest.files.length > maxFiles) throw conflict('too_many_files', { maxFiles });
  if (manifest.ruleSet !== ruleSet.version) throw conflict('rule_set_changed');
  const keys = await listTeamKeys(tx, legalRequest.teamId);
  const named = keys.map(({ team, fingerprint }) => ({ team, fingerprint }));
  if (JSON.stringify(named.map(toPair)) !== JSON.stringify(manifest.recipients.map(toPair)))
    throw conflict('manifest_mismatch', { differences: ['recipients_differ'] });
  const sealedFormSha256 = await requireSealedTo(
    sealedForm,
    keys.map(({ encryptionKeyId }) => encryptionKeyId),
  );
  const files = await requireCompleteFiles(
    tx,
    legalRequest.id,
    manifest.files.map(({ fileId }) => fileId),
  );
  const differences: string[] = compareWithManifest(manifest, {
    legalRequestId: legalRequest.id,
    revision: legalRequest.currentRevision + 1,
    category: legalRequest.category,
    publicPartSha256: await publicPartSha256(publicPart),
    sealedFormSha256,
    sealedFormBytes: sealedForm.byteLength,
    previousManifestSha256,
    files,
  });
  const kinds = files.map(({ kind }) => kind);
  if (kinds.join() !== publicPart.attachmentKinds.join()) differences.push('attachment_kinds_differ');
  if (differences.length > 0) throw conflict('manifest_mismatch', { differences });
  return files;
}

const toPair = ({ team, fingerprint }: { team: string; fingerprint: string }) => [team, fingerprint];
