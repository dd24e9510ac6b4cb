import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { errors, GalleyError, shownDetails } from '../errors.ts';
import type { Log } from '../log.ts';

export type ErrorFormatter = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Makes an error fit to be shown: those of the catalogue with their code and details, those of GraphQL about the
 * document or its variables as they are, all others masked. What is masked is logged whole. With `hidesSchema`, no
 * error suggests names that the schema has.
 */
export function errorFormatter(log: Log, { hidesSchema = false } = {}): ErrorFormatter {
  return (formatted, error) => {
    const { locations, path } = formatted;
    const where = { ...(locations && { locations }), ...(path && { path }) };
    const known = catalogued(error);
    if (known) {
      const { code, message, retryable } = known;
      const details = shownDetails(known);
      return { message, ...where, extensions: { code, details, retryable } };
    }
    if (isAboutRequest(error)) {
      const message = hidesSchema ? withoutSuggestion(formatted.message) : formatted.message;
      return { message, ...where, extensions: { code: requestCodeOf(formatted) } };
    }
    log.error({ err: rootOf(error), path }, 'unexpected error in the API');
    const { code, message } = errors.unexpectedRequest();
    return { message, ...where, extensions: { code, details: {}, retryable: true } };
  };
}

/** What a GraphQL error was made of, however often it was wrapped. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

/**
 * Errors of GraphQL itself about what was sent. Where one arises at a field, it is about an argument when it points
 * into the document; else it is about what a resolver returned, and that is ours.
 */
function isAboutRequest(error: unknown): boolean {
  const root = rootOf(error);
  if (!(root instanceof GraphQLError)) return false;
  return !(error instanceof GraphQLError && error.path) || root.nodes !== undefined;
}

function requestCodeOf({ extensions }: GraphQLFormattedError): unknown {
  const code = extensions?.code;
  return code === undefined || code === 'INTERNAL_SERVER_ERROR' ? 'BAD_REQUEST' : code;
}

function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .*$/s, '');
}

function catalogued(error: unknown): GalleyError | undefined {
  const root = rootOf(error);
  if (root instanceof GalleyError) return root;
  if (root instanceof ArgumentValidationError) {
    return errors.invalidInput({ problems: problemsOf(root.extensions.validationErrors) });
  }
  return undefined;
}

/** Every field that broke a rule, by its path: `stages.from`. */
function problemsOf(list: readonly ValidationError[], above = ''): { path: string; problem: string }[] {
  return list.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = above === '' ? property : `${above}.${property}`;
    const own = Object.values(constraints).map((problem) => ({ path, problem }));
    return [...own, ...problemsOf(children, path)];
  });
}
