import type { AuthProvider } from 'ra-core';
import type { Right } from './gql/graphql.ts';
import { resource } from './resource.ts';
import { isSignedOut, type Session } from './session.ts';

/** What it takes to do anything but look; where a resource is not named, WRITE. */
const rights: Readonly<Record<string, Partial<Record<string, Right>>>> = {
  [resource.sites]: { delete: 'DELETE' },
  [resource.runs]: { create: 'RUN', edit: 'RUN' },
  [resource.contents]: { review: 'REVIEW' },
  [resource.users]: { list: 'MANAGE', create: 'MANAGE', edit: 'MANAGE', delete: 'MANAGE' },
  [resource.apiKeys]: { list: 'MANAGE', create: 'MANAGE', edit: 'MANAGE', delete: 'MANAGE' },
  [resource.creditEntries]: { create: 'MANAGE' },
};
/** What needs no more than to see what there is. */
const looking = ['list', 'show', 'export'];

/** The parameter of the sign-in page's address where a session has ended by itself: it says so. */
export const endedParameter = 'ended';

function rightFor(name: string, action: string): Right {
  return rights[name]?.[action] ?? (looking.includes(action) ? 'READ' : 'WRITE');
}

/** Signing in and out by the session's cookie, and who may do what by the rights that the API tells. */
export function createAuthProvider(session: Session): AuthProvider {
  return {
    login: ({ email, password }: { email: string; password: string }) => session.signIn(email, password),
    async logout() {
      // Whoever is signed out already has what they want.
      await session.signOut().catch(() => {});
    },
    async checkAuth() {
      try {
        await session.me();
      } catch (error) {
        // A server that does not answer has signed nobody out.
        if (isSignedOut(error)) throw Object.assign(new Error(), { message: false });
      }
    },
    async checkError(error) {
      if (!isSignedOut(error)) return;
      // The page says why, for as long as it takes somebody to come back to it: no notification that is gone by then.
      const redirectTo = session.end() ? `/login?${endedParameter}` : '/login';
      throw Object.assign(new Error(), { message: false, logoutUser: true, redirectTo });
    },
    async getIdentity() {
      const { user, account } = await session.me();
      const { id, name } = user ?? account;
      return { id, fullName: name, role: user?.role, email: user?.email };
    },
    async canAccess({ resource: name, action }) {
      const { rights: own } = await session.me();
      return own.includes(rightFor(name, action));
    },
    getPermissions: async () => (await session.me()).rights,
  };
}
