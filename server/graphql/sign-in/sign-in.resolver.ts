import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Right } from '../../auth/rights.ts';
import { endSession } from '../../auth/sessions.ts';
import { signIn } from '../../auth/sign-in.ts';
import type { Context } from '../context.ts';
import { gateOf, personOf } from '../person.ts';
import { Me, SignInInput, SignInPayload, SignOutPayload } from './sign-in.types.ts';

@Resolver()
export class SignInResolver {
  @Authorized<Right>('read')
  @Query(() => Me, { description: 'The caller. UNAUTHENTICATED if nobody is signed in.' })
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
    description: 'Signs a person in; the session is a cookie. SIGN_IN_REFUSED, SIGN_IN_THROTTLED.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Which user.' }) input: SignInInput,
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
}
