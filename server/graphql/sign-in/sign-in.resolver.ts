import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Caller } from '../../auth/caller.ts';
import type { Right } from '../../auth/rights.ts';
import { endSession } from '../../auth/sessions.ts';
import { changePassword, type Gate, signIn } from '../../auth/sign-in.ts';
import { errors } from '../../errors.ts';
import type { Context } from '../context.ts';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  Me,
  SignInInput,
  SignInPayload,
  SignOutPayload,
} from './sign-in.types.ts';

@Resolver()
export class SignInResolver {
  @Authorized<Right>('read')
  @Query(() => Me, { description: 'Who asks. UNAUTHENTICATED where nobody is signed in.' })
  async me(@Ctx() { caller, documents }: Context): Promise<Me> {
    return {
      account: await documents.ownAccount(),
      user: caller.kind === 'person' ? caller.user : null,
      apiKey: caller.kind === 'program' ? caller.apiKey : null,
      rights: [...caller.rights],
    };
  }

  // The one operation for which nobody need be signed in.
  @Mutation(() => SignInPayload, {
    description: 'Signs a person in: the session comes as a cookie. SIGN_IN_REFUSED, SIGN_IN_THROTTLED.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who.' }) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    const { browser, caller, engine } = context;
    const { user, token } = await signIn(gateOf(context), input);
    // Its cookie is about to be overwritten: nobody could end it.
    if (caller.kind === 'person') await endSession(engine.database, caller.session._id);
    browser.keepSession(token);
    return { user };
  }

  @Authorized<Right>('self')
  @Mutation(() => SignOutPayload, { description: 'Ends the session, and closes its sockets.' })
  async signOut(@Ctx() { browser, caller, engine }: Context): Promise<SignOutPayload> {
    browser.forgetSession();
    await endSession(engine.database, personOf(caller).session._id);
    return { signedOut: true };
  }

  @Authorized<Right>('self')
  @Mutation(() => ChangePasswordPayload, {
    description: "Sets the caller's password and ends all their other sessions. WRONG_PASSWORD.",
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The new one.' }) {
      currentPassword,
      newPassword,
    }: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<ChangePasswordPayload> {
    const { user, session } = personOf(context.caller);
    const passwords = { current: currentPassword ?? null, next: newPassword };
    await changePassword(gateOf(context), { user, session }, passwords);
    return { user };
  }
}

function gateOf({ engine: { database, now }, throttle, browser: { ip } }: Context): Gate {
  return { database, throttle, ip, now: now() };
}

function personOf(caller: Caller): Extract<Caller, { kind: 'person' }> {
  if (caller.kind !== 'person') throw errors.forbidden({ right: 'self', kind: caller.kind });
  return caller;
}
