import { GalleyError } from '../galley-error.ts';
import { closed } from './wording.ts';

/** What goes wrong with pictures. */
export const mediaErrors = {
  mediaNotStored: (d: { key: string; reason: string }) =>
    new GalleyError(
      'MEDIA_NOT_STORED',
      `The image ${d.key} could not be stored: ${closed(d.reason)} Fix that, then resume the run.`,
      d,
    ),
  mediaUnreachable: (d: { bucket: string; reason: string }) =>
    new GalleyError(
      'MEDIA_UNREACHABLE',
      `The image bucket "${d.bucket}" cannot be used: ${closed(d.reason)} Check the S3 variables, and that the bucket responds.`,
      d,
      'transient',
    ),
};
