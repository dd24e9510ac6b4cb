import PipelineIcon from '@mui/icons-material/AccountTreeOutlined';
import UsageIcon from '@mui/icons-material/InsightsOutlined';
import ReviewIcon from '@mui/icons-material/RateReviewOutlined';
import HomeIcon from '@mui/icons-material/SpaceDashboardOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import { ListSubheader, MenuList, type SvgIconProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import { MenuItemLink, useCanAccess, useGetResourceLabel, useSidebarState, useTranslate } from 'react-admin';
import { type ResourceName, resource } from '../data/resource.ts';
import { pages } from '../pages.ts';
import { SiteSwitcher } from './site/SiteSwitcher.tsx';
import { useSite } from './site/use-site.ts';

/** All pages, in the plan's groups. */
export function ConsoleMenu() {
  const { site } = useSite();
  return (
    <nav aria-label="Galley">
      <SiteSwitcher />
      <MenuList component="div" disablePadding>
        <Entry to="/" text="galley.menu.home" icon={HomeIcon} />
        <Group title="galley.menu.sites">
          <Entry to="/sites" text="galley.menu.siteManagement" icon={pages[resource.sites].icon} end />
          {site && <Entry to={`/sites/${site.id}`} text="galley.menu.siteSettings" icon={SettingsIcon} />}
        </Group>
        <Group title="galley.menu.automation">
          <Entry to="/automation" text="galley.menu.pipeline" icon={PipelineIcon} />
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
          <Entry to="/writer/review" text="galley.menu.review" icon={ReviewIcon} />
        </Group>
        <Group title="galley.menu.account">
          <ResourceEntry name={resource.creditEntries} />
          <Entry to="/account/ai-usage" text="galley.menu.aiUsage" icon={UsageIcon} />
          <ResourceEntry name={resource.users} />
          <ResourceEntry name={resource.apiKeys} />
        </Group>
      </MenuList>
    </nav>
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
          ...{
            lineHeight: '28px',
            mt: 1,
            px: 2.25,
            fontSize: '0.7188rem',
            fontWeight: 600,
            color: 'text.secondary',
          },
          ...{ background: 'none', visibility: isOpen ? 'visible' : 'hidden' },
        }}
      >
        {translate(title)}
      </ListSubheader>
      {children}
    </>
  );
}

function ResourceEntry({ name }: { name: Exclude<ResourceName, 'automation/runs'> }) {
  const label = useGetResourceLabel();
  const { canAccess } = useCanAccess({ resource: name, action: 'list' });
  if (!canAccess) return null;
  return <Entry to={`/${name}`} text={label(name, 2)} icon={pages[name].icon} />;
}

interface EntryProps {
  readonly to: string;
  readonly text: string;
  readonly icon: ComponentType<SvgIconProps>;
  readonly end?: boolean;
}

function Entry({ to, text, icon: Icon, end = to === '/' }: EntryProps) {
  const translate = useTranslate();
  return (
    <MenuItemLink to={to} end={end} primaryText={translate(text, { _: text })} leftIcon={<Icon />} dense />
  );
}
