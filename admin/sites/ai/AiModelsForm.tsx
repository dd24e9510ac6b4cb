import { Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { AiSettingsViewFragment, UpdateAiSettingsInput } from '../../data/gql/graphql.ts';
import { useWires } from '../../data/wires.ts';
import { useAttempt } from '../../shell/use-attempt.ts';
import { updateAiDocument } from './ai-settings-data.ts';

const names = ['textModels', 'imageModels', 'baseUrl', 'usdPerMonth'] as const;
type Name = (typeof names)[number];

/** Which models are asked, where, and for how much at most. */
export function AiModelsForm({ settings }: { settings: AiSettingsViewFragment }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const notify = useNotify();
  const before: Readonly<Record<Name, string>> = {
    textModels: settings.textModels.join(', '),
    imageModels: settings.imageModels.join(', '),
    baseUrl: settings.baseUrl ?? '',
    usdPerMonth: String(settings.usdPerMonth ?? ''),
  };
  const [fields, setFields] = useState(before);
  const changed = names.filter((name) => fields[name].trim() !== before[name]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const input = Object.fromEntries(changed.map((name) => [name, valueFor(name, fields[name])]));
    void attempt(async () => {
      await ask(updateAiDocument, { input: input as UpdateAiSettingsInput });
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
          onChange={({ target }) => setFields({ ...fields, [name]: target.value })}
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
