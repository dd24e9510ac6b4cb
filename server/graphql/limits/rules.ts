/** What a document must keep to besides GraphQL's own rules. */
import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationRule } from 'graphql';
import { errors, type GalleyError } from '../../errors.ts';
import type { DocumentLimits } from './document-limits.ts';
import { measureOf } from './measure.ts';

/** The same list for HTTP and for sockets. */
export function rulesFor(limits: DocumentLimits): readonly ValidationRule[] {
  const rules = [sizeRule(limits), textRule];
  return limits.introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

function sizeRule(limits: DocumentLimits): ValidationRule {
  return (context) => ({
    Document(document) {
      const { depth, aliases, directives, schemas } = measureOf(document);
      const counts = [
        { what: 'fields within fields', count: depth, allowed: limits.depth },
        { what: 'aliases', count: aliases, allowed: limits.aliases },
        { what: 'directives', count: directives, allowed: limits.directives },
        { what: 'whole schemas', count: schemas, allowed: 1 },
      ];
      const over = counts.find(({ count, allowed }) => count > allowed);
      if (over) context.reportError(asGraphQLError(errors.documentTooLarge(over)));
    },
  });
}

/** The database's own languages end a text at a NUL, so none is let in. */
const textRule: ValidationRule = (context) => ({
  StringValue(node) {
    if (node.value.includes('\0')) {
      context.reportError(asGraphQLError(errors.unusableValue({ path: 'the document', problem: 'a NUL' })));
    }
  },
});

/** With what it comes from, which is what people are shown of it. */
export function asGraphQLError(error: GalleyError, status = 400): GraphQLError {
  const extensions = { code: error.code, http: { status } };
  return new GraphQLError(error.message, { originalError: error, extensions });
}
