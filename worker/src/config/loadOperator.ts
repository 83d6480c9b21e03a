import { Wallet } from "ethers";
import { SecretUnusableError } from "./errors.ts";
import { readSecretFile } from "./secretFile.ts";

/** Where the operator's key is kept. */
export interface OperatorSource {
  /** The key itself (0x hex), from the environment. */
  readonly key?: string | undefined;
  readonly keystore?: { readonly keystoreFile: string; readonly passwordFile: string } | undefined;
}

/**
 * Opens the operator's key: from the environment where it is there, else from an encrypted keystore.
 *
 * @throws {@link SecretUnusableError} | {@link SecretExposedError}; neither repeats what the secrets hold.
 */
export async function loadOperator(source: OperatorSource): Promise<Wallet> {
  if (source.key !== undefined && source.key !== "") {
    try {
      return new Wallet(source.key.trim());
    } catch {
      throw new SecretUnusableError(
        "operator's key in WATTLE_OPERATOR_KEY",
        "it is not a private key",
        "Set it to 0x and 64 hexadecimal digits.",
      );
    }
  }
  if (source.keystore === undefined) {
    throw new SecretUnusableError(
      "operator's key",
      "none is configured",
      "Set WATTLE_OPERATOR_KEY, or name a keystore and its password's file under `operator`.",
    );
  }
  const { keystoreFile, passwordFile } = source.keystore;
  const keystore = await readSecretFile("operator's keystore", keystoreFile);
  const password = (await readSecretFile("operator's password", passwordFile)).replace(/\r?\n$/, "");
  try {
    const { privateKey } = await Wallet.fromEncryptedJson(keystore, password);
    return new Wallet(privateKey);
  } catch {
    throw new SecretUnusableError(
      "operator's keystore",
      `${keystoreFile} does not open with the password in ${passwordFile}`,
      "Check that it is a version 3 keystore and that the password is its own.",
    );
  }
}
