import type { PipelineItem } from '../../schema/pipeline-item.ts';

/** What the kinds of things are called by: a title, a name, a phrase, or what a picture shows. */
const names = ['title', 'name', 'phrase', 'alt'];

/** What people call it; its id where it has no words of its own. */
export function nameOf(item: PipelineItem): string {
  const own: unknown[] = names.map((name) => Reflect.get(item, name));
  return own.find((name) => typeof name === 'string' && name !== '')?.toString() ?? item._id.toHexString();
}
