/** openpgp.js as its documentation shows it, in a worker: what the own writer is compared with. */
import { createMessage, encrypt, readKeys } from 'openpgp';

type Question = { file: File; publicKeys: string };

addEventListener('message', ({ data: { file, publicKeys } }: MessageEvent<Question>) => {
  void encryptAway(file, publicKeys).then((bytes) => postMessage(bytes));
});

async function encryptAway(file: File, publicKeys: string): Promise<number> {
  const encryptionKeys = await readKeys({ armoredKeys: publicKeys });
  const message = await createMessage({ binary: file.stream() });
  const encrypted = await encrypt({ message, encryptionKeys, format: 'binary' });
  let bytes = 0;
  const reader = (encrypted as unknown as ReadableStream<Uint8Array>).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) bytes += piece.value.length;
  return bytes;
}
