import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button, TextField } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router-dom';
import { forgetSite } from '../data/chosen-site.ts';
import { resource } from '../data/resource.ts';
import { useWires } from '../data/wires.ts';
import { FieldsDialog } from '../shell/FieldsDialog.tsx';
import { useAttempt } from '../shell/use-attempt.ts';
import { contentsDocument, deleteDocument } from './data.ts';

interface DeleteSiteProps {
  readonly id: string;
  readonly name: string;
}

/** Deletes a site with all that it holds, for good: says how much that is, and asks for its name. */
export function DeleteSite(site: DeleteSiteProps) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button color="error" startIcon={<DeleteIcon />} onClick={() => setOpen(true)}>
        {translate('resources.sites.delete.action')}
      </Button>
      {isOpen && <DeleteDialog {...site} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteDialog({ id, name, onClose }: DeleteSiteProps & { onClose: () => void }) {
  const translate = useTranslate();
  const say = (key: string, values: object = {}) => translate(`resources.sites.delete.${key}`, values);
  const { ask } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { reset } = useFormContext();
  const cache = useQueryClient();
  const [typed, setTyped] = useState('');
  const { data: held } = useQuery({
    queryKey: ['held', id],
    queryFn: ({ signal }) => ask(contentsDocument, { siteId: id }, signal),
  });
  const submit = () =>
    attempt(async () => {
      await ask(deleteDocument, { input: { id } });
      // Nobody is asked whether to leave changes of what is gone.
      reset();
      // Else it would be taken for one that somebody else has just made.
      cache.removeQueries({ queryKey: [resource.sites, 'getOne', { id }] });
      forgetSite(id);
      await cache.invalidateQueries({ queryKey: [resource.sites, 'getList'] });
      notify('resources.sites.notifications.deleted', { messageArgs: { smart_count: 1 } });
      if (window.location.pathname === pathname) navigate(`/${resource.sites}`);
    });
  return (
    <FieldsDialog
      title={say('title', { name })}
      submit={say('action')}
      isReady={typed.trim() === name.trim()}
      onClose={onClose}
      onSubmit={submit}
    >
      {say('help')}
      {held && (
        <strong>
          {(['contents', 'keywords', 'runs'] as const)
            .map((what) => say(`holds.${what}`, { smart_count: held[what].totalCount }))
            .join(', ')}
        </strong>
      )}
      <TextField
        label={say('typed', { name })}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoComplete="off"
        autoFocus
      />
    </FieldsDialog>
  );
}
