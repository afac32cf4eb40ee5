/** Runs questions one after another and keeps only the answer to the newest: answers may overtake each other. */
export class Latest<Question, Answer> {
  #asked = 0;

  constructor(private readonly ask: (question: Question) => Promise<Answer>) {}

  /** The answer, or `null` when a newer question was put meanwhile. */
  async of(question: Question): Promise<Answer | null> {
    this.#asked += 1;
    const mine = this.#asked;
    const answer = await this.ask(question);
    return mine === this.#asked ? answer : null;
  }

  /** Lets whatever is still on its way count for nothing. */
  forget(): void {
    this.#asked += 1;
  }
}
