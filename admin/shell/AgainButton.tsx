import { Button, type ButtonProps } from '@mui/material';
import { useTranslate } from 'ra-core';
import { mustReload } from '../data/load-code.ts';

interface AgainButtonProps extends Pick<ButtonProps, 'variant'> {
  readonly error: unknown;
  onAgain(): void;
}

/** Has what failed tried again, by loading the whole page where nothing else helps. */
export function AgainButton({ error, onAgain, ...look }: AgainButtonProps) {
  const translate = useTranslate();
  const isWhole = mustReload(error);
  return (
    <Button {...look} onClick={isWhole ? () => window.location.reload() : onAgain}>
      {translate(isWhole ? 'galley.unread.reload' : 'galley.unread.again')}
    </Button>
  );
}
