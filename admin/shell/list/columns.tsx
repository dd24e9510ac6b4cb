import { DataTable, type RaRecord } from 'react-admin';
import type { ResourceName } from '../../data/resource.ts';
import { InPlace } from '../InPlace.tsx';
import { ItemLink } from '../ItemLink.tsx';
import type { StatusKind } from '../status/looks.ts';
import { Time } from '../Time.tsx';
import { ItemState, type Stateful } from './ItemState.tsx';

/** What the item is called: leads to its page and, where `isOpen`, is written anew in its place. */
export function NameColumn<Row extends RaRecord>({
  source,
  to,
  isOpen = () => true,
}: {
  source: string;
  to: ResourceName;
  isOpen?: ((row: Row) => boolean) | undefined;
}) {
  return (
    <DataTable.Col
      source={source}
      render={(row: Row) => (
        <InPlace source={source} isOpen={isOpen(row)}>
          <ItemLink resource={to} id={String(row.id)}>
            {row[source]}
          </ItemLink>
        </InPlace>
      )}
    />
  );
}

export function StateColumn({ kind }: { kind: StatusKind }) {
  return (
    <DataTable.Col
      source="status"
      disableSort
      render={(row: Stateful) => <ItemState kind={kind} item={row} />}
    />
  );
}

interface Related {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
}

/** Leads to the thing that the item is of or became, where there is one. */
export function RelatedColumn({ source, to }: { source: string; to: ResourceName }) {
  return (
    <DataTable.Col
      source={source}
      disableSort
      render={({ [source]: related }: Record<string, Related | null | undefined>) =>
        related && (
          <ItemLink resource={to} id={related.id}>
            {related.name ?? related.title}
          </ItemLink>
        )
      }
    />
  );
}

export function MadeColumn() {
  return (
    <DataTable.Col
      source="createdAt"
      render={({ createdAt }: { createdAt: string }) => <Time at={createdAt} />}
    />
  );
}
