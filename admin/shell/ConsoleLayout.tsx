import { CheckForApplicationUpdate, Layout, type LayoutProps } from 'react-admin';
import { ConsoleBar } from './ConsoleBar.tsx';
import { ConsoleMenu } from './ConsoleMenu.tsx';
import { ExportsProvider } from './list/exports.tsx';
import { SiteInAddress } from './site/SiteInAddress.tsx';

/** What asks for no page is given none. */
const asPage: RequestInit = { headers: { accept: 'text/html' } };

export function ConsoleLayout({ children }: LayoutProps) {
  return (
    <Layout appBar={ConsoleBar} menu={ConsoleMenu}>
      <SiteInAddress />
      <ExportsProvider>{children}</ExportsProvider>
      <CheckForApplicationUpdate url="/" fetchOptions={asPage} />
    </Layout>
  );
}
