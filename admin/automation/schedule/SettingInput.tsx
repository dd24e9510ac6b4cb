import { FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SettingField } from './setting-fields.ts';

interface Props {
  readonly field: SettingField;
  readonly value: unknown;
  onChange(value: unknown): void;
}

/** One setting, by what its stage declares of it. */
export function SettingInput({ field, value, onChange }: Props) {
  const translate = useTranslate();
  const { label, hint, kind, byDefault, least, most, choices } = field;
  if (kind === 'switch') {
    return (
      <FormControlLabel
        control={<Switch checked={value === true} onChange={(_, isOn) => onChange(isOn)} />}
        label={label}
      />
    );
  }
  const bounds = least !== undefined && most !== undefined ? `${least}–${most}, ` : '';
  const standard = translate('galley.automation.configure.byDefault', { value: `${byDefault}` });
  const help = [`${bounds}${standard}`, hint].filter(Boolean).join('. ');
  if (kind === 'choice') {
    return (
      <TextField
        select
        label={label}
        value={value}
        helperText={help}
        onChange={({ target }) => onChange(target.value)}
      >
        {choices?.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {choice}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (kind === 'text') {
    return <TextField label={label} value={value} onChange={({ target }) => onChange(target.value)} />;
  }
  const number = typeof value === 'number' ? value : Number.NaN;
  const isOut = !(
    number >= (least ?? Number.NEGATIVE_INFINITY) && number <= (most ?? Number.POSITIVE_INFINITY)
  );
  return (
    <TextField
      type="number"
      label={label}
      value={Number.isNaN(number) ? '' : number}
      error={isOut}
      helperText={help}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      slotProps={{ htmlInput: { min: least, max: most } }}
    />
  );
}
