import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql';
import type { SortBy } from './page.ts';

enum SortOrder {
  ASC = 1,
  DESC = -1,
}
registerEnumType(SortOrder, {
  name: 'SortOrder',
  description: 'Which end of a list comes first.',
  valuesConfig: {
    ASC: { description: 'The smallest, the oldest, or A.' },
    DESC: { description: 'The greatest, the latest, or Z.' },
  },
});

export interface SortInput {
  readonly field: string;
  readonly order: SortOrder;
}

/**
 * The sort input of a kind: by which fields its lists can be sorted, each served by an index, and what that is called.
 * Returns the input's class, and what turns an input into the sort of a page; the eldest come first where none is given.
 */
export function sortInput(
  name: string,
  fields: Readonly<Record<string, readonly [field: string, description: string]>>,
): [ClassType<SortInput>, (input: SortInput | undefined) => SortBy] {
  const known = Object.entries(fields);
  const fieldType = Object.fromEntries(known.map(([key, [field]]) => [key, field]));
  registerEnumType(fieldType, {
    name: `${name}SortField`,
    description: `The fields by which a list of type ${name} can be sorted.`,
    valuesConfig: Object.fromEntries(known.map(([key, [, description]]) => [key, { description }])),
  });

  @InputType(`${name}Sort`, { description: `How a list of type ${name} is sorted.` })
  class Sort implements SortInput {
    @Field(() => fieldType, { description: 'The field to sort by.' })
    field!: string;

    @Field(() => SortOrder, { defaultValue: SortOrder.ASC, description: 'Which end comes first.' })
    order!: SortOrder;
  }
  return [Sort, (input) => ({ field: input?.field ?? '_id', direction: input?.order ?? SortOrder.ASC })];
}
