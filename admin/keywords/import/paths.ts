import { resource } from '../../data/resource.ts';

/** The page of all imports. */
export const importsPath = `/${resource.keywords}/imports`;

/** The page of one's receipt. */
export const receiptPath = (id: string) => `${importsPath}/${id}`;
