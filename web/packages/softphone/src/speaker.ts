/**
 * Plays the other side. A browser may refuse to play before the person has touched the page
 * (a reload in a call): then it plays at the first key or click.
 */
export class Speaker {
  private readonly element = new Audio();
  private waiting: AbortController | undefined;

  constructor(private readonly onBlocked: (blocked: boolean) => void) {
    this.element.autoplay = true;
  }

  play(stream: MediaStream): void {
    this.element.srcObject = stream;
    this.start();
  }

  stop(): void {
    this.waiting?.abort();
    this.element.pause();
    this.element.srcObject = null;
  }

  private start(): void {
    this.waiting?.abort();
    this.element.play().then(
      () => this.onBlocked(false),
      (error: unknown) => {
        if (error instanceof Error && error.name === "NotAllowedError") this.startWhenTouched();
      },
    );
  }

  private startWhenTouched(): void {
    this.onBlocked(true);
    this.waiting = new AbortController();
    const options = { signal: this.waiting.signal };
    window.addEventListener("pointerdown", () => this.start(), options);
    window.addEventListener("keydown", () => this.start(), options);
  }
}
