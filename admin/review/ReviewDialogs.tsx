import { SendBackDialog } from '../shell/article/decide/SendBackDialog.tsx';
import type { ReviewRow } from './data.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { PublishDialog } from './publish/PublishDialog.tsx';

/** What is open in front of the desk: `queue` on small screens; `publish` with the drafts to be published. */
export type OpenDialog = 'keys' | 'sendBack' | 'queue' | { readonly publish: readonly ReviewRow[] };

interface ReviewDialogsProps {
  readonly open: OpenDialog | null;
  readonly current: ReviewRow | undefined;
  readonly mayReview: boolean;
  readonly mayEdit: boolean;
  onClose(): void;
  /** Resolves to whether it was done. */
  onSendBack(draft: ReviewRow, reason: string): Promise<boolean>;
  onPublished(ids: readonly string[]): void;
}

export function ReviewDialogs(props: ReviewDialogsProps) {
  const { open, current, mayReview, mayEdit, onClose, onSendBack, onPublished } = props;
  if (open === 'keys') return <KeysDialog mayReview={mayReview} mayEdit={mayEdit} onClose={onClose} />;
  if (open === 'sendBack' && current) {
    const submit = (reason: string) => onSendBack(current, reason);
    return <SendBackDialog title={current.title} onClose={onClose} onSubmit={submit} />;
  }
  if (open === null || typeof open === 'string') return null;
  return <PublishDialog drafts={open.publish} onClose={onClose} onDone={onPublished} />;
}
