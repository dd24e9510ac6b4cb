import { DataTable, useTranslate } from 'react-admin';
import type { ContentRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import type { CsvColumns } from '../shell/list/csv.ts';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { Time } from '../shell/Time.tsx';

type Row = ContentRowFragment;

const filters = itemFilters({
  kind: 'content',
  statuses: ['DRAFT', 'REVIEW', 'PUBLISHED'],
  hasCluster: true,
});

const csv: CsvColumns<Row> = {
  title: ({ title }) => title,
  slug: ({ slug }) => slug,
  status: ({ status }) => status,
  words: ({ wordCount }) => wordCount,
  cluster: ({ cluster }) => cluster?.name,
  images: ({ imageCounts }) => imageCounts.total,
  'images that failed': ({ imageCounts }) => imageCounts.failed,
  'kept out of runs': ({ disabled }) => disabled,
  'failed because': ({ failure }) => failure?.message,
  made: ({ createdAt }) => createdAt,
};

export function ContentList() {
  return (
    <ItemList<Row>
      filters={filters}
      csv={csv}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={<EmptyList of="contents" to={`/${resource.tasks}`} />}
    >
      <ItemTable<Row> bulk={<ContentBulk />} hiddenColumns={['slug', 'task']}>
        <DataTable.Col
          source="title"
          render={({ id, title }: Row) => (
            <ItemLink resource={resource.contents} id={id}>
              {title}
            </ItemLink>
          )}
        />
        <DataTable.Col source="slug" />
        <DataTable.Col
          source="status"
          disableSort
          render={(row: Row) => <ItemState kind="content" item={row} />}
        />
        <DataTable.NumberCol source="wordCount" />
        <DataTable.Col
          source="imageCounts"
          disableSort
          render={({ imageCounts }: Row) => <ImagesInWords counts={imageCounts} />}
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

function ImagesInWords({ counts }: { counts: Row['imageCounts'] }) {
  const translate = useTranslate();
  const { planned, total, pending, failed } = counts;
  const text = (name: string) =>
    translate(`resources.${resource.contents}.images.${name}`, { total, failed, done: total - pending });
  if (!planned) return text('unplanned');
  if (failed > 0) return text('failed');
  return text(pending > 0 ? 'pending' : 'done');
}

function ContentBulk() {
  return (
    <>
      <RunStageButton stage="generate-image-prompts" label="galley.lists.stages.prompts" />
      <AbleButtons />
      <DeleteButton what="galley.lists.delete.contents" />
    </>
  );
}
