import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TextCall } from '#stage';
import { faultOf } from '../../server/ai/providers/fault.ts';
import { GalleyError } from '../../server/errors.ts';
import { fails, openFaultServer } from '../support/fault-server.ts';
import { providersOf } from '../support/provider-tools.ts';

const server = await openFaultServer();
const key = 'sk-secret-0123456789abcdef';
const told = (error: unknown) => faultOf(error, { provider: 'one', model: 'gpt-9', purpose: 'outline' });

describe('A connection', async () => {
  const freePort = await portOfNobody();
  const call: TextCall<string, { ok: boolean }> = {
    purpose: 'check',
    promptVersion: '1',
    prompt: (user) => ({ system: 'Answer.', user }),
    schema: z.object({ ok: z.boolean() }),
    offline: () => ({ ok: true }),
  };
  const { url, choice } = server;
  const port = Number(new URL(url).port);
  const signal = new AbortController().signal;

  it.each([
    [
      'to a host that does not exist',
      'http://nowhere.invalid/v1',
      'AI_UNREACHABLE',
      'there is no host of that name',
    ],
    [
      'to a port where nothing listens',
      `http://127.0.0.1:${freePort}/v1`,
      'AI_UNREACHABLE',
      'nothing listens at its address',
    ],
    [
      'that is not as safe as its address says',
      `https://127.0.0.1:${port}/v1`,
      'AI_CERTIFICATE',
      'does not speak TLS',
    ],
  ])('%s', async (_, address, code, reason) => {
    const { text } = providersOf({ ...choice(key), baseUrls: { compatible: address } });
    const fault = await text.answer(call, 'Hello', { signal }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(GalleyError);
    expect(fault).toMatchObject({ code, message: expect.stringContaining(reason) });
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'it has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is self-signed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'it belongs to another host'],
  ])('with a certificate that is not to be trusted: %s', (code, reason) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error('tls'), { code }) });
    expect(told(error)).toMatchObject({ code: 'AI_CERTIFICATE', message: expect.stringContaining(reason) });
  });

  it('is given up the moment that the caller wants no answer any more', async () => {
    const controller = new AbortController();
    const gone = new DOMException('The run was cancelled', 'AbortError');
    server.behave((response) => {
      response.on('close', () => closed());
      controller.abort(gone);
    });
    let closed = () => {};
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const { text } = providersOf(choice(key));
    await expect(text.answer(call, 'Hello', { signal: controller.signal })).rejects.toBe(gone);
    await isClosed;
  });

  it('shows the key to the provider alone', async () => {
    server.behave(fails(400, { message: `No: ${key}` }));
    const { text } = providersOf(choice(key));
    const fault: unknown = await text.answer(call, 'Hello', { signal }).catch((error: unknown) => error);
    expect(server.requests).toMatchObject([{ key }]);
    expect(fault).toMatchObject({ code: 'AI_BAD_REQUEST' });
    expect(String(fault)).not.toContain(key);
    expect(JSON.stringify(fault)).not.toContain(key);
  });
});

/** A port that was free a moment ago. */
async function portOfNobody(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
