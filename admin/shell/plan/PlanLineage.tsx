import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ResourceName } from '../../data/resource.ts';
import { ItemLink } from '../ItemLink.tsx';
import type { StatusKind } from '../status/looks.ts';
import { StatusBadge } from '../status/StatusBadge.tsx';

export interface LineageStep {
  /** What it is, such as `cluster`. */
  readonly what: string;
  readonly resource: ResourceName;
  readonly kind?: StatusKind;
  /** None where it has not come so far. */
  readonly item:
    | { readonly id: string; readonly name: string; readonly status?: string | undefined }
    | null
    | undefined;
}

/** From what a thing came, and what has become of it: each step leads to its page. */
export function PlanLineage({ steps }: { steps: readonly LineageStep[] }) {
  const translate = useTranslate();
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
      {steps.map(({ what, resource, kind, item }) => (
        <Box component="li" key={what} sx={{ borderLeft: 2, borderColor: 'divider', pl: 1.5 }}>
          <Box sx={{ fontSize: '0.75rem', fontWeight: 550, color: 'text.secondary' }}>
            {translate(`galley.plan.${what}`)}
          </Box>
          {item ? (
            <ItemLink resource={resource} id={item.id}>
              {item.name}
            </ItemLink>
          ) : (
            <Box sx={{ color: 'text.secondary' }}>{translate('galley.plan.notYet')}</Box>
          )}
          {item?.status && kind && (
            <Box>
              <StatusBadge kind={kind} status={item.status} />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
