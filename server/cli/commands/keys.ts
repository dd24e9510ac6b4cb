import type { ApiKey } from '../../../schema/api-key.ts';
import { Scope } from '../../../schema/api-key.ts';
import { apiKeyBeginning, apiKeysOf, makeApiKey, revokeApiKey } from '../../auth/api-keys.ts';
import { exitCodes } from '../failure.ts';
import { ownAccount } from '../first-owner.ts';
import { paintFor } from '../format.ts';
import { commandLine } from '../invocation.ts';
import { print, say } from '../print.ts';
import { textTable } from '../text-table.ts';
import { withApp } from '../with-app.ts';

/** `galley keys`: a line for each key, the latest first. Returns the exit code. */
export async function showKeys(): Promise<number> {
  return withApp(async ({ engine: { database } }) => {
    const apiKeys = await apiKeysOf(database, (await ownAccount(database))._id);
    if (apiKeys.length === 0) {
      say(`There are no API keys yet. Create one with: ${commandLine('keys create NAME --scopes read')}`);
      return exitCodes.done;
    }
    const header = ['Key', 'Name', 'Scopes', 'Created', 'Last used'];
    const [first = '', ...lines] = textTable([header, ...apiKeys.map(cellsOf)]);
    print(paintFor(process.stdout)('dim', first));
    for (const line of lines) print(line);
    return exitCodes.done;
  });
}

/** `galley keys create NAME`: the key alone on stdout, so that a script can keep it. Returns the exit code. */
export async function createKey(name: string, { scopes }: { scopes: readonly Scope[] }): Promise<number> {
  return withApp(async ({ engine: { database } }) => {
    const { _id: account } = await ownAccount(database);
    const { key } = await makeApiKey(database, { account, name, scopes });
    say('The key, for "Authorization: Bearer …". It is shown only this once, and not stored:');
    print(key);
    return exitCodes.done;
  });
}

/** `galley keys revoke PREFIX`, also while a server runs. Returns the exit code. Throws API_KEY_NOT_FOUND. */
export async function revokeKey(prefix: string): Promise<number> {
  return withApp(async ({ engine: { database, now } }) => {
    const apiKey = await apiKeyBeginning(database, (await ownAccount(database))._id, prefix);
    await revokeApiKey(database, apiKey._id, now());
    say(`"${apiKey.name}" is revoked; its sockets are closed.`);
    return exitCodes.done;
  });
}

function cellsOf({ prefix, name, scopes, createdAt, lastUsedAt, revokedAt }: ApiKey): string[] {
  const used = lastUsedAt ? minute(lastUsedAt) : 'never';
  return [
    `${prefix}…`,
    name,
    scopes.join(','),
    minute(createdAt),
    revokedAt ? `revoked ${minute(revokedAt)}` : used,
  ];
}

/** `2026-11-26 13:36 UTC`. */
function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
