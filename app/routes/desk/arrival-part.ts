import { Readable } from 'node:stream';

import { findArrivalPart } from '#app/mail-intake/arrivals.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { openUploadStore } from '#app/uploads/upload-store.server.ts';

import type { Route } from './+types/arrival-part';

/** The ciphertext of one part of a mail, as it came. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_arrivals');
  const { db, config } = context.get(servicesContext);
  return answerJson(async () => {
    const part = await findArrivalPart(db, actor, params.id, Number(params.position));
    const body = Readable.toWeb(openUploadStore(config).read(part.storageKey));
    return new Response(body as ReadableStream<Uint8Array>, {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(part.storedBytes),
        'Content-Disposition': 'attachment; filename="sealed.pgp"',
        'Cache-Control': 'no-store',
      },
    });
  });
}
