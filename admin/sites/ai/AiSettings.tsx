import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../../shell/Panel.tsx';
import { AiKeys } from './AiKeys.tsx';
import { AiModelsForm } from './AiModelsForm.tsx';
import { useAiSettings } from './ai-settings-data.ts';
import { TestButton } from './TestButton.tsx';

/** By whom the AI calls of all the account's sites are answered, and what that comes to for this one. */
export function AiSettings({ siteId }: { siteId: string }) {
  const translate = useTranslate();
  const text = (name: string) => translate(`galley.ai.${name}`);
  const { data, error } = useAiSettings(siteId);
  // Nobody loses what they are writing by its being read again in vain.
  if (error && !data) return <Alert severity="error">{error.message}</Alert>;
  if (!data) return null;
  const { aiSettings, aiProviders } = data;
  const told = (models: readonly { provider: string; model: string }[]) =>
    models.map(({ provider, model }) => `${provider}: ${model}`).join(', ');
  return (
    <Panel title={text('title')} actions={<TestButton />}>
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Typography color="textSecondary">{text('help')}</Typography>
        {aiProviders.sample && <Alert severity="info">{aiProviders.sample}</Alert>}
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: 1 }}>
          <dt>{text('writes')}</dt>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {told(aiProviders.text)}
          </Box>
          <dt>{text('paints')}</dt>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {told(aiProviders.image)}
          </Box>
        </Box>
        <AiKeys keys={aiSettings.keys} />
        <AiModelsForm settings={aiSettings} />
      </Box>
    </Panel>
  );
}
