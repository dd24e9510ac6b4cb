import { GalleyError } from '../galley-error.ts';
import { closed, quoted } from './wording.ts';

/** What keeps the program from starting. */
export const bootErrors = {
  duplicateStage: (d: { stage: string }) =>
    new GalleyError(
      'DUPLICATE_STAGE',
      `Two stages have the key "${d.stage}". Rename one of them, or remove it from STAGE_PLUGINS.`,
      d,
    ),
  unknownAfter: (d: { stage: string; after: string; known: readonly string[] }) =>
    new GalleyError(
      'UNKNOWN_AFTER',
      `The stage "${d.stage}" is declared to come after "${d.after}", which does not exist. The stages are ${quoted(d.known)}.`,
      d,
    ),
  stageCycle: (d: { stages: readonly string[] }) =>
    new GalleyError(
      'STAGE_CYCLE',
      `The stages ${quoted(d.stages)} are each declared to come after another of them, so none can be first. Place one of them after another stage.`,
      d,
    ),
  invalidStage: (d: { stage: string; reason: string }) =>
    new GalleyError(
      'INVALID_STAGE',
      `The stage "${d.stage}" cannot be used: ${closed(d.reason)} Correct it, or remove it from STAGE_PLUGINS.`,
      d,
    ),
  pluginNotLoaded: (d: { plugin: string; reason: string }) =>
    new GalleyError(
      'PLUGIN_NOT_LOADED',
      `The stage plugin "${d.plugin}" could not be loaded: ${closed(d.reason)} Correct it, or remove it from STAGE_PLUGINS.`,
      d,
    ),
  /** `isUnset`: without it, something else that is set makes no sense. */
  invalidConfig: (d: { variable: string; problem: string; isUnset?: boolean }) =>
    new GalleyError(
      'INVALID_CONFIG',
      d.isUnset
        ? `The environment variable ${d.variable} is not set, but ${closed(d.problem)} Set it.`
        : `The environment variable ${d.variable} is not valid: ${closed(d.problem)} Correct or unset it.`,
      d,
    ),
  addressUnusable: (d: { host: string; port: number; reason: string }) =>
    new GalleyError(
      'ADDRESS_UNUSABLE',
      `Galley cannot listen on port ${d.port} of ${d.host}: ${closed(d.reason)} Set another one in PORT or HOST.`,
      d,
    ),
  databaseUnreachable: (d: { reason: string }) =>
    new GalleyError(
      'DATABASE_UNREACHABLE',
      `MongoDB does not answer: ${closed(d.reason)} Check MONGODB_URI and that the server runs as a replica set.`,
      d,
      'transient',
    ),
  embeddedUnavailable: (d: { tried: readonly { where: string; reason: string }[] }) =>
    new GalleyError(
      'EMBEDDED_UNAVAILABLE',
      `No MongoDB server was found, and none could be downloaded. Install MongoDB 6 or newer so that mongod is on the PATH, name a mongod in MONGOMS_SYSTEM_BINARY, or set MONGODB_URI to the address of a running replica set. Tried:${d.tried.map(({ where, reason }) => `\n  - ${where}: ${closed(reason)}`).join('')}`,
      d,
    ),
  embeddedFailed: (d: { dataDir: string; reason: string }) =>
    new GalleyError(
      'EMBEDDED_FAILED',
      `The embedded MongoDB on ${d.dataDir} cannot be used: ${closed(d.reason)} Fix that, choose another folder in DATA_DIR, or set MONGODB_URI to the address of a database.`,
      d,
    ),
};
