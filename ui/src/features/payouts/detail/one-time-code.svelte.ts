/** The bank's one-time code while it is typed: in this window only, and only as long as somebody looks. */
export class OneTimeCode {
  text = $state('');
  /** Whether what was typed was taken away, since the window was left. */
  wasCleared = $state(false);

  type(text: string): void {
    this.text = text;
    this.wasCleared = false;
  }

  /** Takes what was pasted when it can be a code; whatever its length. */
  paste(text: string): boolean {
    const code = text.trim();
    if (!/^\d[\d\s]*$/.test(code)) return false;
    this.type(code);
    return true;
  }

  /** The code, once: afterwards it is gone from here. */
  take(): string {
    const code = this.text;
    this.forget();
    return code;
  }

  leave(): void {
    this.wasCleared ||= this.text !== '';
    this.text = '';
  }

  forget(): void {
    this.text = '';
    this.wasCleared = false;
  }
}
