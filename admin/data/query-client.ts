import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './ask.ts';

const mostRetries = 3;

/** React-query's, but that it asks again only where nothing has answered: what the API has said, it would say again. */
export function createQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < mostRetries && error instanceof ApiError && error.code === 'UNREACHABLE';
  return new QueryClient({ defaultOptions: { queries: { retry } } });
}
