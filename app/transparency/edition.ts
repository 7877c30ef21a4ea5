/** What is published of a year: figures and words in one signed text, which never changes again. */
import { z } from '#app/forms/zod.ts';
import { canonicalBytes } from '#app/sealing/canonical-json.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';

import { yearOf } from './count-year.ts';
import { yearFiguresSchema } from './figures.ts';
import { smallNumberModes } from './small-number-modes.ts';

export const maxWordsCharacters = 20_000;
export const maxNoteCharacters = 1_000;

const inEachLanguage = (max: number) =>
  z.strictObject({ de: z.string().max(max), en: z.string().max(max), fr: z.string().max(max) });

/** Markdown, by language; '' where there are none. */
export const wordsSchema = inEachLanguage(maxWordsCharacters);
/** Why there is another version, by language; plain text. */
export const noteSchema = inEachLanguage(maxNoteCharacters);
export type InEachLanguage = z.infer<typeof noteSchema>;
export const noWords: InEachLanguage = { de: '', en: '', fr: '' };

export const editionContentSchema = z.strictObject({
  schema: z.literal('amtsweg.report.v1'),
  provider: z.string(),
  year: z.int(),
  /** 1, 2, …: a correction is the next version. */
  version: z.int().min(1),
  source: z.enum(['events', 'imported']),
  figures: yearFiguresSchema,
  words: wordsSchema,
  note: noteSchema,
  /** What the figures were computed from, so that anybody with the events computes them again; null for imported ones. */
  basis: z
    .strictObject({
      /** The last event that was read, and its place in the hash chain. */
      position: z.int().min(0),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      countedAt: z.iso.datetime(),
      /** The provider's country: what is domestic. */
      home: z.string(),
      smallNumbers: z.enum(smallNumberModes),
    })
    .nullable(),
});
export type EditionContent = z.infer<typeof editionContentSchema>;

/** As it is downloaded. `signature` and `publicKey` (Ed25519, raw) are base64url. */
const publishedEditionSchema = z.strictObject({
  content: editionContentSchema,
  publishedAt: z.iso.datetime(),
  signature: z.string(),
  publicKey: z.string(),
});
export type PublishedEdition = z.infer<typeof publishedEditionSchema>;

/** Published, or shown before that: the running year has neither time nor signature. */
export interface ShownEdition {
  content: EditionContent;
  publishedAt: string | null;
}

/** A year that was not over when it was counted. */
export function isInterim({ year, basis }: EditionContent): boolean {
  return basis !== null && yearOf(new Date(basis.countedAt)) <= year;
}

/** What the server signs: "amtsweg.report.v1" ‖ canonical JSON of content and time. */
export function editionSignedBytes(content: EditionContent, publishedAt: string): Uint8Array<ArrayBuffer> {
  const label = new TextEncoder().encode('amtsweg.report.v1');
  const body = canonicalBytes({ content: editionContentSchema.parse(content), publishedAt });
  const signed = new Uint8Array(label.length + body.length);
  signed.set(label);
  signed.set(body, label.length);
  return signed;
}

/**
 * Whether the portal published exactly this.
 * @param publicKey of the provider; that of the file itself only shows that the file is whole
 */
export async function verifyEdition(value: unknown, publicKey: string): Promise<boolean> {
  const edition = publishedEditionSchema.safeParse(value);
  if (!edition.success) return false;
  const { content, publishedAt, signature } = edition.data;
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64Url(publicKey), { name: 'Ed25519' }, false, [
      'verify',
    ]);
    const signed = editionSignedBytes(content, publishedAt);
    return await crypto.subtle.verify('Ed25519', key, fromBase64Url(signature), signed);
  } catch {
    return false;
  }
}
