/** The file of a list, which goes along from its mapping to its receipt: from there it may be mapped once more. */
export interface DroppedList {
  readonly name: string;
  readonly text: string;
}

/** What an address is opened with. */
export const withList = ({ name, text }: DroppedList) => ({ list: { name, text } });

/** The list that an address was opened with, if it was. */
export function listIn(state: unknown): DroppedList | null {
  if (typeof state !== 'object' || state === null || !('list' in state)) return null;
  const { list } = state;
  if (typeof list !== 'object' || list === null || !('name' in list) || !('text' in list)) return null;
  const { name, text } = list;
  return typeof name === 'string' && typeof text === 'string' ? { name, text } : null;
}
