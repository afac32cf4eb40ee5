/** An audio device for tests: it writes down what would sound. */
import type { Audio } from './player';

/** A note as the device received it, in hertz and milliseconds after the device's present. */
export interface Sounded {
  hertz: number;
  startMs: number;
  lengthMs: number;
  wave: string;
}

/** The device and its record. */
export function fakeAudio(now = 10) {
  const sounded: Sounded[] = [];
  const oscillators: { onended: (() => void) | null }[] = [];
  const calls = { resumed: 0, suspended: 0 };
  const param = () => ({
    setValueAtTime: () => undefined,
    exponentialRampToValueAtTime: () => undefined,
  });
  const audio = {
    currentTime: now,
    destination: {},
    resume: async () => void (calls.resumed += 1),
    suspend: async () => void (calls.suspended += 1),
    createGain: () => ({ gain: param(), connect: () => undefined }),
    createOscillator() {
      const note: Sounded = { hertz: 0, startMs: 0, lengthMs: 0, wave: '' };
      const oscillator = {
        type: '',
        onended: null as (() => void) | null,
        frequency: { setValueAtTime: (hertz: number) => void (note.hertz = hertz) },
        connect: () => undefined,
        start(at: number) {
          note.wave = oscillator.type;
          note.startMs = Math.round((at - now) * 1000);
        },
        stop(at: number) {
          note.lengthMs = Math.round((at - now) * 1000) - note.startMs;
          sounded.push(note);
        },
      };
      oscillators.push(oscillator);
      return oscillator;
    },
  };
  const finish = () => oscillators.forEach((oscillator) => oscillator.onended?.());
  return { audio: audio as unknown as Audio, sounded, calls, finish };
}
