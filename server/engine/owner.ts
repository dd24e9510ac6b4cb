/** How a lease names its holder: machine, process and worker. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** `machine:pid:random`, unique for every worker. */
export function newOwner(): string {
  return `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
}

/** Id of the owner's process, if it is one of this machine. */
export function localPid(owner: string): number | null {
  const [, machine, pid] = /^(.*):(\d+):[^:]*$/.exec(owner) ?? [];
  return machine === hostname() ? Number(pid) : null;
}

/** True when the owner surely works no more: it was a process of this machine, and there is none with its id. */
export function isGone(owner: string): boolean {
  const pid = localPid(owner);
  if (pid === null) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
