const TICK_MS = 30_000;

/** Now as the server has it, which goes on while somebody looks. Made with its screen. */
export class Now {
  #here = $state(Date.now());
  /** Until the server said it: as the device has it. */
  #told = this.#here;
  #heard = this.#here;

  constructor() {
    $effect(() => {
      const ticking = setInterval(() => (this.#here = Date.now()), TICK_MS);
      return () => clearInterval(ticking);
    });
  }

  /** What an answer says that it is. */
  hear(now: string): void {
    this.#told = Date.parse(now);
    this.#heard = this.#here = Date.now();
  }

  get value(): number {
    return this.#told + (this.#here - this.#heard);
  }
}
