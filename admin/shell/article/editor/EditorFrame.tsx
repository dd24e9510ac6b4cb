import { Box, FormHelperText, FormLabel, type SxProps, type Theme } from '@mui/material';
import { useTranslate, ValidationError } from 'ra-core';
import type { ReactNode } from 'react';
import { articleLook } from '../article-look.ts';
import { paperLook } from './paper-look.ts';

interface EditorFrameProps {
  /** What can be done to the text. */
  readonly bar: ReactNode;
  /** Of the words above and below, by which the text is named and described. */
  readonly labelId?: string;
  readonly helpId?: string;
  /** Why what is written cannot be saved. */
  readonly fault?: string | undefined;
  readonly isInvalid?: boolean;
  /** The text, in a `.ProseMirror`. */
  readonly children: ReactNode;
}

/** What stands around an article that is written: the same while its editor is still on its way. */
export function EditorFrame({ bar, labelId, helpId, fault, isInvalid = false, children }: EditorFrameProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ width: '100%', mt: 1 }}>
      <FormLabel id={labelId} error={isInvalid} sx={{ fontSize: '0.8125rem' }}>
        {translate('galley.article.text')}
      </FormLabel>
      <Box
        sx={{
          border: '1px solid',
          borderColor: isInvalid ? 'error.main' : 'divider',
          borderRadius: 1,
          mt: 0.5,
          backgroundColor: 'background.paper',
          '&:focus-within': { borderColor: 'primary.main' },
        }}
      >
        {bar}
        <Box sx={[articleLook, paperLook] as SxProps<Theme>}>{children}</Box>
      </Box>
      <FormHelperText id={helpId} error={isInvalid}>
        {fault ? <ValidationError error={fault} /> : translate('galley.article.textHelp')}
      </FormHelperText>
    </Box>
  );
}
