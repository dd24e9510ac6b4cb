import { DataTable, useTranslate } from 'react-admin';
import type { ContentRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { MadeColumn, RelatedColumn, StateColumn } from '../shell/list/columns.tsx';
import type { CsvColumns } from '../shell/list/csv.ts';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';

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
    <ItemList<Row> filters={filters} csv={csv} empty={<EmptyList of="contents" to={`/${resource.tasks}`} />}>
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
        <StateColumn kind="content" />
        <DataTable.NumberCol source="wordCount" />
        <DataTable.Col
          source="imageCounts"
          disableSort
          render={({ imageCounts }: Row) => <ImagesInWords counts={imageCounts} />}
        />
        <RelatedColumn source="cluster" to={resource.clusters} />
        <RelatedColumn source="task" to={resource.tasks} />
        <MadeColumn />
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
