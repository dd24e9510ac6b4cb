import { rotateSecrets as rotate } from '../../ai-settings/rotate.ts';
import { countOf } from '../../engine/run-log/words.ts';
import { exitCodes } from '../failure.ts';
import { print, say } from '../print.ts';
import { withApp } from '../with-app.ts';

/** `galley rotate-secrets`: puts every stored key under the newest master key. Returns the exit code. */
export async function rotateSecrets(): Promise<number> {
  return withApp(async ({ ai }) => {
    const { rewrapped, fresh, unreadable } = await rotate(ai);
    print(
      `${countOf(rewrapped, 'key is', 'keys are')} now encrypted with the newest secret; ${countOf(fresh, 'was', 'were')} already.`,
    );
    if (unreadable === 0) return exitCodes.done;
    say(
      `${countOf(unreadable, 'key', 'keys')} cannot be decrypted with any secret of GALLEY_SECRET. Add the old secret, or set the keys again.`,
    );
    return exitCodes.failed;
  });
}
