import { Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import type { AiProvider, AiSettingsViewFragment } from '../../data/gql/graphql.ts';
import { useWires } from '../../data/wires.ts';
import { Time } from '../../shell/Time.tsx';
import { useAttempt } from '../../shell/use-attempt.ts';
import { removeKeyDocument, updateAiDocument } from './ai-settings-data.ts';

const providers: readonly AiProvider[] = ['OPEN_AI', 'ANTHROPIC', 'GOOGLE', 'RUNWARE'];

/** The keys of each provider: told by their last characters, for they are never shown again. */
export function AiKeys({ keys }: { keys: AiSettingsViewFragment['keys'] }) {
  const translate = useTranslate();
  return (
    <Box component="section" aria-label={translate('galley.ai.keys')}>
      <Typography variant="h3">{translate('galley.ai.keys')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {providers.map((provider) => (
          <KeyRow key={provider} provider={provider} known={keys.find((key) => key.provider === provider)} />
        ))}
      </Box>
    </Box>
  );
}

interface KeyRowProps {
  readonly provider: AiProvider;
  readonly known: AiSettingsViewFragment['keys'][number] | undefined;
}

function KeyRow({ provider, known }: KeyRowProps) {
  const translate = useTranslate();
  const text = (name: string, more?: object) => translate(`galley.ai.${name}`, more);
  const { ask } = useWires();
  const attempt = useAttempt();
  const [key, setKey] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const name = text(`providers.${provider}`);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const isDone = await attempt(async () => {
      await ask(updateAiDocument, { input: { keys: [{ provider, key: key.trim() }] } });
    });
    if (isDone) setKey('');
  };
  const remove = async () => {
    setIsAsking(false);
    await attempt(async () => {
      await ask(removeKeyDocument, { input: { provider } });
    });
  };
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Box
        component="form"
        onSubmit={save}
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
      >
        <Box sx={{ width: 150 }}>
          <Box sx={{ fontWeight: 550 }}>{name}</Box>
          <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
            {known ? text('ends', { lastFour: known.lastFour }) : text('noKey')}
          </Box>
        </Box>
        <TextField
          type="password"
          autoComplete="off"
          label={text(known ? 'otherKey' : 'key', { provider: name })}
          value={key}
          onChange={({ target }) => setKey(target.value)}
          margin="none"
          sx={{ flex: 1, minWidth: 180 }}
        />
        <Button type="submit" disabled={key.trim() === ''}>
          {text('setKey')}
        </Button>
        {known && (
          <Button color="error" onClick={() => setIsAsking(true)}>
            {text('removeKey')}
          </Button>
        )}
      </Box>
      {known && (
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary', mt: 0.5 }}>
          {text('setBy', { name: known.setBy })} <Time at={known.setAt} />
        </Box>
      )}
      <Confirm
        isOpen={isAsking}
        title={text('removeAsk', { provider: name })}
        content="galley.ai.removeHelp"
        confirm="galley.ai.removeKey"
        confirmColor="warning"
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </Box>
  );
}
