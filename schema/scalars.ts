import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { ObjectId } from 'mongodb';

const idForm = /^[0-9a-f]{24}$/i;

function parseId(value: unknown): ObjectId {
  if (typeof value === 'string' && idForm.test(value)) return new ObjectId(value);
  throw new GraphQLError('An id has 24 hexadecimal digits.');
}

/** An id: an ObjectId in code, 24 hexadecimal digits outside. */
export const ObjectIdScalar = new GraphQLScalarType<ObjectId, string>({
  name: 'ObjectID',
  description: 'The id of a thing: 24 hexadecimal digits.',
  serialize: (value) => String(value),
  parseValue: parseId,
  parseLiteral: (node) => parseId(node.kind === Kind.STRING ? node.value : undefined),
});

function parseCredits(value: unknown): number {
  const milli = typeof value === 'number' ? Math.round(value * 1_000) : Number.NaN;
  if (Number.isSafeInteger(milli) && Math.abs(milli / 1_000 - Number(value)) < 1e-9) return milli;
  throw new GraphQLError('Credits are a number with at most three decimals.');
}

/** Credits: whole milli-credits in code, credits outside. */
export const Credits = new GraphQLScalarType<number, number>({
  name: 'Credits',
  description: 'Credits, with at most three decimals.',
  serialize: (value) => Number(value) / 1_000,
  parseValue: parseCredits,
  parseLiteral: (node) =>
    parseCredits(node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : undefined),
});
