import { z } from '#app/forms/zod.ts';
import { reasonCodes } from '#app/legal-requests/reasons.ts';
import { CannedTextsPage } from '#app/messages/canned-texts-page.tsx';
import { changeCannedText, listCannedTexts, maxCannedCharacters } from '#app/messages/canned-texts.server.ts';
import { defaultWords } from '#app/messages/canned-words.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { localeOf, requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { isLocale, locales } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';

import type { Route } from './+types/texts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'edit_canned_texts');
  const wanted = new URL(request.url).searchParams.get('language');
  const language = isLocale(wanted) ? wanted : localeOf(context);
  const text = await loadText(language);
  return answerPage(async () => {
    const changed = await listCannedTexts(db, actor);
    const rows = reasonCodes.map((code) => {
      const own = changed.find((row) => row.code === code && row.locale === language);
      return { code, words: own?.text ?? defaultWords(text, code), changed: own ?? null };
    });
    return { language, rows };
  });
}

const changeSchema = z.object({
  code: z.enum(reasonCodes),
  locale: z.enum(locales),
  text: z.string().max(maxCannedCharacters),
  intent: z.enum(['save', 'reset']),
});

/** Not confidential: an ordinary form. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'edit_canned_texts');
  const form = changeSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { saved: null };
  const { code, locale, text, intent } = form.data;
  await answerPage(() =>
    changeCannedText(db, actor, { code, locale, text: intent === 'reset' ? '' : text }, new Date()),
  );
  return { saved: code };
}

export default function Texts({ loaderData, actionData }: Route.ComponentProps) {
  return <CannedTextsPage {...loaderData} saved={actionData?.saved ?? null} />;
}
