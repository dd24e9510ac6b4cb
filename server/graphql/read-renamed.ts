import { type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Has each field that is called other than the property behind it read that property, as GraphQL by itself reads one of
 * its own name. type-graphql would do so by a promise, and thereby make one of every row that is asked for its id.
 */
export function readRenamed(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { property } = field.extensions;
      if (typeof property === 'string') field.resolve = (parent) => parent[property];
    }
  }
}
