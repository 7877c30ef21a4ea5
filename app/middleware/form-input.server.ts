/** What the form of a legal request sends, whoever fills it in: an agency's person, or staff who registers a mail. */
import { DomainError } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { maxDraftBytes } from '#app/legal-requests/draft-content.ts';
import { maxSealedFormBytes } from '#app/legal-requests/sealed-form.ts';
import { submissionSchema, type Submission } from '#app/legal-requests/submission.ts';

import { readBody, readJson } from './read-json.server.ts';

const versionSchema = z.coerce.number().int().min(0);

/** base64url of the form, and as much again for manifest and signature. */
const maxSubmissionBytes = 3 * maxSealedFormBytes;

/**
 * PUT `?version=N` with the sealed octets saves on top of version N; DELETE throws the draft away.
 * @returns what to save; null to throw away
 * @throws DomainError `bad_input`, `too_large`
 */
export async function readDraftChange(request: Request) {
  if (request.method === 'DELETE') return null;
  const version = versionSchema.safeParse(new URL(request.url).searchParams.get('version'));
  if (request.method !== 'PUT' || !version.success) throw new DomainError('bad_input');
  return { version: version.data, sealed: await readBody(request, maxDraftBytes) };
}

/** POST a `Submission`. @throws DomainError `bad_input` (405 for other methods), `too_large` */
export async function readSubmission(request: Request): Promise<Submission> {
  if (request.method !== 'POST') throw new DomainError('bad_input', {}, 405);
  return readJson(request, submissionSchema, maxSubmissionBytes);
}
