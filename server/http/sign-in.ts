import express, { type Request, type RequestHandler, Router } from 'express';
import { endSession, sessionOf } from '../auth/sessions.ts';
import { redeemSignInLink } from '../auth/sign-in-links.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import { browserOf } from './browser.ts';
import { credentialsOf } from './credentials.ts';
import { refusedPage, signInPage, signInPagePolicy } from './sign-in-page.ts';

/**
 * What a one-time link leads to. `GET /signin` shows a page and uses nothing up, as programs follow links to show
 * what is behind them. `POST /signin` with the link's `token` signs in, once, and goes on to the console.
 */
export function signInRoutes(
  { database, now }: Pick<Engine, 'database' | 'now'>,
  publicUrl: string | undefined,
): Router {
  const guarded: RequestHandler = (_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      // Nothing to other sites; `no-referrer` would take the origin away from our own form, too.
      'Referrer-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
      'Content-Security-Policy': signInPagePolicy,
    });
    next();
  };
  const show: RequestHandler = (_request, response) => {
    response.type('html').send(signInPage);
  };
  const signIn: RequestHandler = async (request, response) => {
    const { token }: { token?: unknown } = request.body ?? {};
    // Another site's form would sign its visitor in as somebody else.
    const isOurs = isFromOurPage(request, browserOf(request, response, publicUrl).origin);
    const opened =
      isOurs && typeof token === 'string' ? await redeemSignInLink(database, token, now()) : null;
    if (!opened) {
      response.status(401).type('html').send(refusedPage(errors.linkNotValid().message));
      return;
    }
    const { sessionToken } = credentialsOf(request);
    const before = sessionToken === undefined ? null : await sessionOf(database, sessionToken, now());
    // Its cookie is about to be overwritten: nobody could end it.
    if (before) await endSession(database, before.session._id);
    browserOf(request, response, publicUrl).keepSession(opened.token);
    response.redirect(303, '/');
  };
  return Router()
    .use('/signin', guarded)
    .get('/signin', show)
    .post('/signin', express.urlencoded({ extended: false, limit: '1kb' }), signIn);
}

/** Browsers say where a form was sent from; what says nothing is no browser, and has no visitor to mislead. */
function isFromOurPage({ headers, host }: Request, origin: string): boolean {
  const from = headers.origin;
  if (from === undefined) return true;
  return from === origin || (URL.canParse(from) && new URL(from).host === host);
}
