import { Readable } from 'node:stream';

import { noteAnswerDownload } from '#app/answers/note-reading.server.ts';
import { DomainError, notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { requireActor, requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { attachmentKinds } from '#app/legal-requests/legal-request-values.ts';
import { changeDraftFileKind, readCiphertext, removeDraftFile } from '#app/uploads/sealed-files.server.ts';
import { readRange } from '#app/uploads/read-range.ts';
import { openUploadStore } from '#app/uploads/upload-store.server.ts';

import type { Route } from './+types/file';

const kindSchema = z.strictObject({ kind: z.enum(attachmentKinds) });

/** The ciphertext of a file, for the crypto room. Its name is sealed, so it is given none. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { config, db } = context.get(servicesContext);
  const actor = requireActor(context, request);
  return answerJson(async () => {
    const file = await readCiphertext(db, openUploadStore(config), actor, requireFileId(params.id));
    const from = readRange(request.headers.get('Range'), file.ciphertextBytes);
    if (file.purpose === 'answer' && request.method !== 'HEAD') {
      const { legalRequestId } = file;
      const download = { legalRequestId, fileId: params.id, isContinued: (from ?? 0) > 0 };
      await noteAnswerDownload(db, actor, download, new Date());
    }
    const body = request.method === 'HEAD' ? null : Readable.toWeb(file.open(from ?? 0));
    return new Response(body as ReadableStream<Uint8Array> | null, {
      status: from === null ? 200 : 206,
      headers: {
        ...(from !== null && {
          'Content-Range': `bytes ${from}-${file.ciphertextBytes - 1}/${file.ciphertextBytes}`,
        }),
        'Accept-Ranges': 'bytes',
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(file.ciphertextBytes - (from ?? 0)),
        'Content-Disposition': 'attachment; filename="sealed.pgp"',
        'Cache-Control': 'no-store',
      },
    });
  });
}

/** PUT `{ kind }` says anew what a file of a draft is; DELETE takes it out of the draft. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { config, db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'send_files');
  return answerJson(async () => {
    const fileId = requireFileId(params.id);
    if (request.method === 'DELETE') return removeDraftFile(db, openUploadStore(config), actor, fileId);
    if (request.method !== 'PUT') throw new DomainError('bad_input', {}, 405);
    const body = kindSchema.safeParse(await request.json().catch(() => null));
    if (!body.success) throw new DomainError('bad_input');
    return changeDraftFileKind(db, actor, fileId, body.data.kind);
  });
}

function requireFileId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound();
  return id;
}
