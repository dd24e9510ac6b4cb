import { Box } from '@mui/material';
import { keyframes } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Fragment } from 'react';
import { useFigure } from '../../shell/formats.ts';
import type { FlowNode } from './flow-nodes.ts';

const flowing = keyframes`to { stroke-dashoffset: -12; }`;

/** Keywords → … → Review, each with what waits there; the way along which items go moves. */
export function PipelineFlow({ nodes }: { nodes: readonly FlowNode[] }) {
  const translate = useTranslate();
  const last = nodes.at(-1)?.key;
  return (
    <Box
      component="ol"
      aria-label={translate('galley.automation.flow.label')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'flex',
        flexDirection: { xs: 'column', md: 'row' },
        alignItems: { xs: 'stretch', md: 'start' },
      }}
    >
      {nodes.map((node) => (
        <Fragment key={node.key}>
          <Node node={node} />
          {node.key !== last && <Way isActive={node.isActive} isDone={node.isDone} />}
        </Fragment>
      ))}
    </Box>
  );
}

function Node({ node }: { node: FlowNode }) {
  const translate = useTranslate();
  const figure = useFigure();
  const { name, count, word, isActive, number } = node;
  return (
    <Box
      component="li"
      sx={{
        // As wide whatever is said: the ways between keep their places.
        flex: { md: '0 1 116px' },
        display: { xs: 'flex', md: 'block' },
        columnGap: 1,
        alignItems: 'baseline',
        minWidth: { md: 72 },
        textAlign: { md: 'center' },
      }}
    >
      <Box
        sx={{
          fontWeight: 550,
          color: isActive ? 'primary.main' : 'text.primary',
          minWidth: { xs: 120, md: 0 },
        }}
      >
        {translate(`galley.automation.flow.names.${name}`, { _: name })}
      </Box>
      <Box
        sx={{
          fontSize: { xs: '1rem', md: '1.375rem' },
          fontWeight: 600,
          letterSpacing: '-0.01em',
          minHeight: { md: 34 },
        }}
      >
        {figure(count)}
      </Box>
      <Box
        sx={{
          color: isActive ? 'primary.main' : 'text.secondary',
          display: { xs: 'flex', md: 'block' },
          columnGap: 0.75,
          // Of two lines, also where there is but one.
          minHeight: { md: 44 },
        }}
      >
        <div>{translate(`galley.automation.flow.words.${word}`)}</div>
        {isActive && <div>{translate('galley.automation.flow.stage', { number })}</div>}
      </Box>
    </Box>
  );
}

function Way({ isActive, isDone }: { isActive: boolean; isDone: boolean }) {
  const tone = isActive ? 'primary.main' : isDone ? 'success.main' : 'text.disabled';
  return (
    <Box
      component="li"
      role="presentation"
      aria-hidden
      sx={{
        flex: { md: '1 1 24px' },
        minWidth: { md: 20 },
        color: tone,
        height: { xs: 14, md: 'auto' },
        pl: { xs: '6px', md: 0 },
        pt: { md: '3px' },
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 100 14"
        preserveAspectRatio="none"
        sx={{
          display: 'block',
          width: { xs: 14, md: '100%' },
          height: 14,
          transform: { xs: 'rotate(90deg)', md: 'none' },
          '& line': { vectorEffect: 'non-scaling-stroke' },
          ...(isActive && {
            '& .way': { strokeDasharray: '6 6', animation: `${flowing} 0.8s linear infinite` },
            '@media (prefers-reduced-motion: reduce)': { '& .way': { animation: 'none' } },
          }),
        }}
      >
        <line
          className="way"
          x1="4"
          y1="7"
          x2="96"
          y2="7"
          stroke="currentColor"
          strokeWidth={isActive ? 2 : 1.5}
        />
      </Box>
    </Box>
  );
}
