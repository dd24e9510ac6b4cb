/** How much one document may ask for. The same for one sent over HTTP and one sent over a socket. */
export interface DocumentLimits {
  /** Words and signs of the document, which is parsed no further: GraphQL's own rules take their square in time. */
  readonly tokens: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Fields under another name, each time they are spread. */
  readonly aliases: number;
  readonly directives: number;
  /** Of the operation, as cost.ts counts it. */
  readonly cost: number;
  /** Whether the schema may be asked for. Where not, errors do not tell its names either. */
  readonly introspection: boolean;
}

export const defaultDocumentLimits: DocumentLimits = {
  tokens: 1_000,
  depth: 12,
  aliases: 30,
  directives: 50,
  cost: 50_000,
  introspection: true,
};
