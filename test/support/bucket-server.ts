import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

interface StoredObject {
  readonly body: Buffer;
  readonly mediaType: string;
  modified: Date;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** As many as a page of a list holds here; a real one's has a thousand. */
const pageSize = 2;

/**
 * A store that speaks the few words of S3's protocol that the product does: PUT, GET, DeleteObjects and
 * ListObjectsV2, of one bucket named `pictures`. Call it at the top of the file: it closes with that.
 */
export async function openBucketServer() {
  const objects = new Map<string, StoredObject>();
  const seen: { method: string; url: string; authorization: string }[] = [];
  const state = { denies: false };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
    const body = await bodyOf(request);
    const key = decodeURIComponent(pathname.replace(/^\/pictures\/?/, ''));
    if (state.denies) return failed(403, 'AccessDenied', 'Access Denied');
    if (!pathname.startsWith('/pictures')) return failed(404, 'NoSuchBucket', 'No such bucket');
    if (request.method === 'PUT') {
      const mediaType = request.headers['content-type'] ?? '';
      objects.set(key, { body, mediaType, modified: new Date() });
      return {};
    }
    if (request.method === 'POST' && searchParams.has('delete')) {
      for (const [, gone = ''] of body.toString().matchAll(/<Key>(.*?)<\/Key>/g)) objects.delete(gone);
      return { body: '<DeleteResult/>' };
    }
    if (key === '') return { body: list(objects, searchParams) };
    const object = objects.get(key);
    if (!object) return failed(404, 'NoSuchKey', 'No such key');
    return { headers: { 'content-type': object.mediaType }, body: object.body };
  };
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, authorization: headers.authorization ?? '' });
    void answer(request).then(({ status = 200, headers: own = {}, body = '' }) => {
      response.writeHead(status, { 'content-type': 'application/xml', ...own }).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, objects, seen, state };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  request.setEncoding('latin1');
  return Buffer.from(await text(request), 'latin1');
}

function failed(status: number, code: string, message: string): Answer {
  return { status, body: `<Error><Code>${code}</Code><Message>${message}</Message></Error>` };
}

/** A page of ListObjectsV2; the token is the last key of the page before. */
function list(objects: ReadonlyMap<string, StoredObject>, asked: URLSearchParams): string {
  const after = asked.get('continuation-token') ?? '';
  const keys = [...objects.keys()].sort();
  const left = keys.filter((key) => key > after && key.startsWith(asked.get('prefix') ?? ''));
  const page = left.slice(0, pageSize);
  const isTruncated = left.length > pageSize;
  const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const contents = page.map((key) => {
    const modified = objects.get(key)?.modified.toISOString();
    return `<Contents><Key>${key}</Key><LastModified>${modified}</LastModified></Contents>`;
  });
  return `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
}
