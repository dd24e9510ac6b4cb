import { DataTable, useRecordContext } from 'react-admin';
import type { IdeaRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { articleCsv } from '../shell/article/csv.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { ItemLink } from '../shell/ItemLink.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { WordTargetButton } from '../shell/list/WordTargetButton.tsx';
import { KindName, Unfolded } from '../shell/plan/ArticlePlan.tsx';
import { Time } from '../shell/Time.tsx';

type Row = IdeaRowFragment;

const filters = itemFilters({ kind: 'idea', statuses: ['NEW', 'QUEUED', 'COMPLETED'], hasCluster: true });
/** Once it is queued, its task is what counts. */
const isOpen = ({ status }: Row) => status === 'NEW';

export function IdeaList() {
  return (
    <ItemList<Row>
      filters={filters}
      csv={articleCsv}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={<EmptyList of="ideas" to={`/${resource.clusters}`} />}
    >
      <ItemTable<Row> bulk={<IdeaBulk />} expand={<Plan />} hiddenColumns={['articleKind', 'createdAt']}>
        <DataTable.Col
          source="title"
          render={(row: Row) => (
            <InPlace source="title" isOpen={isOpen(row)}>
              <ItemLink resource={resource.ideas} id={row.id}>
                {row.title}
              </ItemLink>
            </InPlace>
          )}
        />
        <DataTable.Col
          source="status"
          disableSort
          render={(row: Row) => <ItemState kind="idea" item={row} />}
        />
        <DataTable.Col
          align="right"
          source="wordTarget"
          render={(row: Row) => <InPlace source="wordTarget" type="number" isOpen={isOpen(row)} />}
        />
        <DataTable.Col
          source="articleKind"
          disableSort
          render={({ articleKind }: Row) => <KindName kind={articleKind} />}
        />
        <DataTable.Col
          source="cluster"
          disableSort
          render={({ cluster }: Row) =>
            cluster && (
              <ItemLink resource={resource.clusters} id={cluster.id}>
                {cluster.name}
              </ItemLink>
            )
          }
        />
        <DataTable.Col
          source="task"
          disableSort
          render={({ task }: Row) =>
            task && (
              <ItemLink resource={resource.tasks} id={task.id}>
                {task.title}
              </ItemLink>
            )
          }
        />
        <DataTable.Col source="createdAt" render={({ createdAt }: Row) => <Time at={createdAt} />} />
      </ItemTable>
    </ItemList>
  );
}

function IdeaBulk() {
  return (
    <>
      <RunStageButton stage="queue-tasks" label="galley.lists.stages.queue" />
      <WordTargetButton />
      <AbleButtons />
      <DeleteButton what="galley.lists.delete.ideas" />
    </>
  );
}

function Plan() {
  const record = useRecordContext<Row>();
  return record && <Unfolded record={record} isOpen={isOpen(record)} />;
}
