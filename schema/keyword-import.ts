import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectId } from 'mongodb';
import { Field, GraphQLISODateTime, Int, ObjectIdScalar, ObjectType } from './api.ts';
import { enumType } from './enum-type.ts';

export enum ImportOutcome {
  Imported = 'imported',
  Known = 'known',
  Duplicate = 'duplicate',
  Bad = 'bad',
}

export const importOutcomeType = enumType(ImportOutcome, 'ImportOutcome', 'The outcome of a row.', {
  Imported: 'It is new to the site.',
  Known: 'The site already had it.',
  Duplicate: 'It repeats an earlier row.',
  Bad: 'It is not valid.',
});

/** What became of one row of a list. */
@ObjectType({ description: 'The outcome of one row of a list.' })
export class ImportRow {
  @Field(() => Int, { description: 'Line of the text, or place in the rows, from 1.' })
  line!: number;

  @Field(() => importOutcomeType, { description: 'The outcome.' })
  outcome!: ImportOutcome;

  @Field(() => String, { nullable: true, description: 'Its keyword; null where the row cannot be read.' })
  phrase!: string | null;

  /** A sentence; null where there is none. */
  @Field(() => String, {
    nullable: true,
    description: 'What is wrong with it, or which row it repeats, as a sentence.',
  })
  problem!: string | null;
}

/** A list of keywords that was imported in one go: its receipt, by which it can be undone. */
@ObjectType('KeywordImport', {
  description: 'A list of keywords that was imported in one go: its receipt, by which it can be undone.',
})
@Entity({ collection: 'keyword_imports' })
export class KeywordImport {
  /** That of the request which brought it: carried out again, it is the same import. */
  @Field(() => ObjectIdScalar, { name: 'id', description: 'Its id.' })
  @PrimaryKey({ type: 'ObjectId' })
  _id: ObjectId = new ObjectId();

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  @Field(() => ObjectIdScalar, { name: 'siteId', description: 'The site it went to.' })
  @Property({ type: 'ObjectId' })
  site!: ObjectId;

  @Field(() => String, { description: "The list's name, such as a file name." })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => Int, { description: 'Keywords that were new to the site.' })
  @Property({ type: 'integer' })
  imported = 0;

  @Field(() => Int, { description: 'Keywords that it already had; they stay as they were.' })
  @Property({ type: 'integer' })
  known = 0;

  @Field(() => Int, { description: 'Rows that repeated an earlier one, and filled what that one lacked.' })
  @Property({ type: 'integer' })
  duplicate = 0;

  @Field(() => Int, { description: 'Rows that are not valid and were skipped.' })
  @Property({ type: 'integer' })
  bad = 0;

  @Field(() => GraphQLISODateTime, { description: 'When it was imported.' })
  @Property({ type: 'Date' })
  createdAt: Date = new Date();

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was undone; null if it was not.',
  })
  @Property({ type: 'Date', nullable: true })
  undoneAt: Date | null = null;
}

/** An import's rows, apart from it: they may be many. */
@Entity({ collection: 'import_receipts' })
export class ImportReceipt {
  /** The import's. */
  @PrimaryKey({ type: 'ObjectId' })
  _id!: ObjectId;

  @Property({ type: 'ObjectId' })
  account!: ObjectId;

  /** In the list's order. */
  @Property({ type: 'json' })
  rows: ImportRow[] = [];
}
