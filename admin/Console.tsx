import { type ComponentType, Suspense } from 'react';
import { Admin, Authenticated, CustomRoutes, Resource } from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom';
import { createAuthProvider } from './data/auth-provider.ts';
import { chosenSite } from './data/chosen-site.ts';
import { createDataProvider } from './data/data-provider.ts';
import { createQueryClient } from './data/query-client.ts';
import { createSession } from './data/session.ts';
import { type Wires, WiresContext } from './data/wires.ts';
import { i18nProvider } from './i18n/i18n-provider.ts';
import { pages } from './pages.ts';
import { ConsoleLayout } from './shell/ConsoleLayout.tsx';
import { lazyPage } from './shell/lazy/lazy-page.ts';
import { darkTheme, lightTheme } from './shell/theme.ts';
import { tables } from './tables.ts';

const Dashboard = lazyPage(() => import('./dashboard/Dashboard.tsx').then((page) => page.Dashboard));

const SignInForm = lazyPage(() => import('./shell/auth/SignInPage.tsx').then((page) => page.SignInPage));

/** With its forms, which whoever is signed in does not need at once. */
function SignInPage() {
  return (
    <Suspense>
      <SignInForm />
    </Suspense>
  );
}

const NoAccess = lazyPage(() => import('./shell/NoAccessPage.tsx').then((page) => page.NoAccessPage));

const NotFound = lazyPage(() => import('./shell/NotFoundPage.tsx').then((page) => page.NotFoundPage));

/** Pages that are no resource's, by their paths. */
const customPages: Readonly<Record<string, ComponentType>> = {
  '/automation': lazyPage(() =>
    import('./automation/AutomationPage.tsx').then((page) => page.AutomationPage),
  ),
  '/writer/review': lazyPage(() => import('./review/ReviewPage.tsx').then((page) => page.ReviewPage)),
  '/account/ai-usage': lazyPage(() => import('./ai-usage/AiUsagePage.tsx').then((page) => page.AiUsagePage)),
  '/account/profile': lazyPage(() => import('./profile/ProfilePage.tsx').then((page) => page.ProfilePage)),
};

/** The composition root of the console. */
export function createConsole({ ask, live }: Pick<Wires, 'ask' | 'live'>): ComponentType {
  const dataProvider = createDataProvider(ask, tables, chosenSite);
  const session = createSession(ask);
  const authProvider = createAuthProvider(session);
  const admin = (
    <Admin
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={createQueryClient()}
      dashboard={Dashboard}
      layout={ConsoleLayout}
      loginPage={SignInPage}
      catchAll={NotFound}
      accessDenied={NoAccess}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      title="Galley"
      requireAuth
      disableTelemetry
    >
      {Object.entries(pages).map(([name, page]) => (
        <Resource key={name} name={name} {...page} />
      ))}
      <CustomRoutes>
        {Object.entries(customPages).map(([path, CustomPage]) => (
          <Route
            key={path}
            path={path}
            element={
              <Authenticated>
                <CustomPage />
              </Authenticated>
            }
          />
        ))}
      </CustomRoutes>
    </Admin>
  );
  // One that knows of every way to leave a page: forms with changes ask before.
  const router = createBrowserRouter([{ path: '*', element: admin }]);
  const wires = { ask: session.ask, live, session };
  return () => (
    <WiresContext value={wires}>
      <RouterProvider router={router} />
    </WiresContext>
  );
}
