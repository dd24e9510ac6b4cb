import { useRecordContext } from 'react-admin';
import type { TaskRowFragment } from '../data/gql/graphql.ts';
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

type Row = TaskRowFragment;

const filters = itemFilters({ kind: 'task', statuses: ['QUEUED', 'COMPLETED'], hasCluster: true });
/** Once it is written, its draft is what counts. */
const isOpen = ({ status }: Row) => status === 'QUEUED';

export function TaskList() {
  return (
    <ItemList<Row>
      filters={filters}
      csv={articleCsv}
      empty={<EmptyList of="tasks" to={`/${resource.ideas}`} />}
    >
      <ItemTable<Row>
        bulk={<TaskBulk />}
        expand={<Plan />}
        hiddenColumns={['articleKind', 'idea', 'createdAt']}
      >
        <NameColumn<Row> source="title" to={resource.tasks} isOpen={isOpen} />
        <StateColumn kind="task" />
        <WordTargetColumn<Row> isOpen={isOpen} />
        <ArticleKindColumn />
        <RelatedColumn source="cluster" to={resource.clusters} />
        <RelatedColumn source="idea" to={resource.ideas} />
        <RelatedColumn source="content" to={resource.contents} />
        <MadeColumn />
      </ItemTable>
    </ItemList>
  );
}

function TaskBulk() {
  return (
    <>
      <RunStageButton stage="generate-content" label="galley.lists.stages.write" />
      <WordTargetButton />
      <AbleButtons />
      <DeleteButton what="galley.lists.delete.tasks" />
    </>
  );
}

function Plan() {
  const record = useRecordContext<Row>();
  return record && <Unfolded record={record} isOpen={isOpen(record)} />;
}
