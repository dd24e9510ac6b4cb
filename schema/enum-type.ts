import { registerEnumType } from 'type-graphql';

/**
 * The GraphQL type of a stored enum: its values are named in capitals, as GraphQL does (`InArticle` is IN_ARTICLE),
 * and stored as the enum says. To be named where a field's type is.
 */
export function enumType<T extends Record<string, string>>(
  values: T,
  name: string,
  description: string,
): Record<string, string> {
  const type = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
      value,
    ]),
  );
  registerEnumType(type, { name, description });
  return type;
}
