import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { MikroORM, MongoDriver } from '@mikro-orm/mongodb';
import type { ClientSession, Collection, Db, MongoClient } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { Activity } from '../../schema/activity.ts';
import { AiCall } from '../../schema/ai-call.ts';
import { AiSettings } from '../../schema/ai-settings.ts';
import { AiSpending } from '../../schema/ai-spending.ts';
import { ApiKey } from '../../schema/api-key.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { Deletion } from '../../schema/deletion.ts';
import { Idea } from '../../schema/idea.ts';
import { Image } from '../../schema/image.ts';
import { Keyword } from '../../schema/keyword.ts';
import { ImportReceipt, KeywordImport } from '../../schema/keyword-import.ts';
import { Notification } from '../../schema/notification.ts';
import { Occurrence } from '../../schema/occurrence.ts';
import { Request } from '../../schema/request.ts';
import { Session } from '../../schema/session.ts';
import { SignInLink } from '../../schema/sign-in-link.ts';
import { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import { User } from '../../schema/user.ts';
import { errors } from '../errors.ts';

const itemClasses = [Keyword, Cluster, Idea, Task, Content, Image];
const entities = [
  ...itemClasses,
  Account,
  Activity,
  AiCall,
  AiSettings,
  AiSpending,
  ApiKey,
  AutomationConfig,
  AutomationRun,
  CreditEntry,
  Deletion,
  ImportReceipt,
  KeywordImport,
  Notification,
  Occurrence,
  Request,
  Session,
  SignInLink,
  Site,
  User,
];

/** A document's class, known to MikroORM by its decorators. */
export type DocumentClass<T extends object> = new () => T;

/** The database as the product sees it: typed collections, and transactions. */
export interface Database {
  readonly orm: MikroORM;
  readonly client: MongoClient;
  readonly db: Db;
  /** The collection that holds the class's documents. */
  of<T extends object>(kind: DocumentClass<T>): Collection<T>;
  /** Names of the fields that the class's documents have. */
  fieldsOf(kind: DocumentClass<object>): readonly string[];
  /** Names of the collections that hold pipeline items. */
  readonly itemCollections: readonly string[];
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Overrides the one in the address. */
  readonly name?: string;
  /** Makes the client tell of every command, for those who listen to its events. Default: as the address says. */
  readonly monitorCommands?: boolean;
}

/**
 * How long a server that does not answer may keep a caller, where the address says nothing of it. Milliseconds; measured with a frozen mongod, a read gives
 * up after 8.5 s, a transaction after 17 s, both well within a lease (with the driver's own limits it is 17 and 30 s).
 */
const limits = {
  /** Also of the heartbeat, by which a frozen server is found out and its connections are given up. */
  connectTimeoutMS: 3_000,
  serverSelectionTimeoutMS: 5_000,
  heartbeatFrequencyMS: 2_000,
  /** A command of a server that still answers heartbeats. Shorter than a lease: its holder must not sit one out. */
  socketTimeoutMS: 20_000,
};

/** Connects, or throws DATABASE_UNREACHABLE. */
export async function openDatabase(uri: string, options: DatabaseOptions = {}): Promise<Database> {
  const orm = await MikroORM.init({
    driver: MongoDriver,
    clientUrl: uri,
    dbName: options.name ?? databaseNameOf(uri),
    entities,
    metadataProvider: ReflectMetadataProvider,
    implicitTransactions: true,
    driverOptions: {
      ...limitsBesides(uri),
      ignoreUndefined: true,
      maxPoolSize: 100,
      ...(options.monitorCommands && { monitorCommands: true }),
    },
  });
  const client = orm.em.getConnection().getClient();
  const db = orm.em.getConnection().getDb();
  try {
    await db.command({ ping: 1 });
  } catch (error) {
    await orm.close(true);
    throw errors.databaseUnreachable({ reason: error instanceof Error ? error.message : String(error) });
  }
  const nameOf = (kind: DocumentClass<object>) => orm.getMetadata().get(kind).collection;
  const namesOf = (kind: DocumentClass<object>) =>
    orm
      .getMetadata()
      .get(kind)
      .props.flatMap(({ fieldNames }) => fieldNames);
  const fields = new Map(entities.map((kind: DocumentClass<object>) => [kind, namesOf(kind)]));
  return {
    orm,
    client,
    db,
    of: <T extends object>(kind: DocumentClass<T>) => db.collection<T>(nameOf(kind)),
    fieldsOf: (kind) => fields.get(kind) ?? [],
    itemCollections: itemClasses.map(nameOf),
    close: () => orm.close(true),
  };
}

/** Whether the database answers now. */
export async function isAnswering({ db }: Pick<Database, 'db'>): Promise<boolean> {
  return (await db.command({ ping: 1 })).ok === 1;
}

function databaseNameOf(uri: string): string {
  return partsOf(uri).pathname.slice(1) || 'galley';
}

/** Our limits, but for those that the address sets itself. */
function limitsBesides(uri: string): Partial<typeof limits> {
  const named = [...partsOf(uri).searchParams.keys()].map((name) => name.toLowerCase());
  return Object.fromEntries(Object.entries(limits).filter(([name]) => !named.includes(name.toLowerCase())));
}

/** `URL` knows neither the protocol nor several hosts. */
function partsOf(uri: string): URL {
  return new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/]*/, ''));
}

/**
 * Runs `work` in one transaction: all of it or nothing. Conflicts with other transactions are retried, so `work`
 * may run more than once. Returns what the last `work` returned.
 */
export async function inTransaction<T>(
  session: ClientSession,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  return session.withTransaction(work, {
    readConcern: { level: 'snapshot' },
    writeConcern: { w: 'majority' },
  });
}

/** `inTransaction` in a session of its own. */
export async function transaction<T>(
  client: MongoClient,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  return client.withSession((session) => inTransaction(session, work));
}
