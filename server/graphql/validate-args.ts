import { getMetadataStorage, validateOrReject } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

type ValidationErrors = ConstructorParameters<typeof ArgumentValidationError>[0];

const options = {
  skipMissingProperties: true,
  forbidUnknownValues: false,
  validationError: { target: false, value: false },
};

/** By class: most inputs, and every id, have no bounds of their own to be held against. */
const isBounded = new Map<unknown, boolean>();

/**
 * Holds an operation's argument, or each of a list, against the bounds that its class declares. Throws what
 * type-graphql throws, which would itself go through all of class-validator for whatever is an object.
 */
export async function validateArgs(argument: unknown): Promise<void> {
  const values = (Array.isArray(argument) ? argument : [argument]).filter(hasBounds);
  try {
    await Promise.all(values.map((value) => validateOrReject(value, options)));
  } catch (errors) {
    throw new ArgumentValidationError(errors as ValidationErrors);
  }
}

function hasBounds(value: unknown): value is object {
  // Of JSON as it was written in the operation, an object has no class at all.
  if (!(value instanceof Object)) return false;
  const kind = value.constructor;
  const known = isBounded.get(kind);
  if (known !== undefined) return known;
  const bounds = getMetadataStorage().getTargetValidationMetadatas(kind, '', false, false);
  isBounded.set(kind, bounds.length > 0);
  return bounds.length > 0;
}
