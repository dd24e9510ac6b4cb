import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyPage } from '../EmptyPage.tsx';

interface EmptyListProps {
  /** Of the texts about it. */
  readonly of: string;
  /** Where what belongs here is made. */
  readonly to?: string;
  readonly children?: ReactNode;
}

/** A list of which there is nothing yet: what would stand there, and how it comes there. */
export function EmptyList({ of, to, children }: EmptyListProps) {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.lists.empty.${of}.${name}`);
  return (
    <EmptyPage title={text('title')} help={text('help')}>
      {to && (
        <Button component={Link} to={to} variant="contained">
          {text('action')}
        </Button>
      )}
      {children}
    </EmptyPage>
  );
}
