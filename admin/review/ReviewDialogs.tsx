import { SendBackDialog } from '../shell/article/decide/SendBackDialog.tsx';
import type { Site } from '../shell/site/use-site.ts';
import type { ReviewRow } from './data.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { PublishDialog } from './publish/PublishDialog.tsx';

/**
 * What is open in front of the desk: `queue` on small screens; `publish` and `sendBack` with the drafts that they were
 * opened for: the queue may put another one on the desk meanwhile.
 */
export type OpenDialog =
  | 'keys'
  | 'queue'
  | { readonly sendBack: ReviewRow }
  | { readonly publish: readonly ReviewRow[] };

interface ReviewDialogsProps {
  readonly site: Site;
  readonly open: OpenDialog | null;
  readonly mayReview: boolean;
  readonly mayEdit: boolean;
  onClose(): void;
  /** Resolves to whether it was done. */
  onSendBack(draft: ReviewRow, reason: string): Promise<boolean>;
  onPublished(ids: readonly string[]): void;
}

export function ReviewDialogs(props: ReviewDialogsProps) {
  const { site, open, mayReview, mayEdit, onClose, onSendBack, onPublished } = props;
  if (open === 'keys') return <KeysDialog mayReview={mayReview} mayEdit={mayEdit} onClose={onClose} />;
  if (open === null || typeof open === 'string') return null;
  if ('sendBack' in open) {
    const draft = open.sendBack;
    const submit = (reason: string) => onSendBack(draft, reason);
    return <SendBackDialog key={draft.id} title={draft.title} onClose={onClose} onSubmit={submit} />;
  }
  return <PublishDialog site={site} drafts={open.publish} onClose={onClose} onDone={onPublished} />;
}
