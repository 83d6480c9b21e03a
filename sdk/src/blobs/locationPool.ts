import { BlobUnavailableError, type LocationFailure } from "./errors.ts";
import { redactLocation } from "./locations.ts";

/** The places that may hold a blob: asked in turn, and left out once they have shown that they cannot deliver. */
export class LocationPool {
  readonly #locations: readonly string[];
  readonly #failures = new Map<string, Error>();
  readonly #banned = new Set<string>();
  #turn = 0;

  constructor(locations: readonly string[]) {
    this.#locations = locations;
  }

  /** Whether any location is left to ask. */
  get exhausted(): boolean {
    return this.#locations.every((location) => this.#banned.has(location));
  }

  /**
   * The location to ask next.
   *
   * @throws {@link BlobUnavailableError} when none is left.
   */
  next(): string {
    for (let tried = 0; tried < this.#locations.length; tried++) {
      const location = this.#locations[this.#turn % this.#locations.length];
      if (location !== undefined && !this.#banned.has(location)) return location;
      this.#turn++;
    }
    throw this.unavailable();
  }

  /**
   * Notes that a location failed, and moves on to another.
   *
   * @param final Whether the location is not asked again.
   */
  failed(location: string, error: Error, final: boolean): void {
    this.#failures.set(location, error);
    if (final) this.#banned.add(location);
    this.#turn++;
  }

  /** Everything that went wrong, as one error. */
  unavailable(): BlobUnavailableError {
    const failures: LocationFailure[] = [...this.#failures].map(([location, error]) => ({
      location: redactLocation(location),
      error,
    }));
    return new BlobUnavailableError(failures);
  }
}
