import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** What all providers understand of JSON Schema. The rest stays with our own check of the reply. */
const understood = new Set([
  'type',
  'properties',
  'required',
  'items',
  'enum',
  'const',
  'anyOf',
  'description',
  '$ref',
  '$defs',
]);

/**
 * A call's schema as it is sent: with bounds, lengths and patterns taken out, which some providers refuse, and closed
 * against properties of the model's own. `isStrict`: every property is required, as OpenAI's strict mode wants it.
 */
export function wireSchemaOf(schema: z.ZodType): { schema: Json; isStrict: boolean } {
  const full = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let isStrict = true;
  const trimmed = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(trimmed);
    if (typeof node !== 'object' || node === null) return node;
    const kept = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      // `oneOf` is how zod tells the members of a discriminated union; `anyOf` says as much here.
      if (key === 'oneOf') return [['anyOf', trimmed(value)]];
      if (!understood.has(key)) return [];
      if (key === 'enum' || key === 'required' || key === 'const') return [[key, value]];
      if (key === 'properties' || key === '$defs') return [[key, eachOf(value, trimmed)]];
      return [[key, trimmed(value)]];
    });
    const result: Record<string, unknown> = Object.fromEntries(kept);
    if (!('properties' in result)) return result;
    const names = Object.keys(result.properties as Json);
    const required = Array.isArray(result.required) ? result.required : [];
    if (names.some((name) => !required.includes(name))) isStrict = false;
    return { ...result, additionalProperties: false };
  };
  return { schema: trimmed(full) as Json, isStrict };
}

function eachOf(value: unknown, change: (node: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, node]) => [key, change(node)]));
}
