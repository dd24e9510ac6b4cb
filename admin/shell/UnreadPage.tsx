import { useRefresh, useTranslate } from 'ra-core';
import { ApiError } from '../data/ask.ts';
import { AgainButton } from './AgainButton.tsx';
import { EmptyPage } from './EmptyPage.tsx';
import { reasonOf } from './reason-of.ts';

interface UnreadPageProps {
  readonly error: unknown;
  /** All that is shown is read again without it. */
  onAgain?(): void;
}

/** What could not be read, or is not there: says which and why, and has it read again. */
export function UnreadPage({ error, onAgain }: UnreadPageProps) {
  const translate = useTranslate();
  const refresh = useRefresh();
  if (error instanceof ApiError && error.code === 'NOT_FOUND') {
    return <EmptyPage title={translate('galley.item.gone')} />;
  }
  return (
    <EmptyPage title={translate('galley.unread.title')} help={reasonOf(error)}>
      <AgainButton variant="contained" error={error} onAgain={onAgain ?? refresh} />
    </EmptyPage>
  );
}
