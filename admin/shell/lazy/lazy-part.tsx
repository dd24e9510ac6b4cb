import { type FunctionComponent, use, useEffect, useReducer } from 'react';
import { loadCode } from '../../data/load-code.ts';
import { UnloadedPart, type UnloadedProps } from './Unloaded.tsx';

type Loaded<Props> = { readonly Part: FunctionComponent<Props> } | { readonly error: unknown };

/**
 * A part of a page whose code is loaded when it is first shown. What did not come is loaded anew when the part is
 * shown again or asked for again; `Unloaded` stands in its place until then.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  Unloaded: FunctionComponent<UnloadedProps> = UnloadedPart,
): FunctionComponent<Props> {
  // Not React.lazy, which keeps a failure for good.
  let loading: Promise<Loaded<Props>> | undefined;
  return function LazyPart(props) {
    const [, showAgain] = useReducer((times: number) => times + 1, 0);
    loading ??= loadCode(load).then(
      (Part) => ({ Part }),
      (error) => ({ error }),
    );
    const loaded = use(loading);
    const failed = 'error' in loaded ? loading : undefined;
    useEffect(() => () => forget(failed), [failed]);
    if ('Part' in loaded) return <loaded.Part {...props} />;
    const tryAgain = () => {
      forget(failed);
      showAgain();
    };
    return <Unloaded error={loaded.error} onAgain={tryAgain} />;
  };

  function forget(failed: typeof loading) {
    if (loading === failed) loading = undefined;
  }
}
