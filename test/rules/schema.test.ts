import { lexicographicSortSchema, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { enums, outputFields, schema, taken, types } from './schema-members.ts';

describe("the API's schema", () => {
  it('is in schema/schema.graphql as it is in the code; `npm run schema` writes it anew', async () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    await expect(printed).toMatchFileSnapshot('../../schema/schema.graphql');
  });

  it('says of each type, field, argument and value what it is', () => {
    const said: readonly (readonly [path: string, description: string | null | undefined])[] = [
      ...types.map(({ name, description }) => [name, description] as const),
      ...outputFields.map(({ path, field }) => [path, field.description] as const),
      ...taken.map(({ path, taken: { description } }) => [path, description] as const),
      ...enums.flatMap((type) =>
        type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description] as const),
      ),
    ];
    expect(said.filter(([, description]) => !description?.trim()).map(([path]) => path)).toEqual([]);
  });
});
