import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { generateJobKey } from "@wattle/sdk/blobs";

/** `wattle-worker keygen`. */
export function keygenCommand(): Command {
  return new Command("keygen")
    .description("make the provider's age identity, to which clients encrypt their jobs")
    .argument("<file>", "where to write it; must not exist")
    .action(async (file: string) => {
      const { identity, recipient, publicKey } = await generateJobKey();
      await writeFile(file, `# recipient: ${recipient}\n# encryptionKey: ${publicKey}\n${identity}\n`, {
        mode: 0o600,
        flag: "wx",
      });
      process.stdout.write(`${JSON.stringify({ file, recipient, encryptionKey: publicKey })}\n`);
    });
}
