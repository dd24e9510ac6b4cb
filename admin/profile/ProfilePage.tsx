import { Box } from '@mui/material';
import { Loading, useGetIdentity, useTranslate } from 'react-admin';
import { Page } from '../shell/Page.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { PersonPanel } from './PersonPanel.tsx';

/** What people change of themselves, whatever else they may do. */
export function ProfilePage() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  return (
    <Page title={translate('galley.profile.title')}>
      {identity ? (
        <Box sx={{ display: 'grid', gap: 2, maxWidth: 560 }}>
          <PersonPanel name={identity.fullName ?? ''} email={String(identity.email ?? '')} />
          <PasswordPanel />
        </Box>
      ) : (
        <Loading loadingPrimary="galley.profile.loading" loadingSecondary="" />
      )}
    </Page>
  );
}
