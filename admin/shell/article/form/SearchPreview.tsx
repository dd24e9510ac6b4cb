import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

interface SearchPreviewProps {
  /** Of the published article; null where the site has none. */
  readonly address: string | null;
  readonly title: string;
  readonly description: string;
}

/** About how a search engine will show it: what is longer is cut off there, too. */
export function SearchPreview({ address, title, description }: SearchPreviewProps) {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('galley.article.search.preview')}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 1,
        p: 1.5,
        mt: 1,
        maxWidth: 600,
        backgroundColor: 'background.paper',
        fontFamily: 'Arial, sans-serif',
      }}
    >
      <Typography noWrap variant="body2" color="textSecondary" sx={{ fontFamily: 'inherit' }}>
        {address ? crumbs(address) : translate('galley.article.search.noAddress')}
      </Typography>
      <Typography noWrap sx={{ fontFamily: 'inherit', fontSize: '1.125rem', color: 'info.main', my: 0.25 }}>
        {title || translate('galley.article.search.noTitle')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ fontFamily: 'inherit', ...twoLines }}>
        {description || translate('galley.article.search.noDescription')}
      </Typography>
    </Box>
  );
}

const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

function crumbs(address: string): string {
  const { host, pathname } = new URL(address);
  return [host, ...pathname.split('/').filter(Boolean)].join(' › ');
}
