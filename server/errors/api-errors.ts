import { GalleyError } from '../galley-error.ts';
import { closed, counted } from './wording.ts';

/** What is wrong with a request, before anything it asks for is looked at. */
export const apiErrors = {
  unauthenticated: () =>
    new GalleyError(
      'UNAUTHENTICATED',
      'You are not signed in. Sign in, or send an API key as "Authorization: Bearer …"; a revoked key does not work.',
    ),
  forbidden: (d: { right: string; kind: string }) =>
    new GalleyError(
      'FORBIDDEN',
      d.kind === 'program'
        ? `This API key may not do that: it lacks the right "${d.right}". Use a key that has it, or sign in.`
        : `You may not do that: your role lacks the right "${d.right}". Ask an owner of the account.`,
      d,
    ),
  notFound: (d: { kind: string; id: string }) =>
    new GalleyError(
      'NOT_FOUND',
      `There is no ${d.kind} "${d.id}". It may have been deleted. Look it up again.`,
      d,
    ),
  /** `id`: of what has the name, where a program can go on with it. */
  nameTaken: (d: { kind: string; name: string; id?: string }) =>
    new GalleyError(
      'NAME_TAKEN',
      `There is already ${/^[aeiou]/.test(d.kind) ? 'an' : 'a'} ${d.kind} named "${d.name}". Choose another name.`,
      d,
    ),
  invalidInput: (d: { problems: readonly { path: string; problem: string }[] }) =>
    new GalleyError(
      'INVALID_INPUT',
      `Some fields are not valid: ${d.problems.map(({ path, problem }) => `${path}: ${problem}`).join('; ')}. Correct them and try again.`,
      d,
    ),
  /** `name` as people call it, such as its title. */
  editRefused: (d: { kind: string; id: string; name: string; why: string; reason?: string }) =>
    new GalleyError('EDIT_REFUSED', `The ${d.kind} "${d.name}" was left as it is: ${d.why}.`, d),
  importTouched: (d: { import: string; touched: number }) =>
    new GalleyError(
      'IMPORT_TOUCHED',
      `${d.touched} of the import's keywords ${d.touched === 1 ? 'has' : 'have'} been processed or edited since. To remove the others, delete them by hand.`,
      d,
    ),
  publishFailed: (d: { slug: string; reason: string }) =>
    new GalleyError(
      'PUBLISH_FAILED',
      `"${d.slug}" could not be published: ${closed(d.reason)} It stays in review: fix that, then publish it again.`,
      d,
      'transient',
    ),
  notificationNotSent: (d: { reason: string }) =>
    new GalleyError(
      'NOTIFICATION_NOT_SENT',
      `The webhook did not accept the notification: ${closed(d.reason)} Galley retries for about two hours; check that NOTIFY_WEBHOOK_URL responds.`,
      d,
      'transient',
    ),
  invalidCursor: (d: { cursor: string }) =>
    new GalleyError(
      'INVALID_CURSOR',
      `"${d.cursor}" is not a cursor for this list. Take one from its pages, with the same sort.`,
      d,
    ),
  idempotencyKeyReused: (d: { key: string }) =>
    new GalleyError(
      'IDEMPOTENCY_KEY_REUSED',
      `The idempotency key "${d.key}" was already used for another request. Use a new key for each thing you want done.`,
      d,
    ),
  requestInProgress: (d: { key: string }) =>
    new GalleyError(
      'REQUEST_IN_PROGRESS',
      `The request with the idempotency key "${d.key}" is still in progress. Send it again in a moment.`,
      d,
      'transient',
    ),
  linkNotValid: () =>
    new GalleyError(
      'LINK_NOT_VALID',
      'This sign-in link has been used or is older than 15 minutes. Ask an owner for a new one, or make one with "galley signin".',
    ),
  signInRefused: () =>
    new GalleyError(
      'SIGN_IN_REFUSED',
      'This address and password do not match. Try again, or ask an owner for a sign-in link.',
    ),
  signInThrottled: (d: { retryAfterSeconds: number }) =>
    new GalleyError(
      'SIGN_IN_THROTTLED',
      `Too many wrong passwords. Wait ${counted(d.retryAfterSeconds, 'second')}, or use a sign-in link.`,
      d,
      'transient',
    ),
  wrongPassword: () =>
    new GalleyError(
      'WRONG_PASSWORD',
      'The current password is wrong. Try again, or sign in with a link and set a new one within the hour.',
    ),
  emailTaken: (d: { email: string }) =>
    new GalleyError(
      'EMAIL_TAKEN',
      `There is already a user with the address "${d.email}". Use another one.`,
      d,
    ),
  userNotFound: (d: { email: string }) =>
    new GalleyError(
      'USER_NOT_FOUND',
      `There is no user with the address "${d.email}". Check the address.`,
      d,
    ),
  apiKeyNotFound: (d: { prefix: string }) =>
    new GalleyError(
      'API_KEY_NOT_FOUND',
      `There is no API key that begins with "${d.prefix}". Give its first 13 characters, as shown in the list of keys.`,
      d,
    ),
  lastOwner: (d: { email: string }) =>
    new GalleyError(
      'LAST_OWNER',
      `"${d.email}" is the account's only owner. Make somebody else an owner first.`,
      d,
    ),
  documentTooLarge: (d: { what: string; count: number; allowed: number }) =>
    new GalleyError(
      'DOCUMENT_TOO_LARGE',
      `The document has ${d.count} ${d.what}; the limit is ${d.allowed}. Ask for less, or use several requests.`,
      d,
    ),
  costTooHigh: (d: { cost: number; allowed: number }) =>
    new GalleyError(
      'COST_TOO_HIGH',
      `The operation costs ${d.cost}; the limit is ${d.allowed}. Ask for fewer fields or smaller pages.`,
      d,
    ),
  unusableValue: (d: { path: string; problem: string }) =>
    new GalleyError('UNUSABLE_VALUE', `In ${d.path} there is ${d.problem}. Leave it out.`, d),
  wrongTransport: (d: { operation: string; transport: string; other: string }) =>
    new GalleyError(
      'WRONG_TRANSPORT',
      `A ${d.operation} cannot be sent over ${d.transport}. Send it over ${d.other}.`,
      d,
    ),
  bodyTooLarge: (d: { allowedBytes: number }) =>
    new GalleyError(
      'BODY_TOO_LARGE',
      `The request is longer than ${Math.floor(d.allowedBytes / 1_024)} KB. Send less at once, such as a list in several requests.`,
      d,
    ),
  bodyUnreadable: (d: { reason: string }) =>
    new GalleyError(
      'BODY_UNREADABLE',
      `The request cannot be read: ${closed(d.reason)} Send JSON in UTF-8.`,
      d,
    ),
  requestRefused: (d: { status: number; reason: string }) =>
    new GalleyError('REQUEST_REFUSED', `The request cannot be answered: ${closed(d.reason)} Correct it.`, d),
  rateLimited: (d: { retryAfterSeconds: number }) =>
    new GalleyError(
      'RATE_LIMITED',
      `Too many requests. Wait ${d.retryAfterSeconds} s, then slow down.`,
      d,
      'transient',
    ),
  tooManySubscriptions: (d: { allowed: number }) =>
    new GalleyError(
      'TOO_MANY_SUBSCRIPTIONS',
      `You already have ${counted(d.allowed, 'subscription')} open, the most allowed. End some of them first.`,
      d,
    ),
  originNotAllowed: (d: { origin: string }) =>
    new GalleyError(
      'ORIGIN_NOT_ALLOWED',
      `Pages from ${d.origin} may not open sockets here. If that site is yours, add it to ALLOWED_ORIGINS.`,
      d,
    ),
  shuttingDown: () =>
    new GalleyError('SHUTTING_DOWN', 'The server is shutting down. Try again in a moment.', {}, 'transient'),
  /** What people see of a fault of ours. */
  unexpectedRequest: () =>
    new GalleyError(
      'INTERNAL_ERROR',
      'Something went wrong on our side. It has been logged. Try again; if it happens again, tell whoever runs this server.',
      {},
      'transient',
    ),
};
