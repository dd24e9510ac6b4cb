import { Box, Button } from '@mui/material';
import { useTranslate } from 'ra-core';

export interface Paged {
  readonly total: number;
  readonly offset: number;
  /** How many are shown at once. */
  readonly step: number;
  onMove(offset: number): void;
}

/** To the later and the earlier ones, where not all of them are shown. `of` says of what, for those who hear it. */
export function Paging({ total, offset, step, onMove, of }: Paged & { readonly of: string }) {
  const translate = useTranslate();
  const say = (key: string) => translate(`galley.automation.details.${key}`);
  if (total <= step) return null;
  const move = (key: string, to: number, isEnd: boolean) => (
    <Button size="small" disabled={isEnd} onClick={() => onMove(to)} aria-label={`${of}: ${say(key)}`}>
      {say(key)}
    </Button>
  );
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1, alignItems: 'center' }}>
      {move('later', Math.max(0, offset - step), offset === 0)}
      {move('earlier', offset + step, offset + step >= total)}
      <span role="status">
        {translate('galley.automation.details.shown', {
          first: offset + 1,
          last: Math.min(offset + step, total),
          total,
        })}
      </span>
    </Box>
  );
}
