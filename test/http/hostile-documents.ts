/** What somebody may send who means harm: well-formed as far as it goes, and too much of it, or not what it seems. */
export interface Hostile {
  readonly what: string;
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly code: string;
  /** What the one error says. */
  readonly says: RegExp;
}

const times = (count: number, text: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => text(nth)).join(' ');

const site = '6930446c9c0971394be92a81';
const bySite = 'query ($id: ObjectID!) { site(id: $id) { id } }';
const doubling = times(24, (nth) => `fragment F${nth} on Site { ...F${nth + 1} ...F${nth + 1} }`);
const cycle = 'fragment A on Site { ...B } fragment B on Site { ...A }';
const bomb = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';

const tooLarge = 'DOCUMENT_TOO_LARGE';
const notValid = 'GRAPHQL_VALIDATION_FAILED';
const notParsed = 'GRAPHQL_PARSE_FAILED';

/** Refused by their form, whatever they are sent over. */
export const hostileDocuments: readonly Hostile[] = [
  {
    what: 'deeper than allowed',
    query: `{ keywords(siteId: "${site}") { edges { node { cluster { name } } } } }`,
    code: tooLarge,
    says: /5 fields within fields; the limit is 4/,
  },
  {
    what: 'wide with aliases',
    query: `{ ${times(150, (nth) => `a${nth}: sites { totalCount }`)} }`,
    code: tooLarge,
    says: /150 aliases; the limit is 30/,
  },
  {
    what: 'small, with fragments that double and double',
    query: `{ sites { nodes { ...F0 } } } ${doubling} fragment F24 on Site { other: name }`,
    code: tooLarge,
    says: /16777216 aliases; the limit is 30/,
  },
  {
    what: 'with sixty directives',
    query: `{ sites { nodes { ${times(60, () => 'id @include(if: true)')} } } }`,
    code: tooLarge,
    says: /60 directives; the limit is 50/,
  },
  {
    what: 'with ten thousand directives',
    query: `{ sites ${times(10_000, () => '@include(if: true)')} { totalCount } }`,
    code: notParsed,
    says: /1000 tokens\. Parsing aborted/,
  },
  {
    what: 'with a million words',
    query: `{ sites { nodes { ${'id '.repeat(20_000)} } } }`,
    code: notParsed,
    says: /1000 tokens\. Parsing aborted/,
  },
  {
    what: 'with fragments in a circle',
    query: `{ sites { nodes { ...A } } } ${cycle}`,
    code: notValid,
    says: /Cannot spread fragment "A" within itself via "B"/,
  },
  {
    what: 'asking for the types of types of types',
    query: bomb,
    code: notValid,
    says: /Maximum introspection depth exceeded/,
  },
  {
    what: 'asking for the schema many times over',
    query: `{ ${times(20, (nth) => `s${nth}: __schema { types { name } }`)} }`,
    code: tooLarge,
    says: /20 whole schemas; the limit is 1/,
  },
  {
    what: 'with a NUL in a text',
    query: `{ keywords(siteId: "${site}", filter: { search: "a\\u0000" }) { totalCount } }`,
    code: 'UNUSABLE_VALUE',
    says: /there is a NUL/,
  },
  { what: 'cut off', query: '{ sites { nodes', code: notParsed, says: /^Syntax Error: Expected Name/ },
  { what: 'of nothing but a comment', query: '# nothing', code: notParsed, says: /Unexpected <EOF>/ },
  {
    what: 'of signs that no document has',
    query: '{ sites \u0007 }',
    code: notParsed,
    says: /^Syntax Error/,
  },
  {
    what: 'asking for what is not there',
    query: '{ sites { secrets } }',
    code: notValid,
    says: /Cannot query field/,
  },
];

/** Refused for what comes with them. */
export const hostileValues: readonly Hostile[] = [
  {
    what: 'a value of another type',
    query: bySite,
    variables: { id: { $gt: '' } },
    code: 'BAD_USER_INPUT',
    says: /Variable "\$id" got invalid value/,
  },
  {
    what: 'no value where one must be',
    query: bySite,
    code: 'BAD_USER_INPUT',
    says: /"\$id" of required type/,
  },
  {
    what: 'a NUL',
    query: bySite,
    variables: { id: site, more: { list: ['a\0b'] } },
    code: 'UNUSABLE_VALUE',
    says: /In variables\.more\.list\.0 there is a NUL/,
  },
  {
    what: "a field that reaches an object's prototype",
    query: bySite,
    variables: JSON.parse(`{ "id": "${site}", "more": { "__proto__": { "isAdmin": true } } }`),
    code: 'UNUSABLE_VALUE',
    says: /In variables\.more there is a field "__proto__"/,
  },
  {
    what: 'lists in lists in lists',
    query: bySite,
    variables: { id: site, deep: JSON.parse('['.repeat(500) + ']'.repeat(500)) },
    code: 'UNUSABLE_VALUE',
    says: /more than 32 values within each other/,
  },
  { what: 'a list', query: bySite, variables: [site], code: 'BAD_REQUEST', says: /must be an object/ },
  {
    what: 'the name of an operation that is not there',
    query: 'query A { sites { totalCount } }',
    operationName: '__proto__',
    code: 'OPERATION_RESOLUTION_FAILURE',
    says: /Unknown operation named/,
  },
  {
    what: 'pages that multiply to more than is allowed',
    query: `{ ${times(25, (nth) => `k${nth}: keywords(siteId: "${site}", first: 100) { nodes { ...K } }`)} }
      fragment K on Keyword { ${times(8, () => 'id')} id phrase volume difficulty cpc intent country status createdAt
      cluster { id name description } }`,
    code: 'COST_TOO_HIGH',
    says: /The operation costs \d+; the limit is 50000/,
  },
  {
    what: 'a subscription',
    query: `subscription { activity(runId: "${site}") { seq } }`,
    code: 'WRONG_TRANSPORT',
    says: /Send it over a WebSocket/,
  },
];
