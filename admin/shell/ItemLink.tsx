import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useCreatePath, useResourceDefinition } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ResourceName } from '../data/resource.ts';

interface ItemLinkProps {
  readonly resource: ResourceName;
  readonly id: string;
  readonly children: ReactNode;
}

/** Leads to the page of one thing, where its kind has such a page. */
export function ItemLink({ resource, id, children }: ItemLinkProps) {
  const { hasShow, hasEdit } = useResourceDefinition({ resource });
  const createPath = useCreatePath();
  if (!hasShow && !hasEdit) return children;
  return (
    <Link component={RouterLink} to={createPath({ resource, id, type: hasShow ? 'show' : 'edit' })}>
      {children}
    </Link>
  );
}
