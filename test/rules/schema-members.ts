/** The API's schema as a list of what it is made of, for tests that read it. */
import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { createSchema } from '../../server/graphql/schema.ts';

export interface OutputField {
  /** Of the type it is a field of. */
  readonly of: string;
  /** Such as `Run.status`. */
  readonly path: string;
  readonly field: GraphQLField<unknown, unknown>;
}

export interface Taken {
  /** Such as `Query.runs(first)` or `StartRunInput.stages`. */
  readonly path: string;
  readonly taken: GraphQLArgument | GraphQLInputField;
}

export const schema: GraphQLSchema = createSchema();

export const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

export const outputFields: readonly OutputField[] = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).map((field) => ({
        of: type.name,
        path: `${type.name}.${field.name}`,
        field,
      }))
    : [],
);

/** What an operation can be given: arguments, and fields of inputs. */
export const taken: readonly Taken[] = [
  ...outputFields.flatMap(({ path, field }) =>
    field.args.map((one) => ({ path: `${path}(${one.name})`, taken: one })),
  ),
  ...types
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map((one) => ({ path: `${type.name}.${one.name}`, taken: one })),
    ),
];

export const enums: readonly GraphQLEnumType[] = types.filter(isEnumType);
