import { unwrapResolverError } from '@apollo/server/errors';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { errors, GalleyError, shownDetails } from '../errors.ts';
import type { Log } from '../log.ts';

/**
 * Makes an error fit to be shown: those of the catalogue with their code and details, those of GraphQL itself as
 * they are, all others masked. What is masked is logged whole.
 */
export function errorFormatter(
  log: Log,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    const { message, locations, path } = formatted;
    const where = { ...(locations && { locations }), ...(path && { path }) };
    const known = catalogued(cause);
    if (known) {
      const { code, retryable } = known;
      const details = shownDetails(known);
      return { message: known.message, ...where, extensions: { code, details, retryable } };
    }
    // Its own errors are about the document that was sent, or its variables.
    if (isOfGraphql(cause)) {
      return { message, ...where, extensions: { code: formatted.extensions?.code ?? 'BAD_REQUEST' } };
    }
    log.error({ err: cause, path }, 'unexpected error in the API');
    const masked = errors.unexpectedRequest();
    return {
      message: masked.message,
      ...where,
      extensions: { code: masked.code, details: {}, retryable: true },
    };
  };
}

/** True where nothing but GraphQL itself, or one of its scalars, has had a say: on a variable, one wraps the other. */
function isOfGraphql(error: unknown): error is GraphQLError {
  return (
    error instanceof GraphQLError && (error.originalError === undefined || isOfGraphql(error.originalError))
  );
}

function catalogued(error: unknown): GalleyError | undefined {
  if (error instanceof GalleyError) return error;
  if (error instanceof ArgumentValidationError) {
    return errors.invalidInput({ problems: problemsOf(error.extensions.validationErrors) });
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
