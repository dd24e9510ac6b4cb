import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyPage } from '../EmptyPage.tsx';
import { useRight } from '../use-right.ts';

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
  const text = (name: string, options?: { _: string }) =>
    translate(`galley.lists.empty.${of}.${name}`, options);
  const canWrite = useRight('WRITE');
  const help = text('help');
  // What it says may be for those who may do it.
  const told = canWrite ? help : text('helpToLook', { _: help });
  return (
    <EmptyPage title={text('title')} help={told}>
      {to && (
        <Button component={Link} to={to} variant="contained">
          {text('action')}
        </Button>
      )}
      {children}
    </EmptyPage>
  );
}
