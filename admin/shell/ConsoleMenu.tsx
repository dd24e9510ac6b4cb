import PipelineIcon from '@mui/icons-material/AccountTreeOutlined';
import UnnamedIcon from '@mui/icons-material/CircleOutlined';
import UsageIcon from '@mui/icons-material/InsightsOutlined';
import SitesIcon from '@mui/icons-material/LanguageOutlined';
import ReviewIcon from '@mui/icons-material/RateReviewOutlined';
import HomeIcon from '@mui/icons-material/SpaceDashboardOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import { Box, List, ListSubheader } from '@mui/material';
import type { ReactNode } from 'react';
import {
  useCanAccess,
  useGetResourceLabel,
  useResourceDefinition,
  useSidebarState,
  useTranslate,
} from 'react-admin';
import { type ResourceName, resource } from '../data/resource.ts';
import { MenuEntry } from './MenuEntry.tsx';
import { SiteSwitcher } from './site/SiteSwitcher.tsx';
import { useSite } from './site/use-site.ts';

/** All pages, in the plan's groups. */
export function ConsoleMenu() {
  const translate = useTranslate();
  const { site, sites, isPending } = useSite();
  return (
    <Box
      component="nav"
      aria-label={translate('galley.menu.label')}
      sx={{ width: '100%', pt: sites.length === 0 && !isPending ? 2 : 0.5, pb: 3 }}
    >
      <SiteSwitcher />
      <List component="div" disablePadding>
        <MenuEntry to="/" text="galley.menu.home" icon={HomeIcon} />
        <Group title="galley.menu.sites">
          <MenuEntry to="/sites" text="galley.menu.siteManagement" icon={SitesIcon} end />
          {(site || isPending) && (
            <MenuEntry
              to={`/sites/${site?.id ?? ''}`}
              text="galley.menu.siteSettings"
              icon={SettingsIcon}
              isAwaited={isPending}
            />
          )}
        </Group>
        <Group title="galley.menu.automation">
          <MenuEntry to="/automation" text="galley.menu.pipeline" icon={PipelineIcon} />
        </Group>
        <Group title="galley.menu.planner">
          <ResourceEntry name={resource.keywords} />
          <ResourceEntry name={resource.clusters} />
          <ResourceEntry name={resource.ideas} />
        </Group>
        <Group title="galley.menu.writer">
          <ResourceEntry name={resource.tasks} />
          <ResourceEntry name={resource.contents} />
          <ResourceEntry name={resource.images} />
          <MenuEntry to="/writer/review" text="galley.menu.review" icon={ReviewIcon} />
        </Group>
        <Group title="galley.menu.account">
          <ResourceEntry name={resource.creditEntries} />
          <MenuEntry to="/account/ai-usage" text="galley.menu.aiUsage" icon={UsageIcon} />
          <ResourceEntry name={resource.users} />
          <ResourceEntry name={resource.apiKeys} />
        </Group>
      </List>
    </Box>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate();
  const [isOpen] = useSidebarState();
  return (
    <>
      <ListSubheader
        component="div"
        disableSticky
        sx={{
          lineHeight: '28px',
          mt: 1,
          px: 2.25,
          fontSize: '0.7188rem',
          fontWeight: 600,
          color: 'text.secondary',
          background: 'none',
          visibility: isOpen ? 'visible' : 'hidden',
        }}
      >
        {translate(title)}
      </ListSubheader>
      {children}
    </>
  );
}

/** Named, and with the sign, as its resource is. */
function ResourceEntry({ name }: { name: ResourceName }) {
  const label = useGetResourceLabel();
  const { icon = UnnamedIcon } = useResourceDefinition({ resource: name });
  const { canAccess, isPending } = useCanAccess({ resource: name, action: 'list' });
  if (!canAccess && !isPending) return null;
  return <MenuEntry to={`/${name}`} text={label(name, 2)} icon={icon} isAwaited={isPending} />;
}
