/** The pages of a registration as a table: which comes next follows from what is known already. */
export const registrationSteps = ['code', 'person', 'agency', 'passkey'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** What is known of a registration on its way. */
export interface RegistrationProgress {
  isConfirmed: boolean;
  hasPerson: boolean;
  /** Chosen, described, or given by the invitation. */
  hasAgency: boolean;
  /** Has an account already and comes by a link for new access: only the passkey and the keys are made anew. */
  isReturning: boolean;
}

/** The first step that is still to be done. */
export function nextStep(progress: RegistrationProgress): RegistrationStep {
  if (!progress.isConfirmed) return 'code';
  if (!progress.hasPerson) return 'person';
  if (!progress.hasAgency) return 'agency';
  return 'passkey';
}

/** A step may be opened once all before it are done; going back is always possible, except before the code. */
export function mayOpen(step: RegistrationStep, progress: RegistrationProgress): boolean {
  if (step === 'code') return !progress.isConfirmed;
  if (progress.isReturning) return step === 'passkey';
  return registrationSteps.indexOf(step) <= registrationSteps.indexOf(nextStep(progress));
}
