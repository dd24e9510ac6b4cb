import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { EditorFrame } from './EditorFrame.tsx';
import { toolBarLook } from './tool-bar-look.ts';

/** What stands there until the editor does: the article as it will be in it, so that nothing moves when it comes. */
export function OpeningEditor({ html, language }: { html: string; language?: string | undefined }) {
  const translate = useTranslate();
  return (
    <EditorFrame
      bar={
        <Box sx={{ ...toolBarLook, px: 1.5, color: 'text.secondary' }}>
          {translate('galley.article.opening')}
        </Box>
      }
    >
      {/* The API has made it safe, and the page's policy lets nothing in it run. */}
      <div className="ProseMirror" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
    </EditorFrame>
  );
}
