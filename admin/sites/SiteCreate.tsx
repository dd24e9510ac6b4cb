import { Create, SimpleForm } from 'react-admin';
import { SiteInputs } from './SiteInputs.tsx';

export function SiteCreate() {
  return (
    <Create redirect="edit" sx={{ maxWidth: 720 }}>
      {/* It does not ask before it is left: react-admin would, now and then, as it leads on to what was made. */}
      <SimpleForm>
        <SiteInputs />
      </SimpleForm>
    </Create>
  );
}
