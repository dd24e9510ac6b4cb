import { Create, SimpleForm } from 'react-admin';
import { SiteInputs } from './SiteInputs.tsx';

export function SiteCreate() {
  return (
    <Create redirect="edit" sx={{ maxWidth: 720 }}>
      <SimpleForm warnWhenUnsavedChanges>
        <SiteInputs />
      </SimpleForm>
    </Create>
  );
}
