/**
 * Reads a coverage report in lcov's format.
 *
 * @returns How often each line of each file that has code was reached, by the file's path.
 * @see https://github.com/linux-test-project/lcov/blob/v2.3/man/geninfo.1 ("FILES")
 */
export function readCoverage(lcov: string): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const files = new Map<string, Map<number, number>>();
  for (const record of lcov.split("end_of_record")) {
    const file = /^SF:(.+)$/m.exec(record)?.[1];
    if (file === undefined) continue;
    const lines = [...record.matchAll(/^DA:(\d+),(\d+)/gm)];
    files.set(file, new Map(lines.map(([, line, hits]) => [Number(line), Number(hits)])));
  }
  return files;
}
