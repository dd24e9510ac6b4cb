import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { ShowBase, type ShowProps, Title, useShowContext, useTranslate } from 'react-admin';
import { EmptyPage } from './EmptyPage.tsx';
import { useSiteInAddress } from './site/use-site-in-address.ts';
import { UnreadPage } from './UnreadPage.tsx';

interface OfSite {
  readonly siteId: string;
}

interface ItemPageProps<Item extends OfSite> extends Pick<ShowProps, 'resource'> {
  titleOf(item: Item): string;
  /** A field that the row of a list has not: react-admin shows that first, where it knows it. */
  readonly needs: keyof Item & string;
  readonly children: (item: Item) => ReactNode;
}

/** The page of one thing and its site, whichever was chosen, with what it says while it comes, or where there is none. */
export function ItemPage<Item extends OfSite>({ titleOf, needs, children, ...props }: ItemPageProps<Item>) {
  return (
    // What went wrong stands on the page, not in a note that leads away from it.
    <ShowBase {...props} queryOptions={{ onError: () => {}, retry: false }}>
      <Content titleOf={titleOf} needs={needs}>
        {children}
      </Content>
    </ShowBase>
  );
}

function Content<Item extends OfSite>({ titleOf, needs, children }: Omit<ItemPageProps<Item>, 'resource'>) {
  const translate = useTranslate();
  const { record, error } = useShowContext();
  const isThere = record !== undefined && needs in record;
  useSiteInAddress(isThere ? record.siteId : undefined);
  // What was read before stays, whatever becomes of reading it again.
  if (error && !isThere) return <UnreadPage error={error} />;
  if (!isThere) return <EmptyPage title={translate('galley.item.loading')} />;
  return (
    <Box component="section" sx={{ pt: 2 }}>
      <Title title={titleOf(record as Item)} />
      {children(record as Item)}
    </Box>
  );
}

/** What a page is about, and beside it, or below where there is no room, what belongs to it. */
export function BesideEachOther({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        fontSize: '0.875rem',
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
      }}
    >
      {children}
    </Box>
  );
}
