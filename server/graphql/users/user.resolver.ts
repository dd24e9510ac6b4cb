import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { User } from '../../../schema/user.ts';
import type { Right } from '../../auth/rights.ts';
import { makeSignInLink } from '../../auth/sign-in-links.ts';
import { signInUrl } from '../../auth/sign-in-url.ts';
import { changeRole, inviteUser, removeUser } from '../../users.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page.ts';
import type { SortInput } from '../sort.ts';
import {
  ChangeRoleInput,
  InviteUserInput,
  SignInLinkPayload,
  UserConnection,
  UserInput,
  UserPayload,
  UserSort,
  userSortOf,
} from './user.types.ts';

@Resolver(() => User)
export class UserResolver {
  @Authorized<Right>('manage')
  @Query(() => UserConnection, { description: "The account's users." })
  users(
    @Arg('sort', () => UserSort, {
      nullable: true,
      description: 'The order; oldest first if not given.',
    })
    sort: SortInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<User>> {
    return pageOf(documents.of(User), {}, userSortOf(sort), page);
  }

  @Authorized<Right>('manage')
  @Mutation(() => SignInLinkPayload, {
    description: 'Creates a user, who signs in with the link and then sets a password. EMAIL_TAKEN.',
  })
  async inviteUser(
    @Arg('input', () => InviteUserInput, { description: 'Which user.' }) input: InviteUserInput,
    @Ctx() { browser: { origin }, documents: { account }, engine }: Context,
  ): Promise<SignInLinkPayload> {
    const { user, token } = await inviteUser(engine.database, { ...input, account }, engine.now());
    return { user, link: signInUrl(origin, token) };
  }

  @Authorized<Right>('manage')
  @Mutation(() => SignInLinkPayload, {
    description: 'Creates a new sign-in link for a user, for example one who forgot their password.',
  })
  async createSignInLink(
    @Arg('input', () => UserInput, { description: 'Which user.' }) { id }: UserInput,
    @Ctx() { browser: { origin }, documents, engine }: Context,
  ): Promise<SignInLinkPayload> {
    const user = await documents.of(User).require(id);
    return { user, link: signInUrl(origin, await makeSignInLink(engine.database, user, engine.now())) };
  }

  @Authorized<Right>('manage')
  @Mutation(() => UserPayload, {
    description: "Changes a user's role at once; their sockets are closed. LAST_OWNER.",
  })
  async changeUserRole(
    @Arg('input', () => ChangeRoleInput, { description: 'Which user, and their new role.' }) {
      id,
      role,
    }: ChangeRoleInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<UserPayload> {
    const user = await documents.of(User).require(id);
    return { user: await changeRole(engine.database, user, role) };
  }

  @Authorized<Right>('manage')
  @Mutation(() => UserPayload, {
    description: 'Removes a user, with all their sessions, sockets and links. LAST_OWNER.',
  })
  async removeUser(
    @Arg('input', () => UserInput, { description: 'Which user.' }) { id }: UserInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<UserPayload> {
    const user = await documents.of(User).require(id);
    await removeUser(engine.database, user);
    return { user };
  }
}
