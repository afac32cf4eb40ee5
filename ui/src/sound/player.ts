/** Plays notes on the machine's audio device. No device, or one that refuses, is silence and never an error. */
import type { Note } from './tones';

/** What the player needs of an `AudioContext`. */
export type Audio = Pick<
  AudioContext,
  'currentTime' | 'destination' | 'createOscillator' | 'createGain' | 'resume' | 'suspend'
>;

const ATTACK_S = 0.008;
const LEAD_S = 0.03;
const SILENCE = 0.0001;

/** Opens the device at the first sound and lets it rest after each. */
export class Player {
  #audio: Audio | null = null;
  #playing = 0;

  constructor(private readonly openDevice: () => Audio | null = openAudio) {}

  /** Plays the notes together, from now. */
  async play(notes: readonly Note[]): Promise<void> {
    if (notes.length === 0) return;
    try {
      this.#audio ??= this.openDevice();
      if (!this.#audio) return;
      await this.#audio.resume();
      const start = this.#audio.currentTime + LEAD_S;
      for (const note of notes) this.#sound(this.#audio, note, start);
    } catch {
      this.#audio = null;
    }
  }

  #sound(audio: Audio, note: Note, start: number): void {
    const from = start + note.startMs / 1000;
    const to = from + note.lengthMs / 1000;
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.type = note.wave;
    oscillator.frequency.setValueAtTime(note.hertz, from);
    gain.gain.setValueAtTime(SILENCE, from);
    gain.gain.exponentialRampToValueAtTime(note.gain, from + ATTACK_S);
    gain.gain.exponentialRampToValueAtTime(SILENCE, to);
    oscillator.connect(gain);
    gain.connect(audio.destination);
    this.#playing += 1;
    oscillator.onended = () => this.#rest(audio);
    oscillator.start(from);
    oscillator.stop(to);
  }

  #rest(audio: Audio): void {
    this.#playing -= 1;
    // A running device costs the processor a wake-up every few milliseconds, all day.
    if (this.#playing === 0) audio.suspend().catch(() => undefined);
  }
}

function openAudio(): Audio | null {
  return typeof AudioContext === 'undefined' ? null : new AudioContext();
}
