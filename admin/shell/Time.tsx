import { Box, Tooltip } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { dateFormat } from './formats.ts';
import { useSite } from './site/use-site.ts';

const shown: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

/** A time in the viewer's zone; pointing at it tells it in the site's. */
export function Time({ at }: { at: string | null | undefined }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { site } = useSite();
  if (!at) return null;
  const date = new Date(at);
  const text = dateFormat(locale, shown).format(date);
  const element = (
    <Box component="time" dateTime={at} sx={{ whiteSpace: 'nowrap' }}>
      {text}
    </Box>
  );
  if (!site) return element;
  const time = dateFormat(locale, { ...shown, timeZone: site.timeZone }).format(date);
  return <Tooltip title={translate('galley.site.zone', { time, zone: site.timeZone })}>{element}</Tooltip>;
}
