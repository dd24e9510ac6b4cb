/**
 * The tenancy chokepoint: resolvers get and change documents only through here, and every filter and every new
 * document carries the caller's account. A foreign id is an id that does not exist.
 */
import type { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import type { Database, DocumentClass } from '../db/database.ts';
import { errors } from '../errors.ts';
import { Loaders } from './loaders.ts';
import { type Owned, type OwnedDocuments, ownedDocuments } from './owned-documents.ts';

/** Made anew for each request: it remembers what it has loaded. */
export class AccountDocuments {
  readonly account: ObjectId;
  readonly loaders = new Loaders();
  readonly #database: Database;

  constructor(database: Database, account: ObjectId) {
    this.#database = database;
    this.account = account;
  }

  /** The account itself. */
  async ownAccount(): Promise<Account> {
    const found = await this.#database.of(Account).findOne({ _id: this.account });
    if (!found) throw errors.notFound({ kind: 'account', id: this.account.toHexString() });
    return found;
  }

  of<T extends Owned>(kind: DocumentClass<T>): OwnedDocuments<T> {
    return ownedDocuments({
      kind,
      database: this.#database,
      account: this.account,
      loaders: this.loaders,
    });
  }
}
