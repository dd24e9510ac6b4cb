import { Box } from '@mui/material';
import { useRef } from 'react';
import { ListNoResults, RecordContextProvider, useListContext, useTranslate } from 'react-admin';
import type { ImageRowFragment } from '../data/gql/graphql.ts';
import { BulkBar } from '../shell/list/BulkBar.tsx';
import { AbleButtons, DeleteButton, RunStageButton } from '../shell/list/bulk-buttons.tsx';
import { ChosenProvider } from '../shell/list/chosen.tsx';
import { useRowKeys } from '../shell/list/use-row-keys.ts';
import { useRight } from '../shell/use-right.ts';
import { ImageCard } from './ImageCard.tsx';

/** The pictures themselves, with what is said of each. */
export function ImageGrid() {
  const translate = useTranslate();
  const { data } = useListContext<ImageRowFragment>();
  const box = useRef<HTMLDivElement>(null);
  const canWrite = useRight('WRITE');
  useRowKeys(box);
  if (!data) return <Box sx={{ p: 2 }}>{translate('galley.item.loading')}</Box>;
  if (data.length === 0) return <ListNoResults />;
  return (
    <ChosenProvider>
      <Box ref={box}>
        <Box component="ul" sx={gridLook}>
          {data.map((image) => (
            <RecordContextProvider key={image.id} value={image}>
              <ImageCard image={image} />
            </RecordContextProvider>
          ))}
        </Box>
        {canWrite && (
          <BulkBar>
            <RunStageButton stage="generate-images" label="galley.lists.stages.images" />
            <AbleButtons />
            <DeleteButton label="galley.images.drop" what="galley.lists.delete.images" />
          </BulkBar>
        )}
      </Box>
    </ChosenProvider>
  );
}

const gridLook = {
  listStyle: 'none',
  m: 0,
  p: 2,
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
};
