import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Right } from '../../auth/rights.ts';
import { changePassword, changeProfile } from '../../own-user.ts';
import type { Context } from '../context.ts';
import { gateOf, personOf } from '../person.ts';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  ProfilePayload,
  UpdateProfileInput,
} from './profile.types.ts';

/** What people change of themselves. */
@Resolver()
export class ProfileResolver {
  @Authorized<Right>('self')
  @Mutation(() => ProfilePayload, {
    description:
      "Changes the caller's name or address; a new address requires their password. WRONG_PASSWORD, EMAIL_TAKEN.",
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The input.' }) {
      currentPassword,
      ...profile
    }: UpdateProfileInput,
    @Ctx() context: Context,
  ): Promise<ProfilePayload> {
    const person = personOf(context.caller);
    return { user: await changeProfile(gateOf(context), person, profile, currentPassword ?? null) };
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
    const person = personOf(context.caller);
    const passwords = { current: currentPassword ?? null, next: newPassword };
    await changePassword(gateOf(context), person, passwords);
    return { user: person.user };
  }
}
