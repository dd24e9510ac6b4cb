import NoPictureIcon from '@mui/icons-material/HideImageOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Confirm } from 'react-admin';
import { StatusBadge } from '../../status/StatusBadge.tsx';
import type { ArticleImage } from '../article.ts';
import { AltDialog } from './AltDialog.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import type { ImageActions } from './use-image-actions.ts';

interface ImageCardProps {
  readonly image: ArticleImage;
  /** None where nothing can be done to it. */
  readonly actions: ImageActions | undefined;
  readonly mayDraw: boolean;
}

type Dialog = 'alt' | 'replace' | 'drop';

/** One picture: what it shows, how it stands, and what can be done about it. */
export function ImageCard({ image, actions, mayDraw }: ImageCardProps) {
  const translate = useTranslate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const { kind, position, alt, url, failure, status } = image;
  const place =
    kind === 'FEATURED'
      ? translate('galley.article.image.featured')
      : translate('galley.article.image.below', { position });
  const button = (name: Dialog) => (
    <Button
      size="small"
      sx={{ minWidth: 0 }}
      onClick={() => setDialog(name)}
      aria-label={`${translate(words[name])}: ${place}`}
    >
      {translate(words[name])}
    </Button>
  );
  return (
    <Box
      component="li"
      sx={{
        containerType: 'inline-size',
        display: 'grid',
        gridTemplateColumns: '96px minmax(0, 1fr)',
        columnGap: 1.5,
        alignItems: 'start',
      }}
    >
      <Thumbnail url={url ?? null} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          <Box sx={{ fontWeight: 600 }}>{place}</Box>
          <StatusBadge kind={failure ? 'item' : 'image'} status={failure ? 'FAILED' : status} />
        </Box>
        {failure && (
          <Typography variant="body2" color="error">
            {failure.message}
          </Typography>
        )}
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {alt || translate('galley.article.image.noAlt')}
        </Typography>
      </Box>
      {actions && (
        <Box sx={actionsLook}>
          {button('alt')}
          {button('replace')}
          {button('drop')}
        </Box>
      )}
      {actions && (
        <>
          {dialog === 'alt' && <AltDialog image={image} actions={actions} onClose={close} />}
          {dialog === 'replace' && (
            <ReplaceDialog image={image} actions={actions} mayDraw={mayDraw} onClose={close} />
          )}
          <Confirm
            isOpen={dialog === 'drop'}
            title="galley.article.image.dropTitle"
            content="galley.article.image.dropHelp"
            confirm="galley.article.image.drop"
            onClose={close}
            onConfirm={() => void actions.drop(image).then(close)}
          />
        </>
      )}
    </Box>
  );
}

/** In one line, also in a narrow column: there it begins below the picture. */
const actionsLook = {
  gridColumn: '2',
  display: 'flex',
  flexWrap: 'wrap',
  ml: -0.75,
  '@container (max-width: 320px)': { gridColumn: '1 / -1' },
};

const words: Readonly<Record<Dialog, string>> = {
  alt: 'galley.article.image.editAlt',
  replace: 'galley.article.image.replace',
  drop: 'galley.article.image.drop',
};

function Thumbnail({ url }: { url: string | null }) {
  const frame = {
    width: 96,
    aspectRatio: '4 / 3',
    borderRadius: 1,
    border: '1px solid',
    borderColor: 'divider',
    objectFit: 'cover',
    backgroundColor: 'background.default',
  } as const;
  // What it shows stands beside it in words.
  if (url) return <Box component="img" src={url} alt="" loading="lazy" sx={frame} />;
  return (
    <Box sx={{ ...frame, display: 'grid', placeContent: 'center', color: 'text.secondary' }}>
      <NoPictureIcon aria-hidden />
    </Box>
  );
}
