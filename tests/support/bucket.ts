import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { TestStrapi } from './strapi';

/** What Strapi hands to an upload provider. */
interface ProviderFile {
  hash: string;
  ext?: string | null;
  url?: string;
  buffer?: Buffer;
  stream?: Readable;
}

/** A bucket: a store of files that serves them itself, and asks nobody. */
export interface Bucket {
  /** The addresses that answer now, without their signatures. */
  names(): string[];
  close(): Promise<void>;
}

/**
 * Keeps the files of a running Strapi in a bucket, as its S3 and Cloudinary providers do. `isPrivate`: an address opens
 * with a signature alone. Every writing gives the file another address, as where the version is a part of it.
 */
export async function keepFilesInBucket(
  { strapi }: TestStrapi,
  { isPrivate }: { isPrivate: boolean },
): Promise<Bucket> {
  const files = new Map<string, Buffer>();
  let versions = 0;
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bucket.example');
    const bytes = files.get(pathname);
    if (isPrivate && searchParams.get('signature') !== 'good') response.writeHead(403).end();
    else if (!bytes) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const nameOf = ({ hash, ext }: ProviderFile) => `${hash}${ext ?? ''}`;
  const remove = (file: ProviderFile): void => {
    for (const path of files.keys()) if (path.endsWith(`/${nameOf(file)}`)) files.delete(path);
  };
  const provider = {
    isPrivate: () => isPrivate,
    getSignedUrl: ({ url = '' }: ProviderFile) => ({ url: `${url.split('?')[0]}?signature=good` }),
    checkFileSize: () => undefined,
    async uploadStream(file: ProviderFile) {
      const bytes = file.stream ? await buffer(file.stream) : Buffer.alloc(0);
      remove(file);
      const path = `/v${(versions += 1)}/${nameOf(file)}`;
      files.set(path, bytes);
      file.url = `${base}${path}`;
    },
    delete: (file: ProviderFile) => Promise.resolve(remove(file)),
  };
  const upload = strapi.plugin('upload') as unknown as { provider: typeof provider };
  upload.provider = provider;
  strapi.config.set('plugin::upload.provider', 'bucket');
  return {
    names: () => [...files.keys()].map((path) => `${base}${path}`),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
