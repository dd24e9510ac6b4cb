import { Edit, SimpleForm, useRecordContext, useTranslate } from 'react-admin';
import type { SiteRowFragment } from '../data/gql/graphql.ts';
import { SiteInputs } from './SiteInputs.tsx';

export function SiteSettings() {
  return (
    <Edit title={<SiteTitle />} mutationMode="pessimistic" redirect={false} sx={{ maxWidth: 720 }}>
      <SimpleForm>
        <SiteInputs />
      </SimpleForm>
    </Edit>
  );
}

function SiteTitle() {
  const translate = useTranslate();
  const site = useRecordContext<SiteRowFragment>();
  return site && translate('resources.sites.settingsOf', { name: site.name });
}
