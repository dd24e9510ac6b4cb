import { Button } from '@mui/material';
import { useRefresh, useTranslate } from 'ra-core';
import { ApiError } from '../data/ask.ts';
import { EmptyPage } from './EmptyPage.tsx';
import { reasonOf } from './reason-of.ts';

/** What could not be read, or is not there: says which and why, and has it read again. */
export function UnreadPage({ error }: { error: unknown }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  if (error instanceof ApiError && error.code === 'NOT_FOUND') {
    return <EmptyPage title={translate('galley.item.gone')} />;
  }
  return (
    <EmptyPage title={translate('galley.unread.title')} help={reasonOf(error)}>
      <Button variant="contained" onClick={refresh}>
        {translate('galley.unread.again')}
      </Button>
    </EmptyPage>
  );
}
