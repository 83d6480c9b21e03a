/** Runs tasks one after another. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a task once all tasks before it have ended, however they ended. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task, task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
