import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** How large a document is by its form alone, with a fragment counted as often as it is spread. */
export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** How often the whole schema is asked for. */
  readonly schemas: number;
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, schemas: 0 };

/** Of its largest operation. What asks about the schema counts no depth: a rule of GraphQL's own bounds that. */
export function measureOf(document: DocumentNode): Measure {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const known = new Map<string, Measure>();
  const ofFragment = (name: string): Measure => {
    const measured = known.get(name);
    if (measured) return measured;
    // Of one that spreads itself, another rule tells.
    known.set(name, nothing);
    const measure = ofNode(fragments.get(name));
    known.set(name, measure);
    return measure;
  };
  const ofNode = (node?: Pick<FragmentDefinitionNode, 'selectionSet' | 'directives'>): Measure =>
    node ? plus(ofSelections(node.selectionSet), { directives: node.directives?.length ?? 0 }) : nothing;
  const ofSelections = (set?: SelectionSetNode): Measure => {
    let sum = nothing;
    for (const node of set?.selections ?? []) {
      const directives = node.directives?.length ?? 0;
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        sum = plus(sum, plus(ofFragment(node.name.value), { directives }));
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        sum = plus(sum, plus(ofSelections(node.selectionSet), { directives }));
      } else {
        const inner = ofSelections(node.selectionSet);
        const isMeta = node.name.value.startsWith('__');
        const schemas = inner.schemas + (node.name.value === '__schema' ? 1 : 0);
        const aliases = inner.aliases + (node.alias ? 1 : 0);
        const depth = isMeta ? 1 : inner.depth + 1;
        sum = plus(sum, { depth, aliases, schemas, directives: inner.directives + directives });
      }
    }
    return sum;
  };
  return document.definitions
    .map((node) => (node.kind === Kind.OPERATION_DEFINITION ? ofNode(node) : nothing))
    .reduce(largest, nothing);
}

/** Side by side: the deeper one's depth, and all of both. */
function plus(one: Measure, other: Partial<Measure>): Measure {
  return {
    depth: Math.max(one.depth, other.depth ?? 0),
    aliases: one.aliases + (other.aliases ?? 0),
    directives: one.directives + (other.directives ?? 0),
    schemas: one.schemas + (other.schemas ?? 0),
  };
}

function largest(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: Math.max(one.aliases, other.aliases),
    directives: Math.max(one.directives, other.directives),
    schemas: Math.max(one.schemas, other.schemas),
  };
}
