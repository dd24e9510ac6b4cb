import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../data/gql/gql.ts';
import type { ImageRowFragment } from '../data/gql/graphql.ts';
import { useWires } from '../data/wires.ts';
import { useAttempt } from '../shell/use-attempt.ts';
import { useRight } from '../shell/use-right.ts';

const replaceDocument = graphql(`
  mutation NewPicture($input: ReplaceImageInput!) {
    replaceImage(input: $input) { image { ...ImageRow } }
  }
`);

/** Has a picture made anew, by the same prompt or another. */
export function NewPictureButton({ image }: { image: ImageRowFragment }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const canWrite = useRight('WRITE');
  const [prompt, setPrompt] = useState<string | null>(null);
  const isAwaited = image.status === 'PENDING' && !image.failure;
  if (!canWrite || isAwaited) return null;
  const close = () => setPrompt(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      await ask(replaceDocument, { input: { id: image.id, prompt } });
    });
    if (isDone) close();
  };
  return (
    <>
      <Button size="small" sx={{ justifySelf: 'start', ml: -0.75 }} onClick={() => setPrompt(image.prompt)}>
        {translate('galley.images.anew')}
      </Button>
      <Dialog open={prompt !== null} onClose={close} fullWidth maxWidth="sm" aria-labelledby="anew-title">
        <form onSubmit={onSubmit}>
          <DialogTitle id="anew-title">{translate('galley.images.anewTitle')}</DialogTitle>
          <DialogContent>
            <DialogContentText sx={{ mb: 1 }}>{translate('galley.images.anewHelp')}</DialogContentText>
            <TextField
              multiline
              minRows={4}
              label={translate('galley.images.prompt')}
              value={prompt ?? ''}
              onChange={({ target }) => setPrompt(target.value)}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={!prompt?.trim()}>
              {translate('galley.images.anew')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
