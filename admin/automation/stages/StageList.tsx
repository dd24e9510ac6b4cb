import { useTranslate } from 'ra-core';
import { memo, useMemo, useState } from 'react';
import { Panel } from '../../shell/Panel.tsx';
import { type Queue, type RunFacts, type StageFacts, useStages } from '../run/use-run.ts';
import { RunNowDialog } from '../schedule/RunNowDialog.tsx';
import { StageActions } from './StageActions.tsx';
import { StageApart } from './StageApart.tsx';
import { StageCard } from './StageCard.tsx';
import { StageDetails } from './StageDetails.tsx';

interface Props {
  readonly run: RunFacts;
  /** What waits on its site now; left out where the run is one of the past, which is shown as it was. */
  readonly queues: readonly Queue[] | undefined;
}

const unnamed = { one: 'item', many: 'items' };

/** A card for each stage of the run and, where it shows the pipeline as it is now, for each other stage. */
export function StageList({ run, queues }: Props) {
  const translate = useTranslate();
  const known = useStages();
  const [details, setDetails] = useState<StageFacts>();
  const [alone, setAlone] = useState<Pick<StageFacts, 'key' | 'title'>>();
  const nouns = useMemo(
    () => new Map(known.map(({ key, itemNoun, itemsNoun }) => [key, { one: itemNoun, many: itemsNoun }])),
    [known],
  );
  const { id, siteId, status, active, pause, waitingFor, error, currentStage } = run;
  const seen = useMemo(
    () => ({ id, siteId, status, active, pause, waitingFor, error }),
    [id, siteId, status, active, pause, waitingFor, error],
  );
  const pendingOf = (key: string) => queues?.find((queue) => queue.key === key)?.pending ?? 0;
  const ofRun = run.stages.map((stage, index) => ({
    number: stage.number,
    card: (
      <StageOfRun
        key={stage.key}
        stage={stage}
        run={seen}
        nouns={nouns.get(stage.key) ?? unnamed}
        after={run.stages[index - 1]?.number}
        isCurrent={stage.key === currentStage}
        pending={pendingOf(stage.key)}
        onDetails={setDetails}
        onRunNow={setAlone}
      />
    ),
  }));
  const isOfRun = (key: string) => run.stages.some((stage) => stage.key === key);
  const apart = (queues ? known : []).flatMap((stage) =>
    isOfRun(stage.key)
      ? []
      : {
          number: stage.number,
          card: (
            <StageApart
              key={stage.key}
              stage={stage}
              pending={pendingOf(stage.key)}
              isRunning={active}
              onRunNow={setAlone}
            />
          ),
        },
  );
  const cards = [...ofRun, ...apart].sort((one, other) => one.number - other.number);
  return (
    <Panel title={translate('galley.automation.stages')} isPadded={false}>
      {cards.map(({ card }) => card)}
      {details && <StageDetails run={run} stageKey={details.key} onClose={() => setDetails(undefined)} />}
      {alone && <RunNowDialog siteId={siteId} run={run} stage={alone} onClose={() => setAlone(undefined)} />}
    </Panel>
  );
}

type StageOfRunProps = Parameters<typeof StageCard>[0] & Omit<Parameters<typeof StageActions>[0], 'noun'>;

/** Drawn anew only where something of it has changed: the run changes several times a second. */
const StageOfRun = memo(function StageOfRun({ stage, run, nouns, after, ...rest }: StageOfRunProps) {
  return (
    <StageCard
      stage={stage}
      run={run}
      nouns={nouns}
      after={after}
      actions={<StageActions stage={stage} noun={nouns.one} run={run} {...rest} />}
    />
  );
});
