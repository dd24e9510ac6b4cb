import { errors } from '../../errors.ts';

/** Lists and objects within each other. */
const maxDepth = 32;

/**
 * Refuses variables that could harm what handles them further on. Throws UNUSABLE_VALUE for a NUL in a text or a
 * name, for a name that reaches an object's prototype, and for what is nested deeper than anything we take.
 */
export function checkVariables(variables: object): void {
  // Not recursive: it must not itself fall over what it looks for.
  const open: { value: unknown; path: string; depth: number }[] = [
    { value: variables, path: 'variables', depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') check(value, path);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maxDepth) {
      throw errors.unusableValue({
        path: 'variables',
        problem: `more than ${maxDepth} values within each other`,
      });
    }
    for (const [name, inner] of Object.entries(value)) {
      check(name, path);
      if (name === '__proto__') throw errors.unusableValue({ path, problem: 'a field "__proto__"' });
      open.push({ value: inner, path: `${path}.${name}`, depth: depth + 1 });
    }
  }
}

function check(text: string, path: string): void {
  if (text.includes('\0')) throw errors.unusableValue({ path: path.replaceAll('\0', ''), problem: 'a NUL' });
}
