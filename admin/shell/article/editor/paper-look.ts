import { keyframes } from '@mui/material/styles';

const blink = keyframes`to { visibility: hidden; }`;

/** The place where there is no text yet to put the caret into, such as between two tables. */
const gapLook = {
  '& .ProseMirror-gapcursor': { display: 'none', pointerEvents: 'none', position: 'absolute', m: 0 },
  '& .ProseMirror-focused .ProseMirror-gapcursor': { display: 'block' },
  '& .ProseMirror-gapcursor::after': {
    content: '""',
    display: 'block',
    position: 'absolute',
    top: -2,
    width: 20,
    borderTop: '1px solid',
    animation: `${blink} 1.1s steps(2, start) infinite`,
  },
  '& .ProseMirror-hideselection *::selection': { background: 'transparent' },
  '& .ProseMirror-hideselection *': { caretColor: 'transparent' },
};

/** What a text needs in order to be written in. Tiptap's own comes as a style element, which the page's policy forbids. */
export const paperLook = {
  px: { xs: 2, md: 4 },
  py: 2,
  '& .ProseMirror': {
    position: 'relative',
    maxWidth: '68ch',
    mx: 'auto',
    minHeight: 240,
    outline: 'none',
    whiteSpace: 'break-spaces',
    fontVariantLigatures: 'none',
  },
  '& .ProseMirror pre': { whiteSpace: 'pre-wrap' },
  '& img.ProseMirror-separator': { display: 'inline', border: 0, m: 0, width: 0, height: 0 },
  ...gapLook,
};
