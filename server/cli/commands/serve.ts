import { once } from 'node:events';
import { openAccount } from '../../accounts.ts';
import { makeSignInLink } from '../../auth/sign-in-links.ts';
import { readConfig } from '../../config.ts';
import type { Engine } from '../../engine/engine.ts';
import { openApi } from '../../http/api.ts';
import { openOwner } from '../../users.ts';
import { exitCodes } from '../failure.ts';
import { say } from '../print.ts';
import { demoAccount, withApp } from '../with-app.ts';

const openingCredits = 1_500_000;
const firstOwner = 'owner@localhost';

/** `galley serve`: answers requests and works on runs until it is told to stop. */
export async function serve(): Promise<number> {
  const { HOST, PORT } = readConfig(process.env);
  return withApp(async (app) => {
    const api = await openApi(app.engine, { host: HOST, port: PORT, publishing: app.publishing });
    await app.work();
    say(`Galley answers at ${api.url}.`);
    say(`Sign in within 15 minutes: ${await signInUrl(app.engine, api.url)}`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await api.close();
    return exitCodes.done;
  });
}

async function signInUrl({ database, now }: Engine, url: string): Promise<string> {
  const { account } = await openAccount(database, { name: demoAccount, opening: openingCredits });
  const owner = await openOwner(database, account._id, firstOwner);
  return `${url}/signin?token=${await makeSignInLink(database, owner, now())}`;
}
