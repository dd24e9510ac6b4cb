import type { NotificationEvent } from '../../schema/notification.ts';
import type { Log } from '../log.ts';

/** A notification as others read it. */
export interface Message {
  /** The same each time that it is delivered, should that be more than once. */
  readonly id: string;
  readonly event: NotificationEvent;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly site: { readonly id: string; readonly name: string };
  /** Null where it is about none: a schedule whose run was refused. */
  readonly run: { readonly id: string; readonly name: string } | null;
  /** For a person. */
  readonly sentence: string;
  /** Where more is to be read; null where it is not configured how people reach us. */
  readonly link: string | null;
}

/** Where notifications go. */
export interface NotificationTarget {
  /** Resolves when it has arrived. Throws NOTIFICATION_NOT_SENT, also when it is aborted; it is tried again then. */
  send(message: Message, signal: AbortSignal): Promise<void>;
}

/** For whoever has named no other place: a line of the program's own log. */
export function logTarget(log: Log): NotificationTarget {
  return {
    async send({ event, site, sentence }) {
      log.info({ event, site: site.id }, `notification: ${sentence}`);
    },
  };
}
