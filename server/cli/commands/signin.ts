import { readConfig } from '../../config.ts';
import { userOfEmail } from '../../users.ts';
import { exitCodes } from '../failure.ts';
import { firstOwner, newSignInUrl } from '../first-owner.ts';
import { print, say } from '../print.ts';
import { withApp } from '../with-app.ts';

/** `galley signin`: a new one-time link, also while a server runs. Returns the exit code. Throws USER_NOT_FOUND. */
export async function signin({ email }: { email?: string }): Promise<number> {
  const { HOST, PORT } = readConfig(process.env);
  return withApp(async ({ engine }) => {
    const { database } = engine;
    const user = email === undefined ? (await firstOwner(database)).user : await userOfEmail(database, email);
    const host = HOST.includes(':') ? `[${HOST}]` : HOST;
    say(`For ${user.email}, once, within 15 minutes:`);
    print(await newSignInUrl(engine, user, `http://${host}:${PORT}`));
    return exitCodes.done;
  });
}
