import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TaskQuery } from '../data/gql/graphql.ts';
import { resource } from '../data/resource.ts';
import { InPlace } from '../shell/InPlace.tsx';
import { BesideEachOther, ItemPage } from '../shell/ItemPage.tsx';
import { ItemState } from '../shell/list/ItemState.tsx';
import { Panel } from '../shell/Panel.tsx';
import { ArticlePlan, Fact } from '../shell/plan/ArticlePlan.tsx';
import { PlanLineage } from '../shell/plan/PlanLineage.tsx';
import { Time } from '../shell/Time.tsx';

type Task = TaskQuery['task'];

export function TaskPage() {
  const translate = useTranslate();
  return (
    <ItemPage<Task> needs="site" titleOf={({ title }) => title}>
      {(task) => (
        <BesideEachOther>
          <Panel title={translate('galley.plan.plan')} actions={<ItemState kind="task" item={task} />}>
            <Box sx={{ display: 'grid', gap: 1.5 }}>
              <Fact name="title">
                <InPlace source="title" isOpen={task.status === 'QUEUED'} />
              </Fact>
              <Fact name="wordTarget">
                <InPlace source="wordTarget" type="number" isOpen={task.status === 'QUEUED'} />
              </Fact>
              <ArticlePlan record={task} isOpen={task.status === 'QUEUED'} />
              <Fact name="made">
                <Time at={task.createdAt} />
              </Fact>
            </Box>
          </Panel>
          <Panel title={translate('galley.plan.lineage')}>
            <PlanLineage steps={stepsOf(task)} />
          </Panel>
        </BesideEachOther>
      )}
    </ItemPage>
  );
}

function stepsOf({ cluster, idea, content }: Task) {
  return [
    { what: 'cluster', resource: resource.clusters, item: cluster },
    { what: 'idea', resource: resource.ideas, item: idea && { ...idea, name: idea.title } },
    {
      what: 'content',
      resource: resource.contents,
      kind: 'content',
      item: content && { ...content, name: content.title },
    },
  ] as const;
}
