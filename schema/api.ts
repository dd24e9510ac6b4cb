/**
 * What the API shows of documents is only noted where they are declared, and told to type-graphql when there is a schema
 * to be built: GraphQL takes a quarter of a second to load, and of all commands only the server answers with it.
 */
import type * as typeGraphql from 'type-graphql';

type Decorators = Pick<typeof typeGraphql, 'ObjectType' | 'Field' | 'Extensions' | 'registerEnumType'>;
type ObjectOptions = NonNullable<Parameters<Decorators['ObjectType']>[1]>;
type FieldOptions = NonNullable<Parameters<Decorators['Field']>[1]>;
type EnumOptions = Parameters<Decorators['registerEnumType']>[1];

/** What stands for a scalar where a field's type is named. */
class Named {
  readonly scalar: keyof Scalars;

  constructor(scalar: keyof Scalars) {
    this.scalar = scalar;
  }
}

/** The scalars that documents name. */
interface Scalars {
  readonly Int: object;
  readonly Float: object;
  readonly GraphQLISODateTime: object;
  readonly Credits: object;
  readonly ObjectIdScalar: object;
}

export const Int = new Named('Int');
export const Float = new Named('Float');
export const GraphQLISODateTime = new Named('GraphQLISODateTime');
export const Credits = new Named('Credits');
export const ObjectIdScalar = new Named('ObjectIdScalar');

/** type-graphql's decorators, and the scalars themselves. */
export interface Api extends Decorators {
  readonly scalars: Scalars;
}

const noted: ((api: Api) => void)[] = [];

/** Tells what was noted since it was told the last time. */
export function tellApi(api: Api): void {
  for (const tell of noted.splice(0)) tell(api);
}

/** As type-graphql's. */
export function ObjectType(name: string | ObjectOptions, options: ObjectOptions = {}): ClassDecorator {
  return (kind) => {
    noted.push(({ ObjectType: tell }) => (typeof name === 'string' ? tell(name, options) : tell(name))(kind));
  };
}

/**
 * As type-graphql's, without its wrapping: a field that is called other than its property has the property's name
 * among its extensions, to be read by.
 */
export function Field(type: () => object, options: FieldOptions): PropertyDecorator {
  return (kind, property) => {
    noted.push(({ Field: tell, Extensions, scalars }) => {
      tell(() => withScalars(type(), scalars), { simple: true, ...options })(kind, property);
      if (options.name !== undefined) Extensions({ property })(kind, property);
    });
  };
}

/** As type-graphql's `registerEnumType`. */
export function noteEnumType(type: object, options: EnumOptions): void {
  noted.push(({ registerEnumType }) => registerEnumType(type, options));
}

/** In place of names of scalars, alone or in a list, the scalars. */
function withScalars(type: object, scalars: Scalars): object {
  if (Array.isArray(type)) return type.map((one: object) => withScalars(one, scalars));
  return type instanceof Named ? scalars[type.scalar] : type;
}
