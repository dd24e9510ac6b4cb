/** Languages and countries by their names, as the browser knows them: a table of our own would age. */

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Languages that are written differently from place to place. */
const regional =
  'de-AT de-CH en-AU en-CA en-GB en-IN en-US es-419 es-MX fr-CA fr-CH pt-BR pt-PT zh-Hans zh-Hant';
/** Which have a code as countries do. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** By name, the ones `asked` for first: whatever has been typed or is set, and is the code of a language. */
export function languagesFor(locale: string, asked: readonly string[]): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  const named = (code: string) => choiceOf(canonicalLanguage(code), names);
  const all = [...twoLetters().filter((code) => canonicalLanguage(code) === code), ...regional.split(' ')];
  return withFirst(asked.map(named), all.map(named));
}

/** Likewise, of ISO 3166-1 alpha-2. */
export function countriesFor(locale: string, asked: readonly string[]): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const named = (code: string) => choiceOf(code.toUpperCase(), names);
  const codes = twoLetters().map((code) => code.toUpperCase());
  const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code;
  const all = codes.filter((code) => isCurrent(code) && !noCountries.has(code));
  return withFirst(asked.filter((code) => all.includes(code.toUpperCase())).map(named), all.map(named));
}

function twoLetters(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

/** A code that is none stays as it is: it has no name. */
function canonicalLanguage(code: string): string {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code;
  } catch {
    return code;
  }
}

function choiceOf(code: string, names: Intl.DisplayNames): Choice | undefined {
  try {
    const name = names.of(code);
    return name === undefined ? undefined : { id: code, name: `${name} (${code})` };
  } catch {
    return undefined;
  }
}

function withFirst(first: readonly (Choice | undefined)[], all: readonly (Choice | undefined)[]): Choice[] {
  const sorted = all.filter((choice) => choice !== undefined).sort((a, b) => a.name.localeCompare(b.name));
  const byCode = new Map([...first, ...sorted].flatMap((choice) => (choice ? [[choice.id, choice]] : [])));
  return [...byCode.values()];
}
