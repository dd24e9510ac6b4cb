import { BSON, type ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { Request } from '../../schema/request.ts';
import { openTestApi, testSchema } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { type Access, accessTable } from './access-table.ts';
import { type CallerName, callerNames, makeCallers } from './tenancy/callers.ts';
import { firstEvent, type Outcome } from './tenancy/first-event.ts';
import {
  documentOf,
  type IdArgument,
  idArgumentsOf,
  type Operation,
  operationsOf,
  variablesOf,
} from './tenancy/operations.ts';
import { stir } from './tenancy/stir.ts';
import { makeThings, type Things } from './tenancy/things.ts';

// Everything is asked for at once of many things: more than one operation may cost elsewhere.
const app = await openTestApi({ api: { limits: { cost: 10_000_000 } } });
const { database } = app.engine;
const operations = operationsOf(testSchema());

const ofThemselves = ['signIn', 'signOut', 'updateProfile', 'changePassword'];

describe('the access table', () => {
  it('names every operation of the schema, and no others', () => {
    for (const kind of ['query', 'mutation', 'subscription'] as const) {
      const offered = operations.filter((one) => one.kind === kind).map(({ name }) => name);
      expect(Object.keys(accessTable[kind]).sort()).toEqual(offered.sort());
    }
  });

  it('keeps users, API keys, credits and AI settings from editors, and from viewers whatever changes more than themselves', () => {
    const all = Object.values(accessTable).flatMap((part) => Object.entries(part));
    const allowedTo = (caller: CallerName) =>
      new Set(all.filter(([, { allowed }]) => allowed.includes(caller)).map(([name]) => name));
    const [owner, editor, viewer] = [allowedTo('owner'), allowedTo('editor'), allowedTo('viewer')];
    expect(owner).toEqual(new Set(all.map(([name]) => name)));
    const ofOwners = [...owner].filter((name) => !editor.has(name));
    expect(
      ofOwners.filter(
        (name) => !/user|signInLink|apiKey|addCredits|aiSettings|aiKey|testProvider/i.test(name),
      ),
    ).toEqual([]);
    const readable = Object.keys({ ...accessTable.query, ...accessTable.subscription });
    const theirs = readable.filter((name) => !ofOwners.includes(name));
    expect(viewer).toEqual(new Set([...theirs, ...ofThemselves]));
  });
});

describe('an operation is for those whom the access table allows', () => {
  /** Of an account whose people and programs never call anything: nothing of it may be seen or changed. */
  let foreign: Things;
  let untouched: string;
  /** Those of the operations that change nothing. */
  let readers: Scene;

  beforeAll(async () => {
    foreign = await makeThings(app, (await makeAccount(database))._id);
    untouched = await everythingOf([foreign.account]);
    readers = await makeScene();
  });

  const cases = operations.map((operation) => [`${operation.kind} ${operation.name}`, operation] as const);
  it.each(cases)('%s', async (_, operation) => {
    const access = accessTable[operation.kind][operation.name];
    if (!access) throw new TypeError(`${operation.name} is not in the access table`);
    const ids = idArgumentsOf(operation, access);
    const hasRun = ids.some(({ thing }) => thing === 'run' || thing === 'busySite');
    const scene = operation.kind === 'mutation' ? await makeScene({ hasRun }) : readers;
    const { home, elsewhere, callers, things } = scene;
    const attempts = attemptsOf(access, ids);
    const got = new Map<string, string>();
    const carryOut = async ({ caller, title, foreignIds }: Attempt, own: Things) => {
      const variables = variablesOf(operation, access, (path) => {
        const argument = ids.find((one) => one.path === path);
        if (!argument) return undefined;
        if (foreignIds.includes(argument)) return foreign.ids[argument.thing];
        return isGiven(argument, access, foreignIds) ? own.ids[argument.thing] : undefined;
      });
      const { outcome, text } = await call(operation, callers[caller], variables, [home, elsewhere]);
      got.set(title, text.includes(foreign.mark) ? "another account's thing is seen" : outcome);
    };
    // A mutation that goes through may use its things up, and its caller.
    const isChange = ({ caller, foreignIds }: Attempt) =>
      operation.kind === 'mutation' && isAllowed(caller, access) && foreignIds.length === 0;
    await Promise.all(attempts.filter((one) => !isChange(one)).map((one) => carryOut(one, things)));
    for (const [nth, one] of attempts.filter(isChange).entries()) {
      await carryOut(one, ids.length > 0 && nth > 0 ? await makeThings(app, home, { hasRun }) : things);
    }
    const expected = attempts.map((one) => [one.title, expectedOf(one, access)] as const);
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(expected));
    // What else should change anything shows with the next one that does.
    if (operation.kind !== 'mutation') return;
    const before = untouched;
    untouched = await everythingOf([foreign.account]);
    expect(untouched).toBe(before);
    // What was answered to a request repeats ids as they were sent.
    const others = await everythingOf([home, elsewhere], [database.of(Request).collectionName]);
    const mixedUp = Object.entries(foreign.ids).filter(([, id]) => others.includes(id.toHexString()));
    expect(mixedUp.map(([thing]) => thing)).toEqual([]);
  });

  interface Scene {
    readonly home: ObjectId;
    readonly elsewhere: ObjectId;
    readonly callers: Record<CallerName, Record<string, string>>;
    /** Those of `home`. */
    readonly things: Things;
  }

  async function makeScene({ hasRun } = { hasRun: true }): Promise<Scene> {
    const [{ _id: home }, { _id: elsewhere }] = await Promise.all([
      makeAccount(database, 100_000),
      makeAccount(database),
    ]);
    const callers = await makeCallers(app, { home, elsewhere });
    const things = await makeThings(app, home, { hasRun });
    return { home, elsewhere, callers, things };
  }

  interface Attempt {
    readonly caller: CallerName;
    readonly title: string;
    readonly foreignIds: readonly IdArgument[];
  }

  /** Everybody with ids of their own and foreign ones. */
  function attemptsOf(access: Access, ids: readonly IdArgument[]): Attempt[] {
    const required = ids.filter(({ isRequired }) => isRequired);
    const [someone] = access.allowed;
    return [
      ...(required.length === 0
        ? []
        : callerNames.map((caller) => ({ caller, title: `${caller}, foreign ids`, foreignIds: required }))),
      // Each id by itself: that one is proven says nothing of the others.
      ...ids.flatMap((one) =>
        someone ? [{ caller: someone, title: `${someone}, foreign ${one.path}`, foreignIds: [one] }] : [],
      ),
      ...callerNames.flatMap((caller) =>
        caller === 'stranger' && required.length > 0 ? [] : [{ caller, title: caller, foreignIds: [] }],
      ),
    ];
  }

  /** Of an id that is not foreign: an own one, or none. */
  function isGiven(
    { path, isRequired }: IdArgument,
    { given = [] }: Access,
    foreignIds: readonly IdArgument[],
  ): boolean {
    if (isRequired) return true;
    return given.includes(path) && !foreignIds.some((one) => isOfFilter(one));
  }

  function isOfFilter({ path }: IdArgument): boolean {
    return path.includes('filter.');
  }

  function isAllowed(caller: CallerName, { allowed }: Access): boolean {
    return allowed.includes(caller === 'stranger' ? 'owner' : caller);
  }

  function expectedOf({ caller, foreignIds }: Attempt, access: Access): string {
    if (!isAllowed(caller, access)) {
      return caller === 'nobody' || caller === 'revokedKey' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    }
    const [[, told] = []] = Object.entries(access.foreign ?? {})
      .filter(([above]) => foreignIds.some(({ path }) => path.startsWith(above)))
      .toReversed();
    if (told !== undefined) return told;
    const isUnseen = (one: IdArgument) => isOfFilter(one) || access.unseen?.includes(one.path);
    if (foreignIds.some((one) => !isUnseen(one))) return 'NOT_FOUND';
    return access.answer ?? 'allowed';
  }

  async function call(
    operation: Operation,
    headers: Record<string, string>,
    variables: Record<string, unknown>,
    accounts: readonly ObjectId[],
  ): Promise<Outcome> {
    const document = documentOf(operation, variables);
    if (operation.kind === 'subscription') {
      return firstEvent(app.api.url, headers, { document, variables, stir: () => stir(app, accounts) });
    }
    const { data, errors } = await app.as(headers)(document, variables);
    return { outcome: errors?.[0]?.extensions.code ?? 'allowed', text: JSON.stringify(data ?? null) };
  }

  /** All documents of these accounts, but those of the collections left out, as text. */
  async function everythingOf(
    accounts: readonly ObjectId[],
    leftOut: readonly string[] = [],
  ): Promise<string> {
    const theirs = { $in: [...accounts] };
    const known = await database.db.listCollections({}, { nameOnly: true }).toArray();
    const [first, ...others] = known.map(({ name }) => name).filter((name) => !leftOut.includes(name));
    if (first === undefined) return '';
    // All in one: a question for each collection would be most of what this file asks the database.
    const pipeline = [{ $match: { $or: [{ account: theirs }, { _id: theirs }] } }, { $sort: { _id: 1 } }];
    const unions = others.map((coll) => ({ $unionWith: { coll, pipeline } }));
    const found = await database.db
      .collection(first)
      .aggregate([...pipeline, ...unions])
      .toArray();
    return BSON.EJSON.stringify(found);
  }
});
