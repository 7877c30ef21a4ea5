/** Speed over the last seconds: shorter jumps about, longer does not notice that the line got slow. */
const windowMs = 8000;
/** Before this much time has been seen, any figure would be a guess. */
const shortestMs = 1500;

/** Octets per second of a transfer, from how far it is at which time. */
export class SpeedMeter {
  #samples: { at: number; bytes: number }[] = [];

  /** @param at milliseconds of any clock that only goes forward */
  add(at: number, bytes: number): void {
    const last = this.#samples.at(-1);
    // Going back means that a part has to be sent again: speed starts anew.
    if (last && bytes < last.bytes) this.#samples = [];
    this.#samples.push({ at, bytes });
    while (this.#samples.length > 2 && (this.#samples[1]?.at ?? at) < at - windowMs) this.#samples.shift();
  }

  /** Octets per second, or null while it is not known. */
  bytesPerSecond(): number | null {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.at - first.at < shortestMs) return null;
    return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
  }

  /** Seconds until `restBytes` are through, or null while that is not known. */
  secondsLeft(restBytes: number): number | null {
    const speed = this.bytesPerSecond();
    return speed === null || speed <= 0 ? null : Math.ceil(restBytes / speed);
  }

  /** After a pause: what was before says nothing. */
  reset(): void {
    this.#samples = [];
  }
}
