import { Box } from '@mui/material';
import { useState } from 'react';
import {
  Edit,
  SaveButton,
  SimpleForm,
  Toolbar,
  useCanAccess,
  useGetOne,
  useNotify,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { useParams } from 'react-router-dom';
import type { SiteRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { HeldWhileSaved } from '../shell/HeldWhileSaved.tsx';
import { useSiteInAddress } from '../shell/site/use-site-in-address.ts';
import { UnreadPage } from '../shell/UnreadPage.tsx';
import { keepingEdits, useOnceSaved } from '../shell/use-once-saved.ts';
import { useRight } from '../shell/use-right.ts';
import { AiSettings } from './ai/AiSettings.tsx';
import { DeleteSite } from './DeleteSite.tsx';
import { SiteInputs } from './SiteInputs.tsx';

/** A site's page is about that site, whichever was chosen: so is what it leads to. */
export function SiteSettings() {
  const canManage = useRight('MANAGE');
  const { id = '' } = useParams();
  // What Edit has asked for: what stands below the form comes after it, and is not pushed down by it.
  const { data, error } = useGetOne<SiteRowFragment>(resource.sites, { id });
  useSiteInAddress(data?.id);
  // Nobody loses what they are writing by its being read again in vain.
  if (error && !data) return <UnreadPage error={error} />;
  return (
    <Box sx={{ maxWidth: 760, display: 'grid', gap: 3 }}>
      {/* What was written of another site is not for this one. */}
      <SettingsForm key={id} />
      {canManage && data && <AiSettings siteId={id} />}
    </Box>
  );
}

function SettingsForm() {
  const [saved, setSaved] = useState<SiteRowFragment | null>(null);
  return (
    <Edit<SiteRowFragment>
      title={<SiteTitle />}
      mutationMode="pessimistic"
      queryOptions={{ onError: () => {} }}
      mutationOptions={{ onSuccess: (site) => setSaved(site) }}
    >
      <SimpleForm warnWhenUnsavedChanges resetOptions={keepingEdits} toolbar={<SiteToolbar saved={saved} />}>
        <HeldWhileSaved>
          <SiteInputs />
        </HeldWhileSaved>
      </SimpleForm>
    </Edit>
  );
}

function SiteToolbar({ saved }: { saved: SiteRowFragment | null }) {
  const notify = useNotify();
  useOnceSaved(saved, () =>
    notify('resources.sites.notifications.updated', { messageArgs: { smart_count: 1 } }),
  );
  const site = useRecordContext<SiteRowFragment>();
  const { canAccess } = useCanAccess({ resource: resource.sites, action: 'delete' });
  return (
    <Toolbar sx={{ justifyContent: 'space-between' }}>
      <SaveButton alwaysEnable={false} />
      {canAccess && site && <DeleteSite id={site.id} name={site.name} />}
    </Toolbar>
  );
}

function SiteTitle() {
  const translate = useTranslate();
  const site = useRecordContext<SiteRowFragment>();
  return site && translate('resources.sites.settingsOf', { name: site.name });
}
