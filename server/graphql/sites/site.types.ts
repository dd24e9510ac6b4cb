import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsTimeZone,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidateByOptions,
} from 'class-validator';
import type { ObjectId } from 'mongodb';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { nameOfLanguage } from '../../../language/language-name.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { articleWords, type PointOfView, pointOfViewType, Site } from '../../../schema/site.ts';
import { connectionOf } from '../connection.ts';

export const SiteConnection = connectionOf(Site, 'Site');

const isLanguage: ValidateByOptions = {
  name: 'isLanguage',
  validator: {
    validate: (value) => typeof value === 'string' && nameOfLanguage(value) !== undefined,
    defaultMessage: () => 'must be the code of a language, such as en or pt-BR',
  },
};

/** What may be said of a site besides its name. */
@InputType({ description: 'What may be said of a site besides its name.' })
class SiteFields {
  @Field(() => String, { nullable: true, description: 'Its address.' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47, such as en or pt-BR.' })
  @IsOptional()
  @ValidateBy(isLanguage)
  language?: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, such as US.' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'must be two capital letters, such as US' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name, such as Europe/Berlin.' })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string;

  @Field(() => String, { nullable: true, description: 'Its readers.' })
  @IsOptional()
  @MaxLength(2_000)
  audience?: string | null;

  @Field(() => String, { nullable: true, description: 'Its brand voice: free text and examples.' })
  @IsOptional()
  @MaxLength(10_000)
  brandVoice?: string | null;

  @Field(() => [String], { nullable: true, description: 'Words that no draft should use.' })
  @IsOptional()
  @ArrayMaxSize(500)
  @MaxLength(100, { each: true })
  avoidWords?: string[];

  @Field(() => pointOfViewType, { nullable: true, description: 'Its point of view.' })
  pointOfView?: PointOfView | null;

  @Field(() => Int, {
    nullable: true,
    description: `Words its articles aim at, ${articleWords.least} to ${articleWords.most}.`,
  })
  @IsOptional()
  @IsInt()
  @Min(articleWords.least)
  @Max(articleWords.most)
  wordTarget?: number | null;
}

@InputType({ description: 'A new site.' })
export class CreateSiteInput extends SiteFields {
  @Field(() => String, { description: 'Unique in its account.' })
  @Length(1, 200)
  name!: string;
}

@InputType({ description: 'Changes to a site.' })
export class UpdateSiteInput extends SiteFields {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  id!: ObjectId;

  @Field(() => String, { nullable: true, description: 'Unique in its account.' })
  @IsOptional()
  @Length(1, 200)
  name?: string;
}

@ObjectType({ description: 'The outcome.' })
export class SitePayload {
  @Field(() => Site, { description: 'The site as it is now.' })
  site!: Site;
}

@InputType({ description: 'A site to delete.' })
export class DeleteSiteInput {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  id!: ObjectId;
}

@ObjectType({ description: 'The outcome.' })
export class DeleteSitePayload {
  @Field(() => ObjectIdScalar, { description: 'The id of the deleted site.' })
  id!: ObjectId;
}
