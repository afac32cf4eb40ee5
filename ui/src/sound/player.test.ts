import { describe, expect, it } from 'vitest';
import { fakeAudio } from './fake-audio';
import { Player } from './player';
import { notesOf } from './tones';

const LEAD_MS = 30;

describe('the player', () => {
  it('schedules every note with its pitch, colour, start and length', async () => {
    const { audio, sounded } = fakeAudio();
    await new Player(() => audio).play(notesOf('short'));
    expect(sounded).toEqual(
      notesOf('short').map(({ hertz, startMs, lengthMs, wave }) => ({
        hertz,
        startMs: startMs + LEAD_MS,
        lengthMs,
        wave,
      })),
    );
  });

  it('opens the device once and lets it rest after the last note', async () => {
    const { audio, calls, finish } = fakeAudio();
    let opened = 0;
    const player = new Player(() => {
      opened += 1;
      return audio;
    });
    await player.play(notesOf('paid'));
    await player.play(notesOf('over'));
    expect({ opened, ...calls }).toEqual({ opened: 1, resumed: 2, suspended: 0 });
    finish();
    expect(calls.suspended).toBe(1);
  });

  it('does not open the device for silence', async () => {
    let opened = 0;
    await new Player(() => {
      opened += 1;
      return null;
    }).play(notesOf('unknown'));
    expect(opened).toBe(0);
  });

  it('takes a missing or refusing device for silence', async () => {
    await new Player(() => null).play(notesOf('paid'));
    await new Player(() => {
      throw new Error('no device');
    }).play(notesOf('paid'));
    const { audio } = fakeAudio();
    audio.resume = () => Promise.reject(new Error('not allowed'));
    await new Player(() => audio).play(notesOf('paid'));
  });
});
