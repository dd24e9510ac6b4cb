import BoldIcon from '@mui/icons-material/FormatBold';
import ItalicIcon from '@mui/icons-material/FormatItalic';
import ListIcon from '@mui/icons-material/FormatListBulleted';
import NumberedIcon from '@mui/icons-material/FormatListNumbered';
import QuoteIcon from '@mui/icons-material/FormatQuote';
import RedoIcon from '@mui/icons-material/Redo';
import UndoIcon from '@mui/icons-material/Undo';
import { Box, MenuItem, type SvgIconProps, TextField, ToggleButton, Tooltip } from '@mui/material';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslate } from 'ra-core';
import type { ComponentType } from 'react';
import { LinkButton } from './LinkButton.tsx';
import { toolBarLook } from './tool-bar-look.ts';
import { toolButton } from './tool-button.ts';

const levels = [2, 3, 4] as const;

interface Tool {
  readonly name: string;
  readonly icon: ComponentType<SvgIconProps>;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly run: () => unknown;
}

/** What can be done to the text, by buttons; each also has its usual keys. */
export function ArticleToolbar({ editor }: { editor: Editor }) {
  const translate = useTranslate();
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      level: levels.find((level) => now.isActive('heading', { level })) ?? 0,
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  const at = () => editor.chain().focus();
  const tools: readonly Tool[] = [
    { name: 'bold', icon: BoldIcon, isOn: state.bold, run: () => at().toggleBold().run() },
    { name: 'italic', icon: ItalicIcon, isOn: state.italic, run: () => at().toggleItalic().run() },
    { name: 'bullets', icon: ListIcon, isOn: state.bullets, run: () => at().toggleBulletList().run() },
    { name: 'numbers', icon: NumberedIcon, isOn: state.numbers, run: () => at().toggleOrderedList().run() },
    { name: 'quote', icon: QuoteIcon, isOn: state.quote, run: () => at().toggleBlockquote().run() },
    { name: 'undo', icon: UndoIcon, isOff: !state.canUndo, run: () => at().undo().run() },
    { name: 'redo', icon: RedoIcon, isOff: !state.canRedo, run: () => at().redo().run() },
  ];
  const setLevel = (level: number) => {
    const known = levels.find((one) => one === level);
    if (known) at().setHeading({ level: known }).run();
    else at().setParagraph().run();
  };
  return (
    <Box role="toolbar" aria-label={translate('galley.article.tools.label')} sx={toolBarLook}>
      <TextField
        select
        margin="none"
        value={state.level}
        onChange={({ target }) => setLevel(Number(target.value))}
        sx={{ width: { xs: 120, sm: 148 }, mr: 0.5, '& .MuiSelect-select': { py: 0.5 } }}
        slotProps={{ select: { inputProps: { 'aria-label': translate('galley.article.tools.level') } } }}
      >
        {[0, ...levels].map((level) => (
          <MenuItem key={level} value={level}>
            {translate(`galley.article.tools.level${level}`)}
          </MenuItem>
        ))}
      </TextField>
      {tools.slice(0, 2).map((tool) => (
        <ToolButton key={tool.name} tool={tool} />
      ))}
      <LinkButton editor={editor} />
      {tools.slice(2).map((tool) => (
        <ToolButton key={tool.name} tool={tool} />
      ))}
    </Box>
  );
}

function ToolButton({ tool: { name, icon: Icon, isOn = false, isOff = false, run } }: { tool: Tool }) {
  const translate = useTranslate();
  const label = translate(`galley.article.tools.${name}`);
  return (
    <Tooltip title={label}>
      <span>
        <ToggleButton
          value={name}
          size="small"
          selected={isOn}
          disabled={isOff}
          onClick={run}
          aria-label={label}
          sx={toolButton}
        >
          <Icon fontSize="small" />
        </ToggleButton>
      </span>
    </Tooltip>
  );
}
