/** Crypto rooms without a browser: the worker's own code behind the page's own connection, joined by copied messages. */
import { randomBytes } from '#app/sealing/random-bytes.ts';
import type { PersonKeyEnvelope, PublicKeyInfo } from '#app/sealing/sealing-types.ts';
import { WorkerConnection } from '#app/sealing/worker-connection.ts';
import type { WorkerPort } from '#app/sealing/worker-connection.ts';
import { createDispatcher } from '#app/sealing/worker-dispatch.ts';
import type { AnswerMessage } from '#app/sealing/worker-protocol.ts';

export type Room = { room: WorkerConnection; answers: AnswerMessage[] };

/** A room whose worker is the dispatcher in this thread; messages are copied as `postMessage` copies them. */
export function openRoom(): Room {
  const answers: AnswerMessage[] = [];
  const dispatch = createDispatcher((answer) => {
    answers.push(answer);
    const copy = structuredClone(answer);
    queueMicrotask(() => port.onmessage?.({ data: copy }));
  });
  const port: WorkerPort = {
    postMessage: (message) => dispatch(structuredClone(message)),
    terminate: () => undefined,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  return { room: new WorkerConnection(port, () => undefined), answers };
}

export type Member = Room & { person: PublicKeyInfo; secret: Uint8Array; envelope: PersonKeyEnvelope };

/** A person with a key of their own and an envelope for a passkey, in a room of their own. */
export async function joinAs(name: string): Promise<Member> {
  const opened = openRoom();
  const person = await opened.room.call('createPersonKey', {
    name,
    email: `${name.toLowerCase()}@lka.example`,
  });
  const secret = randomBytes(32);
  const envelope = await opened.room.call('sealPersonKey', { kind: 'passkey_prf', secret });
  return { ...opened, person, secret, envelope };
}
