/** The keys of messages that the console's code names, read from its syntax. */
import { type ESTree, parseSync, Visitor } from 'vite';
import { resource } from '../../admin/data/resource.ts';
import { textOf } from './sources.ts';

type Node = ESTree.Node;

/** What names stand for. */
type Known = ReadonlyMap<string, readonly string[]>;

/** What completes keys within a component, such as ``say = (key) => translate(`galley.import.${key}`)``. */
interface Completion {
  readonly name: string;
  readonly parameter: string;
  readonly start: number;
  template?: ESTree.TemplateLiteral;
}

interface TextsOfFile {
  /** Each string that stands in it. */
  readonly strings: ReadonlySet<string>;
  /** Each that is a message's key, in every way it may come out; `*` for a part that only a running console knows. */
  readonly keys: ReadonlySet<string>;
}

const unknown = '*';
const isKey = /^(galley|resources|ra)\./;

export function textsOf(file: string): TextsOfFile {
  const { program } = parseSync(file, textOf(file));
  const { constants, completions } = namesOf(program);
  const strings = new Set<string>();
  const keys = new Set<string>();
  const note = (node: Node, known: Known) => {
    for (const value of valuesOf(node, known)) if (isKey.test(value)) keys.add(value);
  };
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') strings.add(node.value);
      note(node, constants);
    },
    TemplateLiteral(node) {
      if (!completions.some(({ template }) => template === node)) note(node, constants);
    },
    CallExpression({ callee, arguments: [argument], start }) {
      if (callee.type !== 'Identifier' || !argument) return;
      // The nearest above: each component has its own.
      const used = completions.findLast((one) => one.name === callee.name && one.start < start);
      if (!used?.template) return;
      note(used.template, new Map([...constants, [used.parameter, valuesOf(argument, constants)]]));
    },
  }).visit(program);
  return { strings, keys };
}

function namesOf(program: ESTree.Program) {
  const constants = new Map<string, readonly string[]>();
  const completions: Completion[] = [];
  /** Those within which the visitor is. */
  const open: ESTree.VariableDeclarator[] = [];
  new Visitor({
    VariableDeclarator(node) {
      open.push(node);
      const { id, init, start } = node;
      if (id.type !== 'Identifier' || !init) return;
      if (init.type === 'Literal' || init.type === 'TemplateLiteral') {
        constants.set(id.name, valuesOf(init, constants));
      }
      const [first] = init.type === 'ArrowFunctionExpression' ? init.params : [];
      if (first?.type === 'Identifier') completions.push({ name: id.name, parameter: first.name, start });
    },
    'VariableDeclarator:exit': () => void open.pop(),
    TemplateLiteral(node) {
      const around = completions.find(({ start }) => start === open.at(-1)?.start);
      if (around && node.expressions.some((one) => isNamed(one, around.parameter))) around.template ??= node;
    },
  }).visit(program);
  return { constants, completions };
}

const isNamed = (node: Node, name: string) => node.type === 'Identifier' && node.name === name;

/** What a node may come out as, where so much is known of names. */
function valuesOf(node: Node, known: Known): readonly string[] {
  const inner = (one: Node) => valuesOf(one, known);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [unknown];
    case 'ConditionalExpression':
      return [...inner(node.consequent), ...inner(node.alternate)];
    case 'Identifier':
      return known.get(node.name) ?? [unknown];
    case 'MemberExpression':
      return [resourceNamed(node) ?? unknown];
    case 'TemplateLiteral':
      return node.quasis.reduce<string[]>(
        (starts, { value }, at) => {
          const hole = node.expressions[at - 1];
          const middles = hole ? inner(hole) : [''];
          return starts.flatMap((start) => middles.map((middle) => start + middle + value.raw));
        },
        [''],
      );
    default:
      return [unknown];
  }
}

function resourceNamed({ object, property }: ESTree.MemberExpression): string | undefined {
  if (!isNamed(object, 'resource')) return undefined;
  return Object.entries(resource).find(([name]) => isNamed(property, name))?.[1];
}
