import { IsEmail, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { User } from '../../../schema/user.ts';
import { passwordLength } from '../../auth/passwords.ts';

@InputType({ description: 'What shall change of who asks; the rest stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'How they are called.' })
  @IsOptional()
  @Length(1, 200)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their address, which nobody else may have: by it they sign in.',
  })
  @IsOptional()
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Their password, for another address; not needed where there is none, nor within an hour of signing in by a link.',
  })
  @IsOptional()
  @MaxLength(passwordLength.most)
  currentPassword?: string | null;
}

@ObjectType({ description: 'What came of it.' })
export class ProfilePayload {
  @Field(() => User, { description: 'The person as they are now.' })
  user!: User;
}

@InputType({ description: 'A new password.' })
export class ChangePasswordInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The current one; not needed where there is none, nor within an hour of signing in by a link.',
  })
  @IsOptional()
  @MaxLength(passwordLength.most)
  currentPassword?: string | null;

  @Field(() => String, { description: 'The new one, of at least 15 characters: several words are easiest.' })
  @Length(passwordLength.least, passwordLength.most)
  newPassword!: string;
}

@ObjectType({ description: 'Whose password it is. All their other sessions have ended.' })
export class ChangePasswordPayload {
  @Field(() => User, { description: 'The person.' })
  user!: User;
}
