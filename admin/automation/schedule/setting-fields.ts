/** A setting of a stage as a form shows it. */
export interface SettingField {
  readonly name: string;
  readonly label: string;
  /** What is to be said beyond it. */
  readonly hint?: string;
  readonly kind: 'number' | 'choice' | 'switch' | 'text';
  readonly byDefault: unknown;
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly string[];
}

/** The part of JSON Schema that settings are declared by. */
interface Declared {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The settings that a stage declares, without those that have but one value. */
export function settingFields(schema: Readonly<Record<string, unknown>>): SettingField[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.entries(properties).flatMap(([name, property]) => {
    const declared: Declared = isObject(property) ? property : {};
    if ('const' in declared) return [];
    const { minimum, maximum } = declared;
    const [label, hint] = toldOf(declared.description ?? inWords(name));
    return {
      name,
      label,
      ...(hint && { hint }),
      kind: kindOf(declared),
      byDefault: declared.default,
      ...(minimum !== undefined && { least: minimum }),
      ...(maximum !== undefined && { most: maximum }),
      ...(declared.enum && { choices: declared.enum.map(String) }),
    };
  });
}

function kindOf({ type, enum: choices }: Declared): SettingField['kind'] {
  if (choices) return 'choice';
  const types = [type].flat();
  if (types.includes('integer') || types.includes('number')) return 'number';
  return types.includes('boolean') ? 'switch' : 'text';
}

/** A label has the room of a few words: what follows the first comma stands below the input, as a sentence. */
function toldOf(description: string): [label: string, hint?: string] {
  const [, label, rest] = /^([^,]+), (.+)$/.exec(description) ?? [];
  return label && rest ? [label, `${capital(rest)}.`] : [description];
}

/** `Batch size` of batchSize. */
function inWords(name: string): string {
  return capital(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
