import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { calmly } from '../../data/live/calmly.ts';
import { heardOnly } from '../../shell/heard-only.ts';
import type { ActivityRow } from './log-rows.ts';
import { newsAfter } from './news.ts';

/** Milliseconds between what is read out: a thousand rows a second are no news. */
const everyMs = 3_000;

interface Props {
  readonly rows: readonly ActivityRow[];
  /** The run's last row when it is first looked at: what was there before is no news. */
  readonly seq: number;
}

/** For those who hear the page: now and then, in a sentence, what has happened since the last one. */
export function LogNews({ rows, seq }: Props) {
  const translate = useTranslate();
  const [told, setTold] = useState('');
  const toldSeq = useRef(seq);
  const tell = useRef((_: readonly ActivityRow[]) => {});
  useEffect(() => {
    const calm = calmly((latest: readonly ActivityRow[]) => {
      const news = newsAfter(toldSeq.current, latest);
      toldSeq.current = Math.max(toldSeq.current, latest.at(-1)?.seq ?? 0);
      if (!news) return;
      const more =
        news.others > 0 ? ` ${translate('galley.automation.log.more', { smart_count: news.others })}` : '';
      setTold(news.message + more);
    }, everyMs);
    tell.current = calm.tell;
    return calm.stop;
  }, [translate]);
  useEffect(() => tell.current(rows), [rows]);
  return (
    <Box role="status" aria-live="polite" sx={heardOnly}>
      {told}
    </Box>
  );
}
