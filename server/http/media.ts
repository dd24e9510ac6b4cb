import type { IncomingMessage } from 'node:http';
import { type RequestHandler, Router } from 'express';
import { ObjectId } from 'mongodb';
import { Site } from '../../schema/site.ts';
import { errors } from '../errors.ts';
import type { Context } from '../graphql/context.ts';
import type { MediaStore } from '../media/media-store.ts';
import { sendFile } from './send-file.ts';

/** As the media store names its files: nothing that could lead out of its folder. */
const siteForm = /^[0-9a-f]{24}$/;
const fileForm = /^[a-z0-9-]+\.(png|jpg|webp)$/;

export interface MediaOptions {
  readonly media: Pick<MediaStore, 'read'>;
  contextOf(request: IncomingMessage): Promise<Context>;
}

/**
 * `GET /media/<site>/<file>`: a picture, to those who may see the site; to all others there is none. A picture never
 * changes under its name, so it is kept for good by whoever has asked for it, and by nobody in between.
 */
export function mediaRoutes({ media, contextOf }: MediaOptions): Router {
  const show: RequestHandler<{ site: string; file: string }> = async (request, response) => {
    const { site, file } = request.params;
    const key = `${site}/${file}`;
    const missing = errors.notFound({ kind: 'picture', id: key });
    if (!siteForm.test(site) || !fileForm.test(file)) throw missing;
    const context = await contextOf(request);
    if (!context.caller.rights.has('read')) throw missing;
    if (!(await context.documents.of(Site).findOne({ _id: new ObjectId(site) }))) throw missing;
    const bytes = await media.read(key);
    if (!bytes) throw missing;
    response.set('Cache-Control', 'private, max-age=31536000, immutable');
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    // A picture never changes under its name.
    sendFile(request, response.type(file).set('ETag', `"${file}"`), bytes);
  };
  return Router().get('/:site/:file', show);
}
