import { Box, FormHelperText, FormLabel, type SxProps, type Theme } from '@mui/material';
import type { Extensions } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useInput, useTranslate, ValidationError } from 'ra-core';
import { useEffect, useId, useRef } from 'react';
import { articleLook } from '../article-look.ts';
import { ArticleToolbar } from './ArticleToolbar.tsx';
import { tidied } from './tidied.ts';

const paper = {
  px: { xs: 2, md: 4 },
  py: 2,
  '& .ProseMirror': { maxWidth: '68ch', mx: 'auto', minHeight: 240, outline: 'none' },
};

interface ArticleInputProps {
  readonly source: string;
  readonly language?: string | undefined;
  /** What an article may hold. */
  readonly extensions: Extensions;
}

/** An article's text, edited as it will look: an input of a form. */
export function ArticleInput({ source, language, extensions }: ArticleInputProps) {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source, defaultValue: '' });
  const labelId = useId();
  const helpId = useId();
  const { onChange, onBlur, value } = field;
  /** What the editor holds, as the form has it. */
  const held = useRef<string>(value);
  const change = useRef(onChange);
  change.current = onChange;
  const { error, invalid } = fieldState;
  const editor = useEditor({
    extensions,
    content: value,
    onUpdate: ({ editor: changed }) => {
      held.current = changed.isEmpty ? '' : tidied(changed.getHTML());
      change.current(held.current);
    },
    onBlur,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        'aria-describedby': helpId,
        ...(language && { lang: language }),
      },
    },
  });

  useEffect(() => {
    // What the form was given anew, such as after saving; not what was written here.
    if (!editor || value === held.current) return;
    held.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  return (
    <Box sx={{ width: '100%', mt: 1 }}>
      <FormLabel id={labelId} error={invalid} sx={{ fontSize: '0.8125rem' }}>
        {translate('galley.article.text')}
      </FormLabel>
      <Box
        sx={{
          border: '1px solid',
          borderColor: invalid ? 'error.main' : 'divider',
          borderRadius: 1,
          mt: 0.5,
          backgroundColor: 'background.paper',
          '&:focus-within': { borderColor: 'primary.main' },
        }}
      >
        {editor && <ArticleToolbar editor={editor} />}
        <Box sx={[articleLook, paper] as SxProps<Theme>}>
          <EditorContent editor={editor} />
        </Box>
      </Box>
      <FormHelperText id={helpId} error={invalid}>
        {error?.message ? <ValidationError error={error.message} /> : translate('galley.article.textHelp')}
      </FormHelperText>
    </Box>
  );
}
