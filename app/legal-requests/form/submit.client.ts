import { createSealedForm } from '#app/legal-requests/sealed-form.ts';
import { createManifest, type Submission } from '#app/legal-requests/submission.ts';
import { extractPublicPart, publicPartSchema } from '#app/legal-requests/public-part.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { postJson, RequestError } from '#app/passkeys/post-json.client.ts';
import { signAction } from '#app/passkeys/signed-action.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { manifestBytes } from '#app/sealing/manifest.ts';
import type { Receipt } from '#app/sealing/receipt.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';

import type { EditFacts } from './edit-facts.ts';

export type SubmitStep = 'saving' | 'sealing' | 'signing' | 'sending';

export type ReadyForm = {
  facts: EditFacts;
  /** Pruned, with the overrides that still answer a warning. */
  answers: Answers;
  files: readonly CompleteAttachment[];
  /** First the provider, then the agency. */
  recipients: readonly Recipient[];
};

/**
 * Seals the form to both teams and has the person sign its manifest.
 * @throws SealingError, PasskeyError, RequestError, ZodError; nothing was submitted then
 */
export async function sealAndSign(form: ReadyForm, onStep: (step: SubmitStep) => void): Promise<Submission> {
  const { facts, answers, files, recipients } = form;
  onStep('sealing');
  const place = { legalRequestId: facts.legalRequestId, revision: facts.revision };
  const publicPart = publicPartSchema.parse(extractPublicPart(facts.category, answers, files));
  const value = createSealedForm(place, answers, files);
  const sealed = await getCryptoRoom().sealJson({ value, recipients: [...recipients] });
  const sealedForm = sealed as Uint8Array<ArrayBuffer>;
  const manifest = await createManifest(
    {
      ...place,
      ruleSet: facts.ruleSet,
      previousManifestSha256: facts.correction?.revision.manifestSha256 ?? null,
      recipients: recipients.map(({ fingerprint }, position) => ({
        team: position === 0 ? 'provider' : 'agency',
        fingerprint,
      })),
    },
    publicPart,
    sealedForm,
    files,
  );
  const octets = manifestBytes(manifest);
  onStep('signing');
  const assertion = await signAction('submit', octets);
  return {
    publicPart,
    sealedForm: toBase64Url(sealedForm),
    manifest: new TextDecoder().decode(octets),
    assertion,
  };
}

const retriesMs = [1000, 3000, 8000] as const;

/**
 * Sends a signed submission. The server answers the same to the same manifest, so that a lost answer is simply asked for
 * again.
 * @throws RequestError
 */
export async function sendSubmission(address: string, submission: Submission): Promise<Receipt> {
  for (const pauseMs of [...retriesMs, null]) {
    try {
      return await postJson<Receipt>(address, submission);
    } catch (error) {
      const isPassing = error instanceof RequestError && (error.status === 0 || error.status >= 502);
      if (!isPassing || pauseMs === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  throw new RequestError('no_connection', 0);
}
