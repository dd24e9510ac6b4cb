/** The lines of a text without their ends; null for a line that is not valid UTF-8, nor UTF-16 behind its mark. */
export function decodeLines(input: string | Uint8Array): (string | null)[] {
  if (typeof input === 'string') return splitLines(input.replace(/^\uFEFF/, ''));
  const whole = decode(input, encodingOf(input));
  if (whole !== null) return splitLines(whole);
  return splitBytes(input).flatMap((bytes) => {
    const text = decode(bytes);
    return text === null ? [null] : splitLines(text);
  });
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Cuts at line feeds, which are never part of another UTF-8 character; carriage returns before them go too. */
function splitBytes(input: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  while (start <= input.length) {
    const found = input.indexOf(0x0a, start);
    const end = found === -1 ? input.length : found;
    parts.push(input.subarray(start, input[end - 1] === 0x0d ? end - 1 : end));
    start = end + 1;
  }
  return parts;
}

/** By its byte order mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Drops a byte order mark. */
function decode(bytes: Uint8Array, encoding = 'utf-8'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
