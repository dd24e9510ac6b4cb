import { type RequestHandler, Router } from 'express';
import { absoluteMs, openSession } from '../auth/sessions.ts';
import { redeemSignInLink } from '../auth/sign-in-links.ts';
import type { Engine } from '../engine/engine.ts';
import { errors } from '../errors.ts';
import { cookieName } from './credentials.ts';

/** `GET /signin?token=…`: uses a one-time link up and goes to the console, signed in. */
export function signInRoutes({ database, now }: Pick<Engine, 'database' | 'now'>): Router {
  const signIn: RequestHandler = async (request, response) => {
    const { token } = request.query;
    const user = typeof token === 'string' ? await redeemSignInLink(database, token, now()) : null;
    if (!user) {
      const { message } = errors.linkNotValid();
      response.status(401).type('text/plain').send(message);
      return;
    }
    const { token: session } = await openSession(database, user, now());
    response.cookie(cookieName(request.secure), session, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.secure,
      maxAge: absoluteMs,
      path: '/',
    });
    response.redirect(303, '/');
  };
  return Router().get('/signin', signIn);
}
