import type { ObjectId } from 'mongodb';
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ImportRow, KeywordImport } from '../../../schema/keyword-import.ts';
import { ObjectIdScalar } from '../../../schema/scalars.ts';
import { Site } from '../../../schema/site.ts';
import type { Right } from '../../auth/rights.ts';
import { errors } from '../../errors.ts';
import type { ParsedKeywords } from '../../import/collect-rows.ts';
import { importList } from '../../import/import-list.ts';
import { parseKeywords } from '../../import/parse-keywords.ts';
import { readRows } from '../../import/read-rows.ts';
import { undoImport } from '../../import/undo-import.ts';
import { type Page, PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { once } from '../once.ts';
import { pageOf, pageOfSite } from '../page.ts';
import {
  ImportKeywordsInput,
  ImportPayload,
  KeywordImportConnection,
  ReceiptArgs,
  UndoImportInput,
  UndoImportPayload,
} from './import.types.ts';
import { receiptRows } from './receipt-rows.ts';

@Resolver(() => KeywordImport)
export class ImportResolver {
  @Authorized<Right>('read')
  @Query(() => KeywordImportConnection, { description: 'Imports into a site, the latest first.' })
  async keywordImports(
    @Arg('siteId', () => ObjectIdScalar, { description: 'Which site.' }) siteId: ObjectId,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { documents }: Context,
  ): Promise<Page<KeywordImport>> {
    return pageOfSite(
      documents,
      siteId,
      pageOf(documents.of(KeywordImport), { site: siteId }, { field: '_id', direction: -1 }, page),
    );
  }

  @Authorized<Right>('read')
  @Query(() => KeywordImport, { description: 'An import. NOT_FOUND if the account has none with this id.' })
  keywordImport(
    @Arg('id', () => ObjectIdScalar, { description: 'Its id.' }) id: ObjectId,
    @Ctx() { documents }: Context,
  ): Promise<KeywordImport> {
    return documents.of(KeywordImport).require(id);
  }

  @FieldResolver(() => [ImportRow], { description: 'The receipt: the outcome of each row, in order.' })
  rows(
    @Root() { _id }: KeywordImport,
    @Args(() => ReceiptArgs) asked: ReceiptArgs,
    @Ctx() { documents }: Context,
  ): Promise<ImportRow[]> {
    return receiptRows(documents, asked).load(_id);
  }

  @Authorized<Right>('write')
  @Mutation(() => ImportPayload, {
    description:
      'Imports keywords. An invalid row does not affect the others. FILE_EMPTY, NO_KEYWORD_COLUMN if a text is not a list at all.',
  })
  async importKeywords(
    @Arg('input', () => ImportKeywordsInput, { description: 'The input.' })
    input: ImportKeywordsInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<ImportPayload> {
    const { idempotencyKey: key, ...list } = input;
    const site = await documents.of(Site).require(list.siteId);
    const options = { account: documents.account, key, operation: 'importKeywords', input: list };
    const { importId } = await once(engine.database, options, async (id) => {
      await importList(engine.database, site, { id, name: list.name, list: readList(list) });
      return { importId: id };
    });
    return { import: await documents.of(KeywordImport).require(importId) };
  }

  @Authorized<Right>('write')
  @Mutation(() => UndoImportPayload, {
    description:
      'Deletes the keywords that an import added. IMPORT_TOUCHED, and nothing is deleted, once a run or a person has changed any of them. What one changes while they are being deleted stays.',
  })
  async undoImport(
    @Arg('input', () => UndoImportInput, { description: 'The input.' }) { importId }: UndoImportInput,
    @Ctx() { documents, engine }: Context,
  ): Promise<UndoImportPayload> {
    await documents.of(KeywordImport).require(importId);
    const deleted = await undoImport(engine.database, importId, engine.now());
    return { import: await documents.of(KeywordImport).require(importId), deleted };
  }
}

type ImportedList = Pick<ImportKeywordsInput, 'name' | 'csv' | 'header' | 'rows'>;

/** Throws INVALID_INPUT unless there is either a text or rows, and what `parseKeywords` throws. */
function readList({ name, csv, header, rows }: ImportedList): ParsedKeywords {
  if (typeof csv === 'string' && !rows) return parseKeywords(csv, name, header ?? undefined);
  if (rows && typeof csv !== 'string') return readRows(rows);
  throw errors.invalidInput({
    problems: [{ path: 'csv', problem: 'must be given, or rows, and not both' }],
  });
}
