import type { ProgramServer } from "../runtime/types.ts";
import type { WgslRuntime } from "../runtime/wgslRuntime.ts";
import { CallRefusal } from "./callRefusal.ts";
import type { Service } from "./service.ts";

/** What {@link ProgramPool} works with. */
export interface ProgramPoolParameters {
  readonly runtime: Pick<WgslRuntime, "serve">;
  /** Most processes at the same time. */
  readonly maxSessions: number;
  /** How long a process waits for the next call of its session. */
  readonly idleMs: number;
}

interface Place {
  readonly serviceId: string;
  readonly server: Promise<ProgramServer>;
  timer: NodeJS.Timeout | undefined;
}

/** The processes that answer calls: at most one a session, and none that two sessions share. */
export class ProgramPool {
  readonly #parameters: ProgramPoolParameters;
  readonly #places = new Map<string, Place>();
  /** Processes that are being killed still take memory. */
  readonly #closing = new Set<Promise<void>>();
  readonly #ended = new AbortController();

  constructor(parameters: ProgramPoolParameters) {
    this.#parameters = parameters;
  }

  /**
   * Computes the answer to a call of a session; one at a time for each session.
   *
   * @throws {@link CallRefusal} when there is no place for another session.
   * @throws `CallFailedError` when the program gave no answer in time; the next call has a fresh process.
   * @throws `RuntimeFaultError` when no process can be started.
   */
  async call(sessionId: string, service: Service, input: Uint8Array): Promise<Uint8Array> {
    const place = await this.#placeOf(sessionId, service);
    clearTimeout(place.timer);
    let server: ProgramServer | null = null;
    try {
      server = await place.server;
      return await server.call(input, service.callLimitMs);
    } finally {
      if (server?.isOpen() === true) this.#rest(sessionId, place);
      else await this.#drop(sessionId, place);
    }
  }

  /** Ends the process of a session. */
  async close(sessionId: string): Promise<void> {
    const place = this.#places.get(sessionId);
    if (place !== undefined) await this.#drop(sessionId, place);
  }

  /** Ends all processes; no more are started. */
  async closeAll(): Promise<void> {
    this.#ended.abort();
    await Promise.all([...this.#places.keys()].map(async (sessionId) => this.close(sessionId)));
    await Promise.all(this.#closing);
  }

  async #placeOf(sessionId: string, service: Service): Promise<Place> {
    const taken = this.#places.get(sessionId);
    if (taken?.serviceId === service.id) return taken;
    // A session has one process: the program of the other service makes room.
    if (taken !== undefined) await this.#drop(sessionId, taken);
    if (this.#places.size + this.#closing.size >= this.#parameters.maxSessions || this.#ended.signal.aborted)
      throw new CallRefusal("busy", "All places are taken by other sessions; try again later.");
    const server = this.#parameters.runtime.serve(service, this.#ended.signal);
    const place: Place = { serviceId: service.id, server, timer: undefined };
    this.#places.set(sessionId, place);
    return place;
  }

  #rest(sessionId: string, place: Place): void {
    clearTimeout(place.timer);
    place.timer = setTimeout(() => void this.#drop(sessionId, place), this.#parameters.idleMs).unref();
  }

  async #drop(sessionId: string, place: Place): Promise<void> {
    clearTimeout(place.timer);
    if (this.#places.get(sessionId) === place) this.#places.delete(sessionId);
    const closing = place.server.then(
      async (server) => server.close(),
      () => undefined,
    );
    this.#closing.add(closing);
    await closing.finally(() => this.#closing.delete(closing));
  }
}
