import PendingIcon from '@mui/icons-material/ImageOutlined';
import { Box, Checkbox, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { ImageRowFragment } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { ItemLink } from '../shell/ItemLink.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { useRight } from '../shell/use-right.ts';
import { NewPictureButton } from './NewPictureButton.tsx';

/** One picture: what it shows, of which draft it is, and how far it has come. */
export function ImageCard({ image }: { image: ImageRowFragment }) {
  const translate = useTranslate();
  const canWrite = useRight('WRITE');
  const { content } = image;
  return (
    <Box component="li" data-row sx={cardLook}>
      <Box
        sx={{
          position: 'relative',
          bgcolor: 'background.default',
          aspectRatio: '16 / 9',
          overflow: 'hidden',
        }}
      >
        {image.url ? (
          <Box
            component="img"
            src={image.url}
            alt={image.alt}
            loading="lazy"
            sx={{ width: '100%', height: '100%', objectFit: 'cover', display: 'block' }}
          />
        ) : (
          <PendingIcon
            aria-hidden
            sx={{ position: 'absolute', inset: 0, m: 'auto', fontSize: 40, opacity: 0.4 }}
          />
        )}
        {canWrite && <Choose image={image} />}
      </Box>
      <Box sx={{ p: 1.5, display: 'grid', gap: 0.75, alignContent: 'start' }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <ItemState kind="image" item={image} />
          <Typography variant="caption" color="textSecondary">
            {translate(`galley.images.kinds.${image.kind}`)}
          </Typography>
        </Box>
        <InPlace source="alt">
          <Box sx={{ fontWeight: 500 }}>{image.alt}</Box>
        </InPlace>
        <Typography variant="caption" color="textSecondary" sx={promptLook} title={image.prompt}>
          {image.prompt}
        </Typography>
        {content && (
          <Box sx={{ fontSize: '0.8125rem' }}>
            <ItemLink resource={resource.contents} id={content.id}>
              {content.title}
            </ItemLink>
          </Box>
        )}
        {content?.status !== 'PUBLISHED' && <NewPictureButton image={image} />}
      </Box>
    </Box>
  );
}

function Choose({ image }: { image: ImageRowFragment }) {
  const translate = useTranslate();
  const { selectedIds, onToggleItem } = useListContext();
  return (
    <Box sx={{ position: 'absolute', top: 6, left: 6, bgcolor: 'background.paper', borderRadius: 1 }}>
      <Checkbox
        size="small"
        checked={selectedIds.includes(image.id)}
        onChange={() => onToggleItem(image.id)}
        slotProps={{ input: { 'aria-label': translate('galley.images.choose', { alt: image.alt }) } }}
      />
    </Box>
  );
}

const cardLook = {
  fontSize: '0.875rem',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  overflow: 'hidden',
  '&:focus': { outline: '2px solid', outlineColor: 'primary.main' },
};

const promptLook = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
};
