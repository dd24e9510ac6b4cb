import type { ImageRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import type { CsvColumns } from '../shell/list/csv.ts';
import { EmptyList } from '../shell/list/EmptyList.tsx';
import { ItemList } from '../shell/list/ItemList.tsx';
import { itemFilters } from '../shell/list/item-filters.tsx';
import { OfSiteInput } from '../shell/site/OfSiteInput.tsx';
import { ImageGrid } from './ImageGrid.tsx';

const filters = [
  ...itemFilters({ kind: 'image', statuses: ['PENDING', 'GENERATED'] }),
  <OfSiteInput
    key="contentId"
    source="contentId"
    reference={resource.contents}
    sort="title"
    label="galley.images.ofDraft"
  />,
];

const csv: CsvColumns<ImageRowFragment> = {
  draft: ({ content }) => content?.title,
  kind: ({ kind }, translate) => translate(`galley.images.kinds.${kind}`),
  status: ({ status }, translate) => translate(`galley.status.image.${status}`),
  prompt: ({ prompt }) => prompt,
  'alt text': ({ alt }) => alt,
  url: ({ url }) => url,
  model: ({ model }) => model,
  'kept out of runs': ({ disabled }) => disabled,
  'failed because': ({ failure }) => failure?.message,
  made: ({ createdAt }) => createdAt,
};

export function ImageList() {
  return (
    <ItemList<ImageRowFragment>
      filters={filters}
      csv={csv}
      hasColumns={false}
      perPage={50}
      empty={<EmptyList of="images" to={`/${resource.contents}`} />}
    >
      <ImageGrid />
    </ItemList>
  );
}
