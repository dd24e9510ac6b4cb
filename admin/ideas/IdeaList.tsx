import { useRecordContext } from 'react-admin';
import type { IdeaRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { articleCsv } from '../shell/article/csv.ts';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { MadeColumn, NameColumn, RelatedColumn, StateColumn } from '../shell/list/columns.tsx';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { WordTargetButton } from '../shell/list/WordTargetButton.tsx';
import { Unfolded } from '../shell/plan/ArticlePlan.tsx';
import { ArticleKindColumn, WordTargetColumn } from '../shell/plan/columns.tsx';

type Row = IdeaRowFragment;

const filters = itemFilters({ kind: 'idea', statuses: ['NEW', 'QUEUED', 'COMPLETED'], hasCluster: true });
/** Once it is queued, its task is what counts. */
const isOpen = ({ status }: Row) => status === 'NEW';

export function IdeaList() {
  return (
    <ItemList<Row>
      filters={filters}
      csv={articleCsv}
      empty={<EmptyList of="ideas" to={`/${resource.clusters}`} />}
    >
      <ItemTable<Row> bulk={<IdeaBulk />} expand={<Plan />} hiddenColumns={['articleKind', 'createdAt']}>
        <NameColumn<Row> source="title" to={resource.ideas} isOpen={isOpen} />
        <StateColumn kind="idea" />
        <WordTargetColumn<Row> isOpen={isOpen} />
        <ArticleKindColumn />
        <RelatedColumn source="cluster" to={resource.clusters} />
        <RelatedColumn source="task" to={resource.tasks} />
        <MadeColumn />
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
