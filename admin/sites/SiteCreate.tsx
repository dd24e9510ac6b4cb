import { Create, SimpleForm } from 'react-admin';
import { siteParameter } from '../data/chosen-site.ts';
import { SiteInputs } from './SiteInputs.tsx';

export function SiteCreate() {
  return (
    // Its address makes it the site that all pages are about.
    <Create redirect={(_, id) => `sites/${id}?${siteParameter}=${id}`} sx={{ maxWidth: 720 }}>
      {/* It does not ask before it is left: react-admin would, now and then, as it leads on to what was made. */}
      <SimpleForm>
        <SiteInputs />
      </SimpleForm>
    </Create>
  );
}
