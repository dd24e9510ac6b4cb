import { Tab, Tabs } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { resource } from '../data/resource.ts';

/** The pipeline as it is, and its runs so far. */
export function AutomationTabs({ at }: { at: 'now' | 'history' }) {
  const translate = useTranslate();
  return (
    <Tabs
      value={at}
      aria-label={translate('galley.automation.tabs.label')}
      sx={{ minHeight: 40, mb: 2, '& .MuiTab-root': { textTransform: 'none', minHeight: 40 } }}
    >
      <Tab value="now" component={Link} to="/automation" label={translate('galley.automation.tabs.now')} />
      <Tab
        value="history"
        component={Link}
        to={`/${resource.runs}`}
        label={translate('galley.automation.tabs.history')}
      />
    </Tabs>
  );
}
