import {
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessTable } from '../graphql/access-table.ts';
import { outputFields, schema, taken } from './schema-members.ts';

/** Lists of things that are no connections, each with why. Those of payloads are as long as what was asked for. */
const plainLists: Readonly<Record<string, string>> = {
  'Query.stages': 'one of each stage of the pipeline',
  'Query.queues': 'one of each stage of the pipeline',
  'Query.runLogs': 'one of each stage, and one of the run',
  'Query.creditDays': 'as many days as are asked for, 366 at most',
  'Overview.active': 'one a site at most; the first 100 of `runs`, over all sites',
  'Overview.failed': 'those of a week, 20 at most',
  'Overview.lastFailed': 'the same runs at most',
  'Query.nextOccurrences': 'as many as are asked for; they are computed, not stored',
  'Cluster.keywords':
    'what a thing is made of comes with it, up to a bound; the whole is a filter of `keywords`',
  'Cluster.ideas': 'as above, `ideas`',
  'Cluster.tasks': 'as above, `tasks`',
  'Cluster.contents': 'as above, `contents`',
  'Content.images': 'one below each heading at most',
};

/** Lists that may be null, each with why. */
const nullableLists: Readonly<Record<string, string>> = {
  'Run.itemIds': 'all that wait is not the same as a choice of none',
};

/** Mutations without an input, each with why. */
const withoutInput: Readonly<Record<string, string>> = {
  signOut: 'it is about whoever asks, and nothing else',
};

/** Mutations open to those who may run that take no idempotency key, each with why. */
const withoutKey: Readonly<Record<string, string>> = {
  signIn: 'anybody may, and it spends nothing',
  pauseRun: 'it spends nothing',
  cancelRun: 'it spends nothing',
  resumeRun: 'it goes on with one run, and is refused for one that goes on already',
  updateAutomationConfig: 'it spends nothing',
  updateSchedule: 'it spends nothing by itself: each of its times starts one run',
};

const json = ['Stage.settingsSchema', 'StageSettingsView.settings', 'StageSettingsInput.settings'];

const queries = outputFields.filter(({ of }) => of === 'Query');
const mutations = outputFields.filter(({ of }) => of === 'Mutation');

const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

/** True for what has an id of its own. */
function isThing(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'id' in named.getFields();
}

describe('a mutation', () => {
  it('takes one input of its own kind, and it must be given', () => {
    const bad = mutations.filter(({ field: { name, args } }) => {
      const [input, ...more] = args;
      if (name in withoutInput) return args.length > 0;
      return input?.name !== 'input' || more.length > 0 || !/Input!$/.test(String(input.type));
    });
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('returns a payload, always', () => {
    const bad = mutations.filter(({ field }) => !/^\w+Payload!$/.test(String(field.type)));
    expect(bad.map(({ path, field }) => `${path}: ${field.type}`)).toEqual([]);
  });

  it('that spends, imports or publishes cannot be sent without an idempotency key', () => {
    const ofRunKeys = Object.entries(accessTable.mutation).filter(
      ([name, { allowed }]) => allowed.includes('runKey') && !(name in withoutKey),
    );
    const ofPeople = ['addCredits', 'importKeywords', 'publishContent', 'testProvider'];
    const keyed = [...ofPeople, ...ofRunKeys.map(([name]) => name)];
    const bad = keyed.filter((name) => {
      const input = schema.getMutationType()?.getFields()[name]?.args[0]?.type;
      return !taken.some(({ path, taken: { type } }) => {
        return path === `${getNamedType(input)?.name}.idempotencyKey` && isNonNullType(type);
      });
    });
    expect(bad).toEqual([]);
  });
});

describe('a list', () => {
  it('is a connection, but for those named here', () => {
    const lists = outputFields.filter(({ of, field }) => {
      return (
        isList(field.type) && !/(Connection|Payload)$/.test(of) && (of === 'Query' || isThing(field.type))
      );
    });
    expect(lists.map(({ path }) => path).sort()).toEqual(Object.keys(plainLists).sort());
  });

  it('of a query is paged by first, after and offset', () => {
    const connections = queries.filter(({ field }) => /Connection!$/.test(String(field.type)));
    const bad = connections.filter(({ field: { args } }) => {
      const names = args.map(({ name }) => name);
      return !['first', 'after', 'offset'].every((name) => names.includes(name));
    });
    expect(connections.length).toBeGreaterThan(10);
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('is never null, nor is anything in it', () => {
    const bad = outputFields.filter(
      ({ field: { type } }) => isList(type) && !/^\[\w+!\]!$/.test(String(type)),
    );
    expect(bad.map(({ path }) => path)).toEqual(Object.keys(nullableLists));
  });
});

describe('an id, a status or a time', () => {
  it('is there, or its description says what it means that it is not', () => {
    const bad = outputFields.filter(({ field: { type, description } }) => {
      const named = getNamedType(type);
      const isSuch = isEnumType(named) || /^(ObjectID|DateTimeISO)$/.test(named.name);
      return isSuch && !isNonNullType(type) && !/\bnull\b/.test(description ?? '');
    });
    expect(bad.map(({ path }) => path)).toEqual([]);
  });
});

describe('JSON', () => {
  it("is what stages' settings are written in, and nothing else", () => {
    const isJson = (type: { toString(): string }) => /JSON/.test(String(type));
    const found = [
      ...outputFields.filter(({ field }) => isJson(field.type)).map(({ path }) => path),
      ...taken.filter((one) => isJson(one.taken.type)).map(({ path }) => path),
    ];
    expect(found.sort()).toEqual([...json].sort());
  });
});
