import type { TypedDocumentString } from './gql/graphql.ts';

/** Carries a document to the API and returns what it answers. Throws ApiError. */
export type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) => Promise<Result>;

interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** What a program needs to know of an error, such as the id of the run that is in the way. */
type Details = Readonly<Record<string, unknown>> & { readonly problems?: readonly Problem[] };

interface Told {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly details?: Details;
  };
}

/** What the API has said went wrong, in its own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Of the API's catalogue, such as NOT_FOUND; UNREACHABLE where nothing has answered. */
  readonly code: string;
  /** As react-admin's forms want it: what is wrong with each field. */
  readonly body: { readonly errors?: Readonly<Record<string, string>> };
  readonly details: Details;

  constructor(message: string, code: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.details = details;
    const { problems = [] } = details;
    this.body = problems.length > 0 ? { errors: byField(problems) } : {};
  }
}

/** Shows what is refused with this code at a field, as it is about that alone. Throws whatever it is given. */
export function atField(code: string, field: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ApiError) || error.code !== code) throw error;
    throw new ApiError(error.message, code, { problems: [{ path: field, problem: error.message }] });
  };
}

/** Asks over HTTP, as whoever the session's cookie names. */
export function createAsk(url = '/graphql'): Ask {
  return async (document, variables, signal) => {
    const response = await reach(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document.toString(), variables }),
      ...(signal && { signal }),
    });
    const { data, errors } = contentOf(response);
    const [told] = errors ?? [];
    if (told) throw errorOf(told);
    return data as never;
  };
}

/** Throws the ApiError UNREACHABLE where no console is served now. */
export async function expectAnswer(): Promise<void> {
  const { status } = await reach('/', { headers: { accept: 'text/html' }, cache: 'no-store' });
  if (status !== 200) throw unanswered();
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

async function reach(url: string, request: RequestInit): Promise<Answered> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw unanswered();
  }
}

function unanswered(): ApiError {
  return new ApiError('Galley does not answer. Try again in a moment.', 'UNREACHABLE');
}

function contentOf({ status, text }: Answered): { data?: unknown; errors?: readonly Told[] } {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(`Galley's server has answered with status ${status}.`, 'UNREACHABLE');
  }
}

function errorOf({ message, extensions }: Told): ApiError {
  return new ApiError(message, extensions?.code ?? 'UNKNOWN', extensions?.details);
}

/** The first problem of each field; a field within a list or object is its owner's. */
function byField(problems: readonly Problem[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, problem } of problems) {
    const [field = path] = path.split('.');
    fields[field] ??= problem;
  }
  return fields;
}
