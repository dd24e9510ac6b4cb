import { describe, expect, it } from 'vitest';
import { errors } from '../../server/errors.ts';

describe('the refusal for want of credits', () => {
  it.each([
    ['whole numbers where they tell enough', 866_000, 1_039_200, 500_000, '~866 credits', '1,039', '500'],
    [
      'fractions where whole numbers would look affordable',
      866_000,
      1_039_200,
      1_039_000,
      '~866 credits',
      '1,039.2',
      '1,039',
    ],
    [
      'every digit that tells the two apart',
      866_001,
      1_039_202,
      1_039_201,
      '~867 credits',
      '1,039.202',
      '1,039.201',
    ],
    [
      'what is there never rounded up to what is needed',
      866_000,
      1_039_200,
      1_038_960,
      '~866 credits',
      '1,039',
      '1,038.96',
    ],
    ['less than a whole credit', 500, 600, 0, '~1 credit', '0.6', '0'],
  ])('shows %s', (_, estimate, needed, available, need, reserve, have) => {
    expect(errors.insufficientCredits({ estimate, needed, available }).message).toBe(
      `Need ${need} (${reserve} with the 20% reserve), you have ${have}.`,
    );
  });
});

describe('the refusal of a second run', () => {
  const refusal = (startedAt: string, timeZone: string) =>
    errors.runAlreadyActive({
      id: '',
      runId: 'run',
      site: 'Coffee',
      startedAt: new Date(startedAt),
      stage: 4,
      timeZone,
    }).message;

  it.each([
    ['2025-12-03T00:00:00Z', 'UTC', '12:00 AM'],
    ['2025-12-03T00:05:59Z', 'UTC', '12:05 AM'],
    ['2025-12-03T12:00:00Z', 'UTC', '12:00 PM'],
    ['2025-12-03T02:00:00Z', 'UTC', '02:00 AM'],
    // Midnight of the next day, there.
    ['2025-12-03T15:00:00Z', 'Asia/Tokyo', '12:00 AM'],
    // The evening before, there.
    ['2025-12-03T02:00:00Z', 'America/Los_Angeles', '06:00 PM'],
    ['2025-12-03T10:30:00Z', 'Pacific/Kiritimati', '12:30 AM'],
    ['2025-06-30T18:30:00Z', 'Asia/Kolkata', '12:00 AM'],
  ])('tells a start at %s, in %s, as %s', (startedAt, timeZone, time) => {
    expect(refusal(startedAt, timeZone)).toBe(
      `Automation already in progress. Started at ${time}, currently on Stage 4.`,
    );
  });
});
