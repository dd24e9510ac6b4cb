/**
 * The JSON in a model's answer, or undefined. Models that were not held to JSON by their provider like to put it into
 * a code block, or a sentence before it.
 */
export function readJson(text: string): unknown {
  const [, block] = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(text) ?? [];
  const braces = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  for (const candidate of [text, block, braces]) {
    if (candidate === undefined || candidate.trim() === '') continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next may be it.
    }
  }
  return undefined;
}
