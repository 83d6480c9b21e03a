import type { DocumentKind } from "./canonicalDocument.ts";
import { checkBlobRef } from "./checkBlobRef.ts";
import { checkUnique } from "./checkUnique.ts";
import { ManifestInvalidError } from "./errors.ts";
import { type JobManifest, jobManifestSchema } from "./jobManifest.ts";

/** What makes a document a job manifest. */
export const manifestKind: DocumentKind<JobManifest> = {
  name: "job manifest",
  schema: jobManifestSchema,
  checkFields,
  invalid,
};

function invalid(path: string, rule: string): ManifestInvalidError {
  return new ManifestInvalidError(path, rule);
}

function checkFields(manifest: JobManifest): void {
  const { bindings } = manifest.program;
  const inputNames = new Set(manifest.inputs.map((input) => input.name));
  checkUnique(manifest.inputs, (input) => input.name, "inputs", "name", invalid);
  checkUnique(bindings, (binding) => binding.binding, "program.bindings", "binding", invalid);
  for (const kind of ["input", "output"] as const) {
    const nameOf = (binding: (typeof bindings)[number]) => (binding.kind === kind ? binding.name : undefined);
    checkUnique(bindings, nameOf, "program.bindings", "name", invalid);
  }
  for (const [index, binding] of bindings.entries()) {
    if (binding.kind === "input" && !inputNames.delete(binding.name)) {
      throw invalid(`program.bindings[${index}].name`, "must name one of the manifest's inputs");
    }
  }
  for (const [index, { name, blob }] of manifest.inputs.entries()) {
    if (inputNames.has(name)) throw invalid(`inputs[${index}].name`, "must be named by an input binding");
    checkBlobRef(blob, `inputs[${index}].blob`, invalid);
  }
  checkUnique(manifest.recipients, (recipient) => recipient, "recipients", "", invalid);
}
