import { Box } from '@mui/material';
import { BooleanInput, DataTable, useTranslate } from 'react-admin';
import type { ContentRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { MadeColumn, RelatedColumn } from '../shell/list/columns.tsx';
import type { CsvColumns } from '../shell/list/csv.ts';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { ItemTable } from '../shell/list/ItemTable.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';

type Row = ContentRowFragment;

const texts = `resources.${resource.contents}`;

const filters = [
  ...itemFilters({ kind: 'content', statuses: ['DRAFT', 'REVIEW', 'PUBLISHED'], hasCluster: true }),
  <BooleanInput key="sentBack" source="sentBack" label={`${texts}.sentBack.filter`} defaultValue />,
];

const csv: CsvColumns<Row> = {
  title: ({ title }) => title,
  slug: ({ slug }) => slug,
  status: ({ status }, translate) => translate(`galley.status.content.${status}`),
  words: ({ wordCount }) => wordCount,
  cluster: ({ cluster }) => cluster?.name,
  images: ({ imageCounts }) => imageCounts.total,
  'images that failed': ({ imageCounts }) => imageCounts.failed,
  'kept out of runs': ({ disabled }) => disabled,
  'failed because': ({ failure }) => failure?.message,
  'sent back because': ({ sentBack }) => sentBack?.reason,
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
        <DataTable.Col source="status" disableSort render={(row: Row) => <DraftState row={row} />} />
        <DataTable.NumberCol source="wordCount" />
        <DataTable.Col
          source="imageCounts"
          align="right"
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

/** With the reason where it was sent back: it waits for somebody to see to that. */
function DraftState({ row }: { row: Row }) {
  const translate = useTranslate();
  const { sentBack } = row;
  return (
    <>
      <ItemState kind="content" item={row} />
      {sentBack && (
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary', minWidth: 160, maxWidth: 320 }}>
          {translate(`${texts}.sentBack.${sentBack.reason ? 'why' : 'by'}`, {
            name: sentBack.name,
            reason: sentBack.reason,
          })}
        </Box>
      )}
    </>
  );
}

function ImagesInWords({ counts }: { counts: Row['imageCounts'] }) {
  const translate = useTranslate();
  const { planned, total, pending, failed } = counts;
  const text = (name: string) =>
    translate(`${texts}.images.${name}`, { total, failed, done: total - pending });
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
