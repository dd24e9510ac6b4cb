import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { MoveDialog } from '../shell/clusters/MoveDialog.tsx';
import { useChosen } from '../shell/list/chosen.tsx';

/** Puts the chosen keywords into a cluster by hand. */
export function MoveButton() {
  const translate = useTranslate();
  const { siteId, meta, ids, isAll, count, clear } = useChosen();
  const [isOpen, setIsOpen] = useState(false);
  const close = (isDone: boolean) => {
    setIsOpen(false);
    if (isDone) clear();
  };
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {translate('galley.move.open')}
      </Button>
      {isOpen && (
        <MoveDialog choice={isAll ? meta : { siteId, ids: [...ids] }} count={count} onClose={close} />
      )}
    </>
  );
}
