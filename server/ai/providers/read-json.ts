/**
 * The JSON in a model's answer, or undefined. Models that were not held to JSON by their provider like to put it into
 * a code block, or a sentence before it. Takes time in proportion to the answer, whatever stands in it.
 */
export function readJson(text: string): unknown {
  for (const part of [whole, codeBlock, betweenBraces]) {
    try {
      return JSON.parse(part(text));
    } catch {
      // The next may be it.
    }
  }
  return undefined;
}

function whole(text: string): string {
  return text;
}

/** Without its fences; '' where there is none, or it does not end. */
function codeBlock(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => /```(json)?$/.test(line.trimEnd()));
  const to = lines.findIndex((line, at) => at > from && line.trimStart().startsWith('```'));
  return from === -1 ? '' : lines.slice(from + 1, Math.max(to, from + 1)).join('\n');
}

function betweenBraces(text: string): string {
  return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
}
