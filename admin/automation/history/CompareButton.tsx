import CompareIcon from '@mui/icons-material/CompareArrowsOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { RunRowFragment } from '../../data/gql/graphql.ts';
import { CompareDialog } from './CompareDialog.tsx';

/** Puts the two runs that are selected side by side. */
export function CompareButton() {
  const translate = useTranslate();
  const { selectedIds, data = [] } = useListContext<RunRowFragment>();
  const [isOpen, setIsOpen] = useState(false);
  const [earlier, later] = data
    .filter(({ id }) => selectedIds.includes(id))
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt));
  const canCompare = selectedIds.length === 2 && earlier !== undefined && later !== undefined;
  return (
    <>
      {!canCompare && translate('galley.runs.compareHelp')}
      <Button size="small" startIcon={<CompareIcon />} disabled={!canCompare} onClick={() => setIsOpen(true)}>
        {translate('galley.runs.compare')}
      </Button>
      {isOpen && canCompare && <CompareDialog runs={[earlier, later]} onClose={() => setIsOpen(false)} />}
    </>
  );
}
