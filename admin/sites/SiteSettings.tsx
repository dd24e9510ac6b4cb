import { Box } from '@mui/material';
import {
  DeleteButton,
  Edit,
  SaveButton,
  SimpleForm,
  Toolbar,
  useCanAccess,
  useGetOne,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { useParams } from 'react-router-dom';
import type { SiteRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { useRight } from '../shell/use-right.ts';
import { AiSettings } from './ai/AiSettings.tsx';
import { SiteInputs } from './SiteInputs.tsx';

export function SiteSettings() {
  const canManage = useRight('MANAGE');
  const { id = '' } = useParams();
  // What Edit has asked for: what stands below the form comes after it, and is not pushed down by it.
  const { isPending } = useGetOne(resource.sites, { id });
  return (
    <Box sx={{ maxWidth: 760, display: 'grid', gap: 3 }}>
      <Edit title={<SiteTitle />} mutationMode="pessimistic" redirect={false}>
        <SimpleForm warnWhenUnsavedChanges toolbar={<SiteToolbar />}>
          <SiteInputs />
        </SimpleForm>
      </Edit>
      {canManage && !isPending && <AiSettings siteId={id} />}
    </Box>
  );
}

/** Deleting takes all that the site holds with it: it asks, and cannot be undone. */
function SiteToolbar() {
  const translate = useTranslate();
  const site = useRecordContext<SiteRowFragment>();
  const { canAccess } = useCanAccess({ resource: resource.sites, action: 'delete' });
  return (
    <Toolbar sx={{ justifyContent: 'space-between' }}>
      <SaveButton alwaysEnable={false} />
      {canAccess && (
        <DeleteButton
          mutationMode="pessimistic"
          label="resources.sites.delete.action"
          confirmTitle={translate('resources.sites.delete.title', { name: site?.name })}
          confirmContent="resources.sites.delete.help"
        />
      )}
    </Toolbar>
  );
}

function SiteTitle() {
  const translate = useTranslate();
  const site = useRecordContext<SiteRowFragment>();
  return site && translate('resources.sites.settingsOf', { name: site.name });
}
