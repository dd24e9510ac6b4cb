import { Typography } from '@mui/material';
import {
  AutocompleteInput,
  NumberInput,
  required,
  SelectInput,
  TextArrayInput,
  TextInput,
  useTranslate,
} from 'react-admin';
import type { PointOfView } from '../data/gql/graphql.ts';
import { CodeInput } from './CodeInput.tsx';
import { countriesFor, languagesFor } from './codes.ts';

// Which are without the one that a site begins with.
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, name: id }));
const pointsOfView: readonly PointOfView[] = ['NEUTRAL', 'WE', 'I'];
const about = (field: string) => `resources.sites.about.${field}`;

/** The fields of a site, for making and for changing one. */
export function SiteInputs() {
  return (
    <>
      <Heading text={about('basics')} />
      <TextInput source="name" validate={required()} helperText={about('name')} />
      {/* No input of type url: the browser would say what is wrong with it, in its own words. */}
      <TextInput source="url" helperText={about('url')} slotProps={{ htmlInput: { inputMode: 'url' } }} />
      <CodeInput source="language" helperText={about('language')} choicesFor={languagesFor} />
      <CodeInput source="country" helperText={about('country')} choicesFor={countriesFor} />
      <AutocompleteInput source="timeZone" choices={zones} helperText={about('timeZone')} />
      <Heading text={about('writing')} />
      <TextInput source="audience" multiline helperText={about('audience')} />
      <TextInput source="brandVoice" multiline helperText={about('brandVoice')} />
      <TextArrayInput source="avoidWords" helperText={about('avoidWords')} />
      <SelectInput
        source="pointOfView"
        choices={pointsOfView.map((id) => ({ id, name: `resources.sites.pointOfView.${id}` }))}
      />
      <NumberInput source="wordTarget" min={1} helperText={about('wordTarget')} />
    </>
  );
}

function Heading({ text }: { text: string }) {
  const translate = useTranslate();
  return (
    <Typography variant="h2" sx={{ mt: 2, mb: 0.5 }}>
      {translate(text)}
    </Typography>
  );
}
