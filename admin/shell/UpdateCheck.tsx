import { CheckForApplicationUpdate } from 'react-admin';

/** What asks for no page is given none. */
const asPage: RequestInit = { headers: { accept: 'text/html' } };

/** Tells when the console has been replaced by a newer one. */
export function UpdateCheck() {
  return <CheckForApplicationUpdate url="/" fetchOptions={asPage} />;
}
