import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ObjectId } from 'mongodb';
import { ArgsType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { type ImportOutcome, importOutcomeType, KeywordImport } from '../../../schema/keyword-import.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { connectionOf } from '../connection.ts';

export const KeywordImportConnection = connectionOf(KeywordImport, 'KeywordImport');

@InputType({ description: 'A keyword to import. The receipt says what is not valid.' })
export class KeywordRowInput {
  @Field(() => String, { description: 'What people search for.' })
  @MaxLength(1_000)
  keyword!: string;

  @Field(() => Float, { nullable: true, description: 'Searches per month.' })
  volume?: number | null;

  @Field(() => Float, { nullable: true, description: '0 (easy) to 100.' })
  difficulty?: number | null;

  @Field(() => String, { nullable: true, description: 'What the searcher wants.' })
  @IsOptional()
  @MaxLength(200)
  intent?: string | null;

  @Field(() => Float, { nullable: true, description: 'US dollars per click.' })
  cpc?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is searched for.' })
  @IsOptional()
  @MaxLength(200)
  country?: string | null;
}

@InputType({ description: 'A list of keywords, as CSV text or as rows.' })
export class ImportKeywordsInput {
  @Field(() => ObjectIdScalar, { description: 'Which site.' })
  siteId!: ObjectId;

  @Field(() => String, {
    defaultValue: 'keywords.csv',
    description: "The list's name in its receipt, such as a file name.",
  })
  @Length(1, 200)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'CSV with a header that has a column `keyword` and, optionally, `volume`, `difficulty`, `intent`, `cpc` and `country`, by these names or those of other tools. Or give rows.',
  })
  @IsOptional()
  @Length(1, 1_000_000)
  csv?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The header of a CSV that has none, such as `keyword,volume`, separated as its values are. Its first line is a keyword then.',
  })
  @IsOptional()
  @Length(1, 10_000)
  header?: string | null;

  @Field(() => [KeywordRowInput], { nullable: true, description: 'At most 10,000. Or give csv.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  rows?: KeywordRowInput[] | null;

  @Field(() => String, {
    description: 'A key that you choose, new for each list: the same key again imports nothing more.',
  })
  @Length(1, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'Which import.' })
export class UndoImportInput {
  @Field(() => ObjectIdScalar, { description: 'Its id.' })
  importId!: ObjectId;
}

@ObjectType({ description: 'The outcome.' })
export class ImportPayload {
  @Field(() => KeywordImport, { description: 'The import, with its receipt.' })
  import!: KeywordImport;
}

@ObjectType({ description: 'The outcome.' })
export class UndoImportPayload {
  @Field(() => KeywordImport, { description: 'The import as it is now.' })
  import!: KeywordImport;

  @Field(() => Int, { description: 'Keywords that this deleted.' })
  deleted!: number;
}

/** Which rows of a receipt. */
@ArgsType()
export class ReceiptArgs {
  @Field(() => importOutcomeType, { nullable: true, description: 'Only rows with this outcome.' })
  outcome?: ImportOutcome | null;

  @Field(() => Int, { defaultValue: 1_000, description: 'At most this many, 1 to 10,000.' })
  @Min(1)
  @Max(10_000)
  first!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Skips this many first.' })
  @Min(0)
  @Max(1_000_000)
  offset!: number;
}
