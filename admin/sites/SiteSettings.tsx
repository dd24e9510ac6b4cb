import { Edit, SimpleForm } from 'react-admin';
import { SiteInputs } from './SiteInputs.tsx';

export function SiteSettings() {
  return (
    <Edit mutationMode="pessimistic" redirect={false} sx={{ maxWidth: 720 }}>
      <SimpleForm>
        <SiteInputs />
      </SimpleForm>
    </Edit>
  );
}
