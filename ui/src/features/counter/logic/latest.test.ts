import { expect, it } from 'vitest';
import { Latest } from './latest';

it('keeps only the answer to the newest question', async () => {
  const answers = new Map<string, (value: string) => void>();
  const latest = new Latest(
    (text: string) => new Promise<string>((done) => answers.set(text, done)),
  );
  const first = latest.of('8');
  const second = latest.of('85');
  answers.get('85')?.('second');
  answers.get('8')?.('first');
  expect([await first, await second]).toEqual([null, 'second']);
});

it('forgets what is on its way', async () => {
  const answers: (() => void)[] = [];
  const latest = new Latest(() => new Promise<number>((done) => answers.push(() => done(1))));
  const asked = latest.of(null);
  latest.forget();
  answers[0]?.();
  expect(await asked).toBeNull();
});
