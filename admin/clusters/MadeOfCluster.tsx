import { Box, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ResourceName } from '../data/resource.ts';
import { ItemLink } from '../shell/ItemLink.tsx';
import { Panel } from '../shell/Panel.tsx';
import type { StatusKind } from '../shell/status/looks.ts';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';

interface MadeOfClusterProps {
  readonly title: 'ideas' | 'tasks' | 'contents';
  readonly resource: ResourceName;
  readonly kind: StatusKind;
  readonly items: readonly { readonly id: string; readonly title: string; readonly status: string }[];
  readonly clusterId: string;
  /** What can be done where there is none. */
  readonly children?: ReactNode;
}

const mostShown = 8;

/** What came of a cluster, the first of it here and the rest in its list. */
export function MadeOfCluster({ title, resource, kind, items, clusterId, children }: MadeOfClusterProps) {
  const translate = useTranslate();
  const filter = new URLSearchParams({ filter: JSON.stringify({ clusterId }) });
  return (
    <Panel title={translate(`galley.clusters.${title}`, { smart_count: items.length })}>
      {items.length === 0 && (
        <Box sx={{ color: 'text.secondary', mb: 1 }}>{translate('galley.plan.notYet')}</Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {items.slice(0, mostShown).map((item) => (
          <li key={item.id}>
            <ItemLink resource={resource} id={item.id}>
              {item.title}
            </ItemLink>
            <Box>
              <StatusBadge kind={kind} status={item.status} />
            </Box>
          </li>
        ))}
      </Box>
      {items.length > mostShown && (
        <Link component={RouterLink} to={`/${resource}?${filter}`} sx={{ display: 'block', mt: 1 }}>
          {translate('galley.clusters.all', { count: items.length })}
        </Link>
      )}
      {children}
    </Panel>
  );
}
