import type { WattleClient } from "@wattle/sdk";
import { createPayee, type Payee, ReceiptInvalidError } from "@wattle/sdk/sessions";
import { CallRefusal } from "./callRefusal.ts";
import type { SessionRecord } from "./sessionRecord.ts";

/** A receipt as a caller presents it. */
export interface PresentedReceipt {
  /** Base units. */
  readonly amount: bigint;
  /** 0x hex. */
  readonly signature: string;
}

/** Checks the signatures of receipts, by the contract's rules. What they are worth is not its business. */
export class ReceiptChecks {
  readonly #client: WattleClient;
  /** One for each session, because making one takes longer than a check. */
  readonly #payees = new Map<string, Payee>();

  constructor(client: WattleClient) {
    this.#client = client;
  }

  /** @throws {@link CallRefusal} unless the session's payer key signed it. */
  check({ sessionId, terms, slot }: SessionRecord, { amount, signature }: PresentedReceipt): void {
    const { chainId, deployment } = this.#client;
    const { sessionEscrow } = deployment.contracts;
    const payee = this.#payees.get(sessionId) ?? createPayee({ chainId, sessionEscrow, terms, ...slot });
    this.#payees.set(sessionId, payee);
    try {
      payee.check({ sessionId, cumulativeAmount: amount, signature });
    } catch (error) {
      if (!(error instanceof ReceiptInvalidError)) throw error;
      throw new CallRefusal("bad-signature", "The session's payer key did not sign this receipt.");
    }
  }

  forget(sessionId: string): void {
    this.#payees.delete(sessionId);
  }
}
