/**
 * The tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload) on top of the domain: @tus/server knows the
 * protocol, `receive-upload` knows who may send what, the upload store keeps octets. Nothing here is remembered
 * between two HTTP requests but locks.
 */
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Server, Upload as TusUpload } from '@tus/server';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database } from '#app/database.server.ts';
import { DomainError, notFound } from '#app/domain-error.ts';
import { seconds } from '#app/durations.ts';
import { z } from '#app/forms/zod.ts';

import { attachmentKinds } from '#app/legal-requests/legal-request-values.ts';
import {
  completeUpload,
  createUpload,
  findUpload,
  recordReceivedBytes,
  type Upload,
} from './receive-upload.server.ts';
import { removeDraftFile } from './sealed-files.server.ts';
import { UploadLocks } from './upload-locks.server.ts';
import { maxCiphertextBytes, type UploadLimits } from './upload-limits.ts';
import { uploadPurposes } from './upload-purposes.ts';
import type { UploadStore } from './upload-store.server.ts';

export type TusServices = {
  db: Database;
  store: UploadStore;
  limits: UploadLimits;
  /** Addresses of uploads begin with it; never with what a header says. */
  origin: string;
};

/** Answers to the last part and to HEAD: the SHA-256 of the stored ciphertext, base64url, once it is complete. */
export const ciphertextSha256Header = 'Ciphertext-Sha256';

/** All that the server may learn beforehand; strict, so that no file name slips in. */
const metadataSchema = z.strictObject({
  fileId: z.uuid(),
  legalRequestId: z.uuid(),
  purpose: z.enum(uploadPurposes).default('attachment'),
  kind: z.enum(attachmentKinds),
});

const locks = new UploadLocks();
/** Parts being written in this process: who asks how far an upload is must wait until that is known. */
const writing = new Map<string, Promise<unknown>>();

/**
 * Answers POST (create), PATCH (send), HEAD (how far) and DELETE (give up) of an upload.
 * @param actor signed in, and allowed to send files at all; the rules of the purpose are checked for each upload
 */
export async function answerTus(request: Request, actor: Actor, services: TusServices): Promise<Response> {
  const store = new SealedFileDataStore(actor, services);
  const server = new Server({
    path: '/uploads',
    datastore: store,
    locker: locks,
    // A part that breaks off is kept, so nothing is lost by ending a stalled connection soon.
    lockDrainTimeout: seconds(1),
    maxSize: maxCiphertextBytes(services.limits),
    allowedOrigins: [services.origin],
    generateUrl: (_request, { id }) => `${services.origin}/uploads/${id}`,
    namingFunction: (_request, metadata) => requireMetadata(metadata).fileId,
    onIncomingRequest: async ({ method }, id) => {
      if (method === 'HEAD') await store.finishIfReceived(id);
    },
    onUploadFinish: async (_request, { id }) => {
      await store.finishIfReceived(id);
      return {};
    },
    onResponseError: (_request, error) => describeFailure(error),
  });
  const response = await server.handleWeb(withTusHeadersOnly(request));
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  if (store.sha256 !== null) headers.set(ciphertextSha256Header, store.sha256);
  if (response.status >= 400 && response.body) headers.set('Content-Type', 'application/json');
  return new Response(response.body, { status: response.status, headers });
}

const tusHeaders = [
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
  'content-type',
  'content-length',
];

/** @tus/server judges headers of proxies and method overrides, too: it gets to see none. */
function withTusHeadersOnly(request: Request): Request {
  const headers = new Headers();
  for (const name of tusHeaders) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(request, { headers });
}

function requireMetadata(metadata: Record<string, string | null> | undefined) {
  const parsed = metadataSchema.safeParse(metadata);
  if (!parsed.success) throw new DomainError('bad_input');
  return parsed.data;
}

/** Errors of the domain and of tus as `{ code, details }`, like every other JSON answer. */
function describeFailure(error: Error | { status_code: number; body: string }) {
  if (error instanceof DomainError)
    return { status_code: error.status, body: JSON.stringify({ code: error.code, details: error.details }) };
  if (!('status_code' in error)) throw error;
  const isTooLong = error.status_code === ERRORS.ERR_SIZE_EXCEEDED.status_code;
  const code = isTooLong ? 'file_too_large' : error.status_code === 409 ? 'offset_differs' : 'bad_input';
  return { status_code: error.status_code, body: JSON.stringify({ code }) };
}

class SealedFileDataStore extends DataStore {
  /** Of the ciphertext, once this HTTP request has seen the upload complete. */
  sha256: string | null = null;
  readonly #actor: Actor;
  readonly #services: TusServices;

  constructor(actor: Actor, services: TusServices) {
    super();
    this.extensions = ['creation', 'termination'];
    this.#actor = actor;
    this.#services = services;
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    const { db, limits } = this.#services;
    const ciphertextBytes = upload.size;
    if (ciphertextBytes === undefined || ciphertextBytes === 0) throw new DomainError('bad_input');
    const metadata = requireMetadata(upload.metadata);
    await createUpload(db, this.#actor, { ...metadata, ciphertextBytes }, limits);
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    await writing.get(id);
    const upload = await this.#require(id);
    if (upload.state === 'refused' || upload.state === 'removed')
      throw new DomainError('file_gone', { reason: upload.refusedReason ?? upload.state }, 410);
    return new TusUpload({ id, size: upload.ciphertextBytes, offset: upload.receivedBytes });
  }

  override async write(data: Readable, id: string, offset: number): Promise<number> {
    const part = this.#write(data, id, offset);
    const settled = part.catch(() => undefined);
    writing.set(id, settled);
    try {
      return await part;
    } finally {
      if (writing.get(id) === settled) writing.delete(id);
    }
  }

  async #write(data: Readable, id: string, offset: number): Promise<number> {
    const { db, store } = this.#services;
    const upload = await this.#require(id);
    if (upload.state === 'complete') return upload.ciphertextBytes;
    const { durableBytes, failure } = await store.write(upload.storageKey, offset, data);
    const end = offset + durableBytes;
    if (durableBytes > 0) await recordReceivedBytes(db, id, { from: offset, to: end });
    if (failure) throw failure;
    return end;
  }

  override remove(id: string): Promise<void> {
    const { db, store } = this.#services;
    return removeDraftFile(db, store, this.#actor, requireUuid(id));
  }

  /**
   * Also asked by HEAD: the process may have died between the last octet and the inspection. Does not wait for a part
   * being written: that may hang until the lock, which comes later, ends it.
   */
  async finishIfReceived(id: string): Promise<void> {
    const { db, store } = this.#services;
    const upload = await this.#require(id);
    if (
      upload.receivedBytes === upload.ciphertextBytes &&
      upload.state !== 'refused' &&
      upload.state !== 'removed'
    )
      this.sha256 = await completeUpload(db, store, upload);
  }

  async #require(id: string): Promise<Upload> {
    const upload = await findUpload(this.#services.db, this.#actor, requireUuid(id));
    if (!upload) throw notFound();
    return upload;
  }
}

function requireUuid(id: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound();
  return id;
}
