import { Alert, Link as TextLink } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { resource } from '../../data/resource.ts';

/** Why a run cannot start for want of credits, with the way to more of them. */
export function ShortOfCredits({ reason }: { reason: string }) {
  const translate = useTranslate();
  return (
    <Alert severity="error" variant="outlined">
      {reason}{' '}
      <TextLink underline="always" component={Link} to={`/${resource.creditEntries}`}>
        {translate('galley.lists.run.addCredits')}
      </TextLink>
    </Alert>
  );
}
