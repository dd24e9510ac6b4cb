import LinkIcon from '@mui/icons-material/Link';
import { Box, Button, Popover, TextField, ToggleButton, Tooltip } from '@mui/material';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslate } from 'ra-core';
import { type KeyboardEvent, useState } from 'react';
import { isLink } from './is-link.ts';
import { toolButton } from './tool-button.ts';

/** Makes a link of the words that are chosen, changes the one at hand, or takes it away. */
export function LinkButton({ editor }: { editor: Editor }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [address, setAddress] = useState('');
  const { isOn, isOff } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isOn: now.isActive('link'),
      isOff: now.state.selection.empty && !now.isActive('link'),
    }),
  });
  const label = translate('galley.article.tools.link');
  const close = () => setAnchor(null);
  const set = (href: string) => {
    const at = editor.chain().focus().extendMarkRange('link');
    if (href === '') at.unsetLink().run();
    else at.setLink({ href }).run();
    close();
  };
  const isWrong = address !== '' && !isLink(address);
  // Not a form of its own: it would send the one that it stands in.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!isWrong) set(address);
  };
  return (
    <>
      <Tooltip title={label}>
        <span>
          <ToggleButton
            value="link"
            size="small"
            selected={isOn}
            disabled={isOff}
            aria-label={label}
            sx={toolButton}
            onClick={({ currentTarget }) => {
              setAddress(String(editor.getAttributes('link').href ?? ''));
              setAnchor(currentTarget);
            }}
          >
            <LinkIcon fontSize="small" />
          </ToggleButton>
        </span>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 1.5, width: 'min(440px, 90vw)' }}>
          <TextField
            autoFocus
            margin="none"
            label={translate('galley.article.tools.address')}
            value={address}
            error={isWrong}
            helperText={translate('galley.article.tools.addressHelp')}
            onChange={({ target }) => setAddress(target.value)}
            onKeyDown={onKeyDown}
          />
          <Button disabled={isWrong} onClick={() => set(address)}>
            {translate('galley.article.tools.setLink')}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
