import {
  Alert,
  Autocomplete,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  TextField,
} from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { ApiError } from '../../data/ask.ts';
import { useWires } from '../../data/wires.ts';
import type { Site } from '../../shell/site/use-site.ts';
import { AdvancedSettings } from './AdvancedSettings.tsx';
import { changesOf, draftOf } from './config-draft.ts';
import { updateConfigDocument, updateScheduleDocument } from './data.ts';
import { ScheduleInputs } from './ScheduleInputs.tsx';
import { type Config, scheduleKey } from './use-schedule.ts';

interface Props {
  readonly site: Site;
  readonly config: Config;
  onClose(): void;
}

/** All that can be set of a site's automation, saved together. */
export function ConfigureDialog({ site, config, onClose }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const { ask } = useWires();
  const cache = useQueryClient();
  // As it was shown: what somebody else sets meanwhile is no change of whoever has this open.
  const [before] = useState(config);
  const [draft, setDraft] = useState(() => draftOf(before));
  const say = (key: string, values: object = {}) => translate(`galley.automation.configure.${key}`, values);
  const zones = Intl.supportedValuesOf('timeZone');
  const save = useMutation({
    mutationFn: async () => {
      const changes = changesOf(before, draft);
      const { id: siteId } = site;
      // Settings first: they may be refused, and then nothing has changed.
      if (changes.config) await ask(updateConfigDocument, { input: { siteId, ...changes.config } });
      if (changes.schedule) await ask(updateScheduleDocument, { input: { siteId, ...changes.schedule } });
    },
    onSuccess: () => {
      notify(say('saved'), { type: 'success' });
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: scheduleKey(site.id) }),
  });
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="configure">
      <DialogTitle id="configure">{say('title', { site: site.name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <FormControlLabel
          control={
            <Switch checked={draft.enabled} onChange={(_, enabled) => setDraft({ ...draft, enabled })} />
          }
          label={say('enabled')}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', pt: 0.5 }}>
          <ScheduleInputs
            schedule={draft}
            zone=""
            isDisabled={false}
            onChange={(change) => setDraft({ ...draft, ...withoutNull(change) })}
          />
          <Autocomplete
            options={zones}
            value={draft.timeZone}
            onChange={(_, timeZone) => setDraft({ ...draft, timeZone })}
            sx={{ width: 240 }}
            renderInput={(input) => (
              <TextField
                {...input}
                margin="none"
                // Above: the site's zone, which counts while none is chosen, is read where one would stand.
                slotProps={{
                  ...input.slotProps,
                  inputLabel: { ...input.slotProps.inputLabel, shrink: true },
                }}
                label={say('zone')}
                placeholder={say('siteZone', { zone: site.timeZone })}
              />
            )}
          />
        </Box>
        <AdvancedSettings draft={draft} onChange={setDraft} />
        {save.error && (
          <Alert severity="error" variant="outlined">
            {save.error.message}
            <Problems error={save.error} />
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={save.isPending} onClick={() => save.mutate()}>
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Problems({ error }: { error: Error }) {
  const problems = error instanceof ApiError ? (error.details.problems ?? []) : [];
  return problems.map(({ path, problem }) => (
    <div key={`${path} ${problem}`}>
      {path}: {problem}
    </div>
  ));
}

function withoutNull<T extends object>(change: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value != null)) as never;
}
