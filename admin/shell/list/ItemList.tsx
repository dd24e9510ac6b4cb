import type { ReactElement, ReactNode } from 'react';
import { ColumnsButton, FilterButton, type ListProps, TopToolbar } from 'react-admin';
import { SiteList } from '../SiteList.tsx';
import { useSite } from '../site/use-site.ts';
import type { CsvColumns } from './csv.ts';
import { ExportButton } from './ExportButton.tsx';
import { FollowQueues } from './FollowQueues.tsx';

interface ItemListProps<Row> extends Pick<ListProps, 'empty' | 'perPage'> {
  readonly filters: ReactElement[];
  /** What the file of all rows holds: each column by its name. */
  readonly csv: CsvColumns<Row>;
  /** Besides filters, columns and the file. */
  readonly actions?: ReactNode;
  /** False where rows are no table's. */
  readonly hasColumns?: boolean;
  readonly children: ReactNode;
}

/** A list of the chosen site's things, the newest first. */
export function ItemList<Row>({ csv, actions, hasColumns = true, ...props }: ItemListProps<Row>) {
  const { filters } = props;
  const { site } = useSite();
  return (
    <>
      {site && <FollowQueues siteId={site.id} />}
      <SiteList
        {...props}
        sort={{ field: 'createdAt', order: 'DESC' }}
        actions={
          <TopToolbar>
            <FilterButton filters={filters} />
            {hasColumns && <ColumnsButton />}
            <ExportButton columns={csv} of={site?.name} />
            {actions}
          </TopToolbar>
        }
      />
    </>
  );
}
