import { noteEnumType } from './api.ts';

/**
 * The GraphQL type of a stored enum: its values are named in capitals, as GraphQL does (`InArticle` is IN_ARTICLE),
 * and stored as the enum says; `meanings` tells of each what it means. To be named where a field's type is.
 */
export function enumType<T extends Record<string, string>>(
  values: T,
  name: string,
  description: string,
  meanings: Readonly<Record<keyof T, string>>,
): Record<string, string> {
  const inCapitals = (key: string) => key.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  const type = Object.fromEntries(Object.entries(values).map(([key, value]) => [inCapitals(key), value]));
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(meanings).map(([key, meaning]) => [inCapitals(key), { description: meaning }]),
  );
  noteEnumType(type, { name, description, valuesConfig });
  return type;
}
