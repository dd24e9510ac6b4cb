import { type ListProps, useResourceContext } from 'react-admin';
import { ConsoleList } from './ConsoleList.tsx';
import { WithSite } from './site/WithSite.tsx';

/** React-admin's List over the chosen site. */
export function SiteList({ children, ...props }: ListProps) {
  const resource = useResourceContext(props);
  return (
    <WithSite>
      {({ id, name }) => (
        // Another site's list has its own selection and filters.
        <ConsoleList
          key={id}
          storeKey={`${resource}.${id}`}
          perPage={25}
          {...props}
          filter={{ siteId: id }}
          // Its table scrolls by itself, so that what is done to chosen rows stays in sight below it.
          sx={{ minWidth: 0, '& .RaList-content': { minWidth: 0, overflowX: 'visible' } }}
          aria-label={name}
        >
          {children}
        </ConsoleList>
      )}
    </WithSite>
  );
}
