/** What the bench measures, as functions of the page. Each resolves when all octets are where they should be. */
import { createMessage, encrypt, readKeys } from 'openpgp';
import { Upload } from 'tus-js-client';
import { v7 as uuidv7 } from 'uuid';

import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';
import { Transfer } from '#app/uploads/transfer.ts';
import { createUploadClient } from '#app/uploads/upload-client.client.ts';

import openpgpWorkerUrl from './openpgp.worker.ts?worker&url';

type Setup = { legalRequestId: string; recipients: Recipient[] };
export type RunName = keyof ReturnType<typeof createRuns>;

const maxFileBytes = 2_000_000_000;
const partBytes = 16 * 1024 * 1024;

export function createRuns({ legalRequestId, recipients }: Setup) {
  const room = getCryptoRoom();
  const client = createUploadClient();
  const never = new AbortController().signal;
  const publicKeys = recipients.map(({ publicKey }) => publicKey).join('\n');

  return {
    /** The whole way: sealed in the crypto room, sent, inspected, stored. */
    async sealedAndStored(file: File): Promise<void> {
      const entry = {
        fileId: uuidv7(),
        kind: 'other' as const,
        name: file.name,
        type: '',
        sizeBytes: file.size,
        lastModified: file.lastModified,
        plaintextSha256: null,
        ciphertextBytes: null,
        sha256: null,
      };
      await new Promise<void>((resolve, reject) => {
        const transfer: Transfer = new Transfer(
          {
            legalRequestId,
            purpose: 'attachment',
            maxFileBytes,
            room,
            client,
            claim: () => Promise.resolve(() => undefined),
            recipients: () => recipients,
            save: async () => void (await room.sealJson({ value: transfer.entry, recipients })),
            onChange: () => {
              if (transfer.state === 'complete') resolve();
              if (transfer.failure !== null) reject(new Error(transfer.failure));
            },
            onProgress: () => undefined,
          },
          entry,
          file,
        );
        transfer.start();
      });
    },

    /** The same octets, not sealed, through the same endpoint. It is refused at the end, when all has been stored. */
    async unsealedThroughTus(file: File): Promise<void> {
      const fileId = uuidv7();
      await client.create(
        { fileId, legalRequestId, purpose: 'attachment', kind: 'other', ciphertextBytes: file.size },
        never,
      );
      for (let offset = 0; offset < file.size;) {
        const data = file.slice(offset, offset + partBytes);
        const isLast = offset + data.size === file.size;
        const sent = client.sendPart(fileId, { offset, data, onProgress: () => undefined }, never);
        if (isLast) return void (await sent.catch(() => undefined));
        offset = (await sent).offset;
      }
    },

    /** What reads naturally: openpgp.js's stream given to tus-js-client. */
    async openpgpIntoTusJsClient(file: File): Promise<void> {
      const encryptionKeys = await readKeys({ armoredKeys: publicKeys });
      const message = await createMessage({
        binary: file.stream(),
      });
      const sealed = (await encrypt({
        message,
        encryptionKeys,
        format: 'binary',
      })) as unknown as ReadableStream;
      await new Promise<void>((resolve, reject) => {
        new Upload(sealed.getReader(), {
          endpoint: '/plain',
          chunkSize: partBytes,
          uploadLengthDeferred: true,
          storeFingerprintForResuming: false,
          retryDelays: null,
          onSuccess: () => resolve(),
          onError: reject,
        }).start();
      });
    },

    /** Sealing alone, in the crypto room; each segment is let go of at once. */
    async sealingAlone(file: File): Promise<void> {
      const task = room.sealFile(
        { fileId: uuidv7(), file, recipients, maxFileBytes, resume: null },
        { saveState: async () => undefined, onSegment: ({ index }) => task.releaseSegment(index) },
      );
      await task.done;
    },

    async openpgpInWorker(file: File): Promise<void> {
      const worker = new Worker(openpgpWorkerUrl, { type: 'module' });
      await new Promise((resolve, reject) => {
        worker.onmessage = resolve;
        worker.onerror = reject;
        worker.postMessage({ file, publicKeys });
      });
      worker.terminate();
    },
  };
}
