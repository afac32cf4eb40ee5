/** Waiting for a condition. There is no other way to wait here: nothing sleeps and hopes. */

const STEP_MS = 50;

/** Asks again and again until the answer is neither false, null nor undefined, and returns it. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  withinMs = 15_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== false && answer !== null && answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${withinMs} ms in vain until ${what}`, { cause: last });
    }
    await new Promise((next) => setTimeout(next, STEP_MS));
  }
}
