import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { mustReload } from '../../data/load-code.ts';
import { AgainButton } from '../AgainButton.tsx';
import { Page } from '../Page.tsx';
import { reasonOf } from '../reason-of.ts';
import { UnreadPage } from '../UnreadPage.tsx';

export interface UnloadedProps {
  readonly error: unknown;
  onAgain(): void;
}

/** In the place of a page whose code did not come; once it can, all is loaded anew, as nothing on it can be lost. */
export function UnloadedPage(props: UnloadedProps) {
  const translate = useTranslate();
  const { error } = props;
  useEffect(() => {
    if (mustReload(error) && !wasLoadedHere()) window.location.reload();
  }, [error]);
  return (
    <Page title={translate('galley.unread.title')}>
      <UnreadPage {...props} />
    </Page>
  );
}

/** Then it did not help: nobody's browser goes on with it by itself. */
function wasLoadedHere(): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return loaded !== undefined && new URL(loaded.name).pathname === window.location.pathname;
}

/** In the place of a part of a page whose code did not come. */
export function UnloadedPart({ error, onAgain }: UnloadedProps) {
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={<AgainButton error={error} onAgain={onAgain} />}
      sx={{ my: 1 }}
    >
      {reasonOf(error)}
    </Alert>
  );
}
