import { data, redirect } from 'react-router';

import { DomainError } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { localeOf, requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { maxNoteCharacters, maxWordsCharacters } from '#app/transparency/edition.ts';
import {
  confirmPublication,
  proposePublication,
  saveReportWords,
  setPublicationAside,
} from '#app/transparency/publish-report.server.ts';
import { readYear } from '#app/transparency/report-address.ts';
import { findReportDraft } from '#app/transparency/report-desk.server.ts';
import { ReportEditorPage } from '#app/transparency/report-editor-page.tsx';
import { notFound } from '#app/domain-error.ts';

import type { Route } from './+types/report-year';

function requireYear(text: string): number {
  const year = readYear(text);
  if (year === null) throw notFound();
  return year;
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'publish_report');
  const services = context.get(servicesContext);
  const draft = await answerPage(async () =>
    findReportDraft(services, actor, requireYear(params.year), localeOf(context), new Date()),
  );
  return { draft, isSaved: new URL(request.url).searchParams.has('saved') };
}

// Browsers count a line break as one character and send it as two.
const words = z
  .string()
  .max(2 * maxWordsCharacters)
  .default('');
const note = z
  .string()
  .max(2 * maxNoteCharacters)
  .default('');
const version = z.coerce.number().int().min(0);
const changeSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    version,
    ...{ words_de: words, words_en: words, words_fr: words },
    ...{ note_de: note, note_en: note, note_fr: note },
  }),
  z.object({ intent: z.literal('propose'), version }),
  z.object({ intent: z.enum(['confirm', 'set_aside']), approvalId: z.uuid() }),
]);

/** Not confidential: ordinary forms, which work without scripts. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'publish_report');
  const services = context.get(servicesContext);
  const now = new Date();
  const form = changeSchema.safeParse(Object.fromEntries(await request.formData()));
  try {
    const year = requireYear(params.year);
    if (!form.success) throw new DomainError('bad_input');
    const change = form.data;
    switch (change.intent) {
      case 'save':
        await saveReportWords(
          services.db,
          actor,
          {
            year,
            version: change.version,
            words: { de: change.words_de, en: change.words_en, fr: change.words_fr },
            note: { de: change.note_de, en: change.note_en, fr: change.note_fr },
          },
          now,
        );
        return redirect(`/desk/report/${year}?saved`);
      case 'propose':
        await proposePublication(services, actor, { year, version: change.version }, now);
        return redirect(`/desk/report/${year}`);
      case 'confirm':
        await confirmPublication(services, actor, change.approvalId, now);
        return redirect(`/transparency/${year}`);
      case 'set_aside':
        await setPublicationAside(services, actor, change.approvalId, now);
        return redirect(`/desk/report/${year}`);
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data({ code: error.code }, error.status);
  }
}

export default function ReportYear({ loaderData, actionData }: Route.ComponentProps) {
  return <ReportEditorPage {...loaderData} code={actionData?.code ?? null} />;
}
