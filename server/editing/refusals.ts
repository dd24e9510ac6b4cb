/** What cannot be edited, and what to do instead: pure rules over a thing as it is now. */
import { type Content, ContentStatus } from '../../schema/content.ts';
import { type Idea, IdeaStatus } from '../../schema/idea.ts';
import { LeftOutReason, type Refusal } from '../../schema/left-out.ts';
import { type Task, TaskStatus } from '../../schema/task.ts';

export const notFound: Refusal = { reason: LeftOutReason.NotFound, why: 'nothing has this id' };
export const unchanged: Refusal = { reason: LeftOutReason.Unchanged, why: 'it is already like that' };

/** Its task has the text that will be written from. */
export function ideaRefusal({ status }: Idea): Refusal | null {
  if (status === IdeaStatus.New) return null;
  return { reason: LeftOutReason.MovedOn, why: 'it already has a task; edit that' };
}

export function taskRefusal({ status }: Task): Refusal | null {
  if (status === TaskStatus.Queued) return null;
  return { reason: LeftOutReason.MovedOn, why: 'its draft is already written; edit that' };
}

/** While it is handed to where it is published, it stands as it is. */
function publishingRefusal({ publishing }: Content, now: Date): Refusal | null {
  if (!publishing || publishing.until <= now) return null;
  return { reason: LeftOutReason.BeingPublished, why: 'it is being published; look again in a moment' };
}

/** What stands in the way of an edit of a draft, or of its images. */
export function contentRefusal(content: Content, now: Date): Refusal | null {
  if (content.status !== ContentStatus.Published) return publishingRefusal(content, now);
  return { reason: LeftOutReason.MovedOn, why: 'it is published; send it back first' };
}

/** What stands in the way of letting a picture of the draft into runs. */
export function inclusionRefusal(draft: Content): Refusal | null {
  if (!draft.disabled) return null;
  const why = 'its draft is excluded from runs; include that first';
  return { reason: LeftOutReason.DraftExcluded, why };
}

/** What stands in the way of an approval, or a publication. */
export function reviewRefusal(content: Content, now: Date): Refusal | null {
  return draftRefusal(content) ?? contentRefusal(content, now);
}

/** What a person decided about, when they read it; others have changed it since. `read`: its `updatedAt` then. */
export function changedSince({ updatedAt }: Content, read: Date | undefined): Refusal | null {
  if (!read || updatedAt.getTime() === read.getTime()) return null;
  return { reason: LeftOutReason.Changed, why: 'it was changed after you read it; read it again' };
}

/** What is published can be sent back, too. */
export function sendingBackRefusal(content: Content, now: Date): Refusal | null {
  return draftRefusal(content) ?? publishingRefusal(content, now);
}

function draftRefusal({ status, sentBack }: Content): Refusal | null {
  if (status !== ContentStatus.Draft) return null;
  const why = sentBack
    ? 'it was sent back, and has not been edited yet'
    : 'it is not in review, because some of its images are not made yet';
  return { reason: LeftOutReason.NotInReview, why };
}

/** `one` and `many` name what depends on it: idea, ideas. */
export function inUse(count: number, one: string, many: string): Refusal {
  const what = count === 1 ? `1 ${one} depends` : `${count} ${many} depend`;
  return { reason: LeftOutReason.InUse, why: `${what} on it; delete those first` };
}
