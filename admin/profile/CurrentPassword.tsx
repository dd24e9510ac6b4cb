import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

/** May stay empty where the API does not ask for it. */
export function CurrentPassword({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const translate = useTranslate();
  return (
    <TextField
      type="password"
      label={translate('galley.profile.currentPassword')}
      helperText={translate('galley.profile.currentPasswordHelp')}
      autoComplete="current-password"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
