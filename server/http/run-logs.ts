/** A run's log files as plain downloads, to those who may read the run. */
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { ObjectId } from 'mongodb';
import { AutomationRun } from '../../schema/automation-run.ts';
import { errors, GalleyError } from '../errors.ts';
import { requireRights } from '../graphql/auth-checker.ts';
import type { Context } from '../graphql/context.ts';
import { type LogFile, runLogFiles } from '../graphql/runs/run-log-files.ts';
import type { Log } from '../log.ts';

const statuses: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

/** `GET /runs/:id/logs`: all files in one text; `GET /runs/:id/logs/:file`: one of them, as it is. */
export function runLogRoutes(contextOf: (request: Request) => Promise<Context>, log: Log): Router {
  const filesOf = async (request: Request): Promise<{ run: AutomationRun; files: LogFile[] }> => {
    const context = await contextOf(request);
    requireRights(context.caller, ['read']);
    const { id } = request.params;
    const documents = context.documents.of(AutomationRun);
    const run = ObjectId.isValid(`${id}`) ? await documents.require(new ObjectId(`${id}`)) : null;
    if (!run) throw errors.notFound({ kind: 'run', id: `${id}` });
    return { run, files: await runLogFiles(context.documents, run) };
  };
  const all: RequestHandler = async (request, response) => {
    const { run, files } = await filesOf(request);
    send(response, `${run.runId}.log`, inOne(files));
  };
  const one: RequestHandler = async (request, response) => {
    const { run, files } = await filesOf(request);
    const file = files.find(({ name }) => name === request.params.file);
    if (!file) throw errors.notFound({ kind: 'log file', id: `${request.params.file}` });
    send(response, `${run.runId}-${file.name}`, file.text);
  };
  const refuse: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    if (!(error instanceof GalleyError)) log.error({ err: error, path: request.path }, 'no log file sent');
    const { code, message } = error instanceof GalleyError ? error : errors.unexpectedRequest();
    response
      .status(statuses[code] ?? 500)
      .type('text/plain')
      .send(message);
  };
  return Router().get('/runs/:id/logs', all).get('/runs/:id/logs/:file', one).use(refuse);
}

/** The files one after the other, each under its name. */
function inOne(files: readonly LogFile[]): string {
  return files
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `==> ${name} <==\n${text}`)
    .join('\n');
}

function send(response: Response, name: string, text: string): void {
  // It grows while the run goes on, and is for this reader alone.
  response.set('Cache-Control', 'private, no-store').attachment(name).type('text/plain').send(text);
}
