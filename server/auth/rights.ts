import { Scope } from '../../schema/api-key.ts';
import { Role } from '../../schema/user.ts';

/**
 * What an operation needs. `read`; `write`: imports and edits; `run`: starts and steers runs, which spends credits;
 * `review`: approves and publishes; `delete`: deletes whole sites; `manage`: users, API keys, AI settings and credits; `self`: a
 * person's own name, address, password and session. The last four are never granted to a program.
 */
const rights = ['read', 'write', 'run', 'review', 'delete', 'manage', 'self'] as const;
export type Right = (typeof rights)[number];

const ofRole: Record<Role, readonly Right[]> = {
  [Role.Owner]: rights,
  [Role.Editor]: ['read', 'write', 'run', 'review', 'delete', 'self'],
  [Role.Viewer]: ['read', 'self'],
};

const ofScope: Record<Scope, readonly Right[]> = {
  [Scope.Read]: ['read'],
  [Scope.Run]: ['read', 'run'],
  [Scope.Write]: ['read', 'write'],
};

export function rightsOfRole(role: Role): ReadonlySet<Right> {
  return new Set(ofRole[role]);
}

export function rightsOfScopes(scopes: readonly Scope[]): ReadonlySet<Right> {
  return new Set(scopes.flatMap((scope) => ofScope[scope]));
}
