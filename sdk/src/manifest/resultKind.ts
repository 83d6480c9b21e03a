import type { DocumentKind } from "./canonicalDocument.ts";
import { checkBlobRef } from "./checkBlobRef.ts";
import { checkUnique } from "./checkUnique.ts";
import { ResultInvalidError } from "./errors.ts";
import { type JobResult, jobResultSchema } from "./jobResult.ts";

/** What makes a document a job result. */
export const resultKind: DocumentKind<JobResult> = {
  name: "job result",
  schema: jobResultSchema,
  checkFields,
  invalid,
};

function invalid(path: string, rule: string): ResultInvalidError {
  return new ResultInvalidError(path, rule);
}

function checkFields(result: JobResult): void {
  checkUnique(result.outputs, (output) => output.name, "outputs", "name", invalid);
  for (const [index, { blob }] of result.outputs.entries()) {
    checkBlobRef(blob, `outputs[${index}].blob`, invalid);
  }
}
