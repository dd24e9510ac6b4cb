import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import { Accordion, AccordionDetails, AccordionSummary, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useStages } from '../run/use-run.ts';
import type { ConfigDraft } from './config-draft.ts';
import { SettingInput } from './SettingInput.tsx';
import { settingFields } from './setting-fields.ts';

interface Props {
  readonly draft: ConfigDraft;
  onChange(draft: ConfigDraft): void;
}

const grid = {
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
  alignItems: 'start',
};

/** What each stage lets one set, and what a run may cost. */
export function AdvancedSettings({ draft, onChange }: Props) {
  const translate = useTranslate();
  const stages = useStages();
  const say = (key: string) => translate(`galley.automation.configure.${key}`);
  const set = (stage: string, name: string, value: unknown) =>
    onChange({
      ...draft,
      stages: { ...draft.stages, [stage]: { ...draft.stages[stage], [name]: value } },
    });
  return (
    <Accordion disableGutters variant="outlined" sx={{ '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Typography component="span">{say('advanced')}</Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 2 }}>
        {stages.map((stage) => {
          const fields = settingFields(stage.settingsSchema);
          if (fields.length === 0) return null;
          return (
            <Box key={stage.key} component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
              <Typography component="legend" variant="h3" sx={{ mb: 0.5 }}>
                {translate('galley.automation.stage.title', { number: stage.number, title: stage.title })}
              </Typography>
              <Box sx={grid}>
                {fields.map((field) => (
                  <SettingInput
                    key={field.name}
                    field={field}
                    value={draft.stages[stage.key]?.[field.name] ?? null}
                    onChange={(value) => set(stage.key, field.name, value)}
                  />
                ))}
              </Box>
            </Box>
          );
        })}
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
          <Typography component="legend" variant="h3" sx={{ mb: 0.5 }}>
            {say('limits')}
          </Typography>
          <Box sx={grid}>
            {(['maxFailedItems', 'usdPerRun', 'pausedDays', 'catchUpHours'] as const).map((name) => (
              <TextField
                key={name}
                type="number"
                label={say(name)}
                helperText={say(`${name}Help`)}
                value={draft[name] ?? ''}
                onChange={({ target }) =>
                  onChange({ ...draft, [name]: target.value === '' ? null : Number(target.value) })
                }
              />
            ))}
          </Box>
        </Box>
      </AccordionDetails>
    </Accordion>
  );
}
