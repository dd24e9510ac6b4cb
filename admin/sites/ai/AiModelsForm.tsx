import { Box, Button, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { AiSettingsViewFragment, UpdateAiSettingsInput } from '../../data/gql/graphql.ts';
import { useWires } from '../../data/wires.ts';
import { useAttempt } from '../../shell/use-attempt.ts';
import { showAiSettings, updateAiDocument } from './ai-settings-data.ts';

const names = ['textModels', 'imageModels', 'baseUrl', 'usdPerMonth'] as const;
type Name = (typeof names)[number];

/** Which models are asked, where, and for how much at most. */
export function AiModelsForm({ settings }: { settings: AiSettingsViewFragment }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const cache = useQueryClient();
  const before: Readonly<Record<Name, string>> = {
    textModels: settings.textModels.join(', '),
    imageModels: settings.imageModels.join(', '),
    baseUrl: settings.baseUrl ?? '',
    usdPerMonth: String(settings.usdPerMonth ?? ''),
  };
  // Apart from what is there: whatever else is changed meanwhile, and by whomever, what is typed stays.
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const fields = { ...before, ...typed };
  const changed = names.filter((name) => fields[name].trim() !== before[name]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const input = Object.fromEntries(changed.map((name) => [name, valueFor(name, fields[name])]));
    void attempt(async () => {
      const { updateAiSettings } = await ask(updateAiDocument, { input: input as UpdateAiSettingsInput });
      showAiSettings(cache, updateAiSettings.aiSettings);
      setTyped((now) =>
        Object.fromEntries(Object.entries(now).filter(([name, text]) => text !== typed[name as Name])),
      );
      notify('galley.ai.saved', { type: 'success' });
    });
  };
  return (
    <Box component="form" onSubmit={onSubmit} sx={{ display: 'grid' }}>
      <Typography variant="h3">{translate('galley.ai.models')}</Typography>
      {names.map((name) => (
        <TextField
          key={name}
          type={name === 'usdPerMonth' ? 'number' : 'text'}
          label={translate(`galley.ai.fields.${name}`)}
          helperText={translate(`galley.ai.about.${name}`)}
          value={fields[name]}
          onChange={({ target }) => setTyped((now) => ({ ...now, [name]: target.value }))}
          slotProps={{ htmlInput: name === 'usdPerMonth' ? { min: 0, step: 'any' } : {} }}
        />
      ))}
      <Button
        type="submit"
        variant="contained"
        disabled={changed.length === 0}
        sx={{ justifySelf: 'start', mt: 1 }}
      >
        {translate('galley.ai.apply')}
      </Button>
    </Box>
  );
}

/** Lists stand with commas between; an empty text is none. */
function valueFor(name: Name, text: string): string | number | string[] | null {
  if (name === 'textModels' || name === 'imageModels')
    return text.split(',').flatMap((part) => part.trim() || []);
  if (text.trim() === '') return null;
  return name === 'usdPerMonth' ? Number(text) : text.trim();
}
