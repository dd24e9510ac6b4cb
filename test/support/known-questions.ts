import type { ImageCall, TextCall } from '#stage';
import type { Providers } from '../../server/ai/provider.ts';
import { tinyPicture } from './tiny-picture.ts';

/** What was asked, by the words in which it is sent: by these a server of a test's finds the answer. */
export interface KnownQuestions {
  /** The same providers, whose every question is noted before it is asked. */
  noting(providers: Providers): Providers;
  /** The stage's own offline answer to the question that is in this text, as JSON; undefined for strange ones. */
  answerTo(text: string): Promise<string | undefined>;
  /** Every question that was noted, by its purpose, in order. */
  readonly purposes: string[];
}

/** A picture of one pixel: PNG, 69 bytes. */
export const onePixel = Buffer.from(tinyPicture.bytes);

export function knowQuestions(): KnownQuestions {
  const answers = new Map<string, () => unknown>();
  const purposes: string[] = [];
  return {
    purposes,
    async answerTo(text) {
      const found = [...answers].findLast(([prompt]) => text.includes(prompt));
      return found && JSON.stringify(await found[1]());
    },
    noting({ text, image, ...others }) {
      const noteText = <Input, Reply>(call: TextCall<Input, Reply>, input: Input) => {
        purposes.push(call.purpose);
        answers.set(call.prompt(input).user, () => call.offline(input));
      };
      const noteImage = <Input>(call: ImageCall<Input>, _input: Input) => purposes.push(call.purpose);
      return {
        ...others,
        text: {
          ...text,
          // The stages then ask for articles as short as the samples with which they are answered.
          isOffline: true,
          answer(call, input, options) {
            noteText(call, input);
            return text.answer(call, input, options);
          },
        },
        image: {
          ...image,
          paint(call, input, options) {
            noteImage(call, input);
            return image.paint(call, input, options);
          },
        },
      };
    },
  };
}
