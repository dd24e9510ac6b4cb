import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  Kind,
  print,
  visit,
} from 'graphql';
import { type Context, contextFor } from '../context.ts';
import { mapped } from './closable.ts';

/**
 * As graphql's `subscribe`, for many readers of the same: an event that several subscriptions get in the same
 * selection is executed once. Each event is executed with a context of its own, so that nothing loaded for one is
 * shown with a later one.
 */
export async function subscribe(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const context = args.contextValue as Context;
  const key = keyOf(args, context);
  const events = (source as AsyncIterable<object>)[Symbol.asyncIterator]();
  return mapped(events, async (event) => resultOf(args, context, key, event));
}

const results = new WeakMap<object, Map<string, ExecutionResult | Promise<ExecutionResult>>>();

function resultOf(
  args: ExecutionArgs,
  context: Context,
  key: string,
  event: object,
): ExecutionResult | Promise<ExecutionResult> {
  const ofEvent = results.get(event) ?? new Map();
  results.set(event, ofEvent);
  const known = ofEvent.get(key);
  if (known) return known;
  const result = execute({ ...args, rootValue: event, contextValue: contextFor(context, context.caller) });
  ofEvent.set(key, result);
  return result;
}

/** What the result of an event depends on: who may see what, the selection, and the variables in it. */
function keyOf({ document, operationName, variableValues }: ExecutionArgs, { caller }: Context): string {
  const used = variablesBelowRoot(document).map((name) => [name, variableValues?.[name]]);
  return JSON.stringify([String(caller.account), [...caller.rights], operationName, print(document), used]);
}

/** Those of a root field's own arguments choose its events, and have done so by then. */
function variablesBelowRoot(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = (node: Parameters<typeof visit>[0]) =>
    visit(node, { Variable: ({ name }) => void names.add(name.value) });
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) collect(definition);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const root of definition.selectionSet.selections) {
      for (const directive of root.directives ?? []) collect(directive);
      if (root.kind === Kind.FIELD && root.selectionSet) collect(root.selectionSet);
    }
  }
  return [...names];
}
