import { useLocale, useTranslate } from 'ra-core';
import type { StageEstimateQuery } from '../../data/gql/graphql.ts';
import { Fact, Facts } from '../Facts.tsx';
import { useFigure } from '../formats.ts';
import { durationIn, roughly, soonSeconds } from '../time/durations.ts';

type Estimate = StageEstimateQuery['estimateRun'];

/** What a stage would cost and take over what is chosen, each as expected and within which bounds. */
export function StageCosts({ estimate, count }: { estimate: Estimate; count: number }) {
  const translate = useTranslate();
  const locale = useLocale();
  const say = (key: string, values: object = {}) => translate(`galley.lists.run.${key}`, values);
  const figure = useFigure();
  const time = (seconds: number) => durationIn(locale, roughly(seconds));
  const { credits, time: lasting, available, needed, stages } = estimate;
  const waiting = stages[0]?.waiting ?? 0;
  const range = (low: string, high: string) => (low === high ? '' : ` ${say('range', { low, high })}`);
  return (
    <Facts>
      <Fact name={say('items')}>
        {waiting === count ? figure(count) : say('someWait', { waiting, count })}
      </Fact>
      <Fact name={say('credits')}>
        {figure(credits.expected)}
        {range(figure(credits.low), figure(credits.high))}
      </Fact>
      <Fact name={say('time')}>
        {lasting.highSeconds < soonSeconds
          ? say('soon')
          : `${time(lasting.seconds)}${range(time(lasting.lowSeconds), time(lasting.highSeconds))}`}
      </Fact>
      <Fact name={say('available')}>{say('reserve', { available, needed })}</Fact>
    </Facts>
  );
}
