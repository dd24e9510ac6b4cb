/** What a stage may write of a draft, whoever made the stage. */
import { sanitisedHtml } from '../../schema/article-html.ts';
import { type Content, ContentStatus } from '../../schema/content.ts';
import { errors } from '../errors.ts';

/** Of people alone: see server/review/. A stage that changes a text may take its approval back. */
const ofReview: ReadonlySet<string> = new Set<keyof Content>([
  'approved',
  'published',
  'publishedAs',
  'publishing',
  'sentBack',
  'history',
]);

/** They say of a whole draft, or by another's name, what it is to hold: nothing of that is seen here. */
const opaque: ReadonlySet<string> = new Set(['$project', '$rename', '$replaceRoot', '$replaceWith']);

/** New fields of a draft, with HTML that is safe to show. Throws STAGE_OVERSTEPPED. */
export function stageDraft<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, allowed(path, value)])) as T;
}

/** The same of an update: of its operators, or of each stage of a pipeline. */
export function stageChange<T extends object>(change: T): T {
  if (Array.isArray(change)) return change.map(stageChange) as unknown as T;
  const operators = Object.entries(change).map(([operator, fields]) => {
    if (opaque.has(operator)) throw errors.stageOverstepped({ field: operator });
    // A pipeline takes away what it names.
    if (typeof fields === 'string' || Array.isArray(fields))
      for (const path of [fields].flat()) allowed(path, '');
    return [operator, isFields(fields) ? stageDraft(fields) : fields];
  });
  return Object.fromEntries(operators) as T;
}

function allowed(path: string, value: unknown): unknown {
  const [field = path] = path.split('.');
  const takesBack = path === 'approved' && value === null;
  if (ofReview.has(field) && !takesBack) throw errors.stageOverstepped({ field });
  if (field === 'status' && names(value, ContentStatus.Published)) throw errors.stageOverstepped({ field });
  if (field !== 'html') return value;
  // What an expression would come to is known too late.
  if (path !== 'html' || typeof value !== 'string') throw errors.stageOverstepped({ field });
  return sanitisedHtml(value);
}

/** True where the value is this word, or an expression that may come to it. */
function names(value: unknown, word: string): boolean {
  if (typeof value !== 'object' || value === null) return value === word;
  return Object.values(value).some((part) => names(part, word));
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
