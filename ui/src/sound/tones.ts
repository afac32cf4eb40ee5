/** The tone of each verdict: told apart by direction and rhythm, so that they work in a loud shop. */
import type { VerdictView } from '~/api/generated/contract';

/** One sounding note. */
export interface Note {
  /** Pitch in hertz. */
  hertz: number;
  /** When it starts, in milliseconds after the first. */
  startMs: number;
  /** How long it sounds, in milliseconds. */
  lengthMs: number;
  /** The colour of the sound. */
  wave: 'sine' | 'triangle' | 'square';
  /** How loud, 0 to 1. */
  gain: number;
}

const G3 = 196;
const D4 = 293.66;
const A4 = 440;
const C5 = 523.25;
const E5 = 659.25;
const G5 = 783.99;
const C6 = 1046.5;

const bell = (hertz: number, startMs: number, lengthMs: number): Note => ({
  hertz,
  startMs,
  lengthMs,
  wave: 'triangle',
  gain: 0.5,
});

const buzz = (hertz: number, startMs: number, lengthMs: number): Note => ({
  hertz,
  startMs,
  lengthMs,
  wave: 'square',
  gain: 0.22,
});

/** Upwards and ringing out: the money is in. */
const PAID: readonly Note[] = [
  bell(C5, 0, 180),
  bell(E5, 130, 180),
  bell(G5, 260, 260),
  bell(C6, 390, 620),
];

/** Down, low and twice: stop, something is missing. */
const SHORT: readonly Note[] = [
  buzz(D4, 0, 170),
  buzz(G3, 190, 300),
  buzz(D4, 620, 170),
  buzz(G3, 810, 420),
];

/** Up and back down again: some of it goes back. */
const OVER: readonly Note[] = [
  bell(E5, 0, 200),
  bell(C6, 220, 260),
  bell(E5, 500, 200),
  bell(C6, 720, 260),
  bell(A4, 1000, 520),
];

/** The paid tone after one low note: in, but late. */
const LATE: readonly Note[] = [
  bell(A4, 0, 320),
  ...PAID.map((note) => ({ ...note, startMs: note.startMs + 420 })),
];

const TONES: Readonly<Record<VerdictView, readonly Note[]>> = {
  paid: PAID,
  short: SHORT,
  over: OVER,
  late: LATE,
  unpaid: [],
  unknown: [],
};

/** The notes of a verdict; none where there is nothing to announce. */
export const notesOf = (verdict: VerdictView): readonly Note[] => TONES[verdict];
