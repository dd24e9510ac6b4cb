import type { Request, Response } from 'express';
import { absoluteMs } from '../auth/sessions.ts';
import type { Browser } from '../graphql/browser.ts';
import { cookieName } from './credentials.ts';

/** The browser, or program, that sent a request. `publicUrl` is where people reach us, if that is configured. */
export function browserOf(request: Request, response: Response, publicUrl: string | undefined): Browser {
  const secure = request.secure || publicUrl?.startsWith('https:') === true;
  const name = cookieName(secure);
  const options = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
  return {
    ip: request.ip ?? '',
    origin: publicUrl ?? `${request.protocol}://${request.host}`,
    keepSession(token) {
      response.cookie(name, token, { ...options, maxAge: absoluteMs });
    },
    forgetSession() {
      response.clearCookie(name, options);
    },
  };
}
