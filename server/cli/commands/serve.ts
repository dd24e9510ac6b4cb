import { once } from 'node:events';
import { readConfig } from '../../config.ts';
import { openApi } from '../../http/api.ts';
import { exitCodes } from '../failure.ts';
import { firstOwner, newSignInUrl } from '../first-owner.ts';
import { commandLine } from '../invocation.ts';
import { say } from '../print.ts';
import { withApp } from '../with-app.ts';

/** `galley serve`: answers requests and works on runs until it is told to stop. */
export async function serve(): Promise<number> {
  const { HOST, PORT, PUBLIC_URL, PROXIES } = readConfig(process.env);
  return withApp(async (app) => {
    const api = await openApi(app.engine, {
      host: HOST,
      port: PORT,
      publicUrl: PUBLIC_URL,
      proxies: PROXIES,
      publishing: app.publishing,
    });
    await app.work();
    say(`Galley answers at ${api.url}.`);
    const { user, isNew } = await firstOwner(app.engine.database);
    // Later starts tell no secret: their output is often kept.
    if (isNew) say(`Sign in, once, within 15 minutes: ${await newSignInUrl(app.engine, user, api.url)}`);
    else say(`For a link to sign in: ${commandLine('signin')}`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await api.close();
    return exitCodes.done;
  });
}
