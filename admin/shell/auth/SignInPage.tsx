import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Form, PasswordInput, required, TextInput, useLogin, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { endedParameter } from '../../data/auth-provider.ts';
import { reasonOf } from '../reason-of.ts';

/** Email and password; then back to where one was. */
export function SignInPage() {
  const translate = useTranslate();
  const login = useLogin();
  const [problem, setProblem] = useState<string | null>(null);
  const [search] = useSearchParams();
  const [isBusy, setIsBusy] = useState(false);
  const signIn = async (values: object) => {
    setProblem(null);
    setIsBusy(true);
    try {
      await login(values);
    } catch (error) {
      setProblem(reasonOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  const needed = required('galley.auth.required');
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Typography
          component="h1"
          sx={{
            fontFamily: 'ui-serif, Georgia, serif',
            fontSize: '2.25rem',
            fontWeight: 600,
            color: 'primary.main',
            lineHeight: 1.1,
          }}
        >
          Galley
        </Typography>
        <Typography sx={{ mb: 3, mt: 0.5, color: 'text.secondary', fontSize: '1rem' }}>
          {translate('galley.auth.tagline')}
        </Typography>
        <Form onSubmit={signIn} sanitizeEmptyValues={false}>
          {search.has(endedParameter) && !problem && (
            <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
              {translate('galley.auth.expired')}
            </Alert>
          )}
          {problem && (
            <Alert severity="error" variant="outlined" sx={{ mb: 1.5 }}>
              {problem}
            </Alert>
          )}
          <TextInput
            source="email"
            type="email"
            label="galley.auth.email"
            autoComplete="username"
            autoFocus
            validate={needed}
          />
          <PasswordInput
            source="password"
            label="galley.auth.password"
            autoComplete="current-password"
            validate={needed}
          />
          <Button type="submit" variant="contained" size="large" fullWidth disabled={isBusy} sx={{ mt: 1 }}>
            {translate('galley.auth.signIn')}
          </Button>
        </Form>
        <Typography variant="body2" sx={{ mt: 2.5, color: 'text.secondary' }}>
          {translate('galley.auth.link')}
        </Typography>
      </Box>
    </Box>
  );
}
