import type { ObjectId } from 'mongodb';
import { ApiKey, Scope } from '../../../schema/api-key.ts';
import { Role } from '../../../schema/user.ts';
import type { TestApi } from '../../support/api.ts';

/** Everybody who may come along; `stranger` is the owner of another account. */
export const callerNames = [
  'owner',
  'editor',
  'viewer',
  'readKey',
  'writeKey',
  'runKey',
  'stranger',
  'nobody',
  'revokedKey',
] as const;
export type CallerName = (typeof callerNames)[number];

/** The headers of each of them. */
export async function makeCallers(
  app: TestApi,
  { home, elsewhere }: { home: ObjectId; elsewhere: ObjectId },
): Promise<Record<CallerName, Record<string, string>>> {
  const [owner, editor, viewer, stranger] = await Promise.all([
    app.person(home, Role.Owner),
    app.person(home, Role.Editor),
    app.person(home, Role.Viewer),
    app.person(elsewhere, Role.Owner),
  ]);
  const revokedKey = await app.program(home);
  const now = app.engine.now();
  await app.engine.database.of(ApiKey).updateOne({ account: home }, { $set: { revokedAt: now } });
  const [readKey, writeKey, runKey] = await Promise.all([
    app.program(home, [Scope.Read]),
    app.program(home, [Scope.Write]),
    app.program(home, [Scope.Run]),
  ]);
  return { owner, editor, viewer, readKey, writeKey, runKey, stranger, nobody: {}, revokedKey };
}
