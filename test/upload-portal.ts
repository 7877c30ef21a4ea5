/** A provider, two agencies and the tus endpoint behind a real HTTP server, for tests of uploads. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createMessage, encrypt, type PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { fingerprintOf, generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { answerTus, type TusServices } from '#app/uploads/tus-endpoint.server.ts';
import { legalRequests, people, pgpKeys, teams } from '#db/schema.ts';

export type TestTeam = { actor: Actor; publicKey: PublicKey };

/** A team with a key and one person. The team counts as verified for the actor, whatever the database says. */
export async function createTestTeam(
  db: Database,
  kind: Actor['teamKind'],
  role: Actor['role'],
): Promise<TestTeam> {
  const [teamId, personId] = [uuidv7(), uuidv7()];
  const email = `${personId}@example.org`;
  const key = await generatePrivateKey({ name: kind, email });
  await db.insert(teams).values({ id: teamId, kind, name: kind, country: 'DE', status: 'pending' });
  await db
    .insert(people)
    .values({ id: personId, teamId, role, status: 'active', email, name: 'P', userHandle: personId });
  await db
    .insert(pgpKeys)
    .values({ id: uuidv7(), teamId, publicKey: key.toPublic().armor(), fingerprint: fingerprintOf(key) });
  const actor: Actor = {
    personId,
    sessionId: uuidv7(),
    role,
    status: 'active',
    name: 'P',
    email,
    locale: 'de',
    teamId,
    teamKind: kind,
    teamName: kind,
    teamStatus: 'verified',
  };
  return { actor, publicKey: key.toPublic() };
}

export async function createTestLegalRequest(db: Database, actor: Actor, status = 'draft'): Promise<string> {
  const id = uuidv7();
  await db
    .insert(legalRequests)
    .values({ id, teamId: actor.teamId, authorId: actor.personId, category: 'subscriber_data', status });
  return id;
}

/** A message as OpenPGP.js makes it; `bytes` of text that does not repeat. */
export async function sealForTest(bytes: number, keys: PublicKey[], wildcard = false): Promise<Uint8Array> {
  const text = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(text.subarray(at, at + 65_536));
  const message = await createMessage({ binary: text });
  return encrypt({ message, encryptionKeys: keys, format: 'binary', wildcard });
}

/** Serves the tus endpoint; who asks stands in the header `x-actor`, as a key of `actors`. */
export async function serveTus(services: TusServices, actors: Record<string, Actor>) {
  const listener = createRequestListener((request) => {
    const actor = actors[request.headers.get('x-actor') ?? ''];
    return actor ? answerTus(request, actor, services) : new Response(null, { status: 401 });
  });
  const server = createServer((request, response) => void listener(request, response));
  let readBytes = () => 0;
  server.on('connection', (socket) => {
    const before = readBytes;
    readBytes = () => before() + socket.bytesRead;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/uploads`,
    port,
    /** What all connections have read so far, heads and bodies. */
    readBytes: () => readBytes(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The four requests of tus, raw. */
export function tusClient(url: string, actor = 'own') {
  const headers = { 'Tus-Resumable': '1.0.0', 'x-actor': actor };
  const metadata = (values: Record<string, string>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',');
  return {
    create: (values: Record<string, string>, length: number) =>
      fetch(url, {
        method: 'POST',
        headers: { ...headers, 'Upload-Length': String(length), 'Upload-Metadata': metadata(values) },
      }),
    send: (fileId: string, offset: number, body: BodyInit | ReadableStream) =>
      fetch(`${url}/${fileId}`, {
        method: 'PATCH',
        headers: {
          ...headers,
          'Upload-Offset': String(offset),
          'Content-Type': 'application/offset+octet-stream',
        },
        body,
        ...({ duplex: 'half' } as object),
      }),
    ask: (fileId: string) => fetch(`${url}/${fileId}`, { method: 'HEAD', headers }),
    remove: (fileId: string) => fetch(`${url}/${fileId}`, { method: 'DELETE', headers }),
  };
}
