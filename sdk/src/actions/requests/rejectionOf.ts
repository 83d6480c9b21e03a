import { ContractError } from "../../errors/contract/contractError.ts";
import {
  JobEscrowMachineUnsuitableError,
  JobEscrowSpecDigestZeroError,
  JobEscrowStakeTooSmallError,
} from "../../errors/contract/jobEscrowErrors.ts";
import {
  OrderBookCanceledError,
  OrderBookExpiredError,
  OrderBookNotTakerError,
  OrderBookWrongEpochError,
  OrderOutOfBoundsError,
} from "../../errors/contract/orderBookErrors.ts";
import {
  ProviderStakingLimitExceededError,
  ProviderStakingLockTooLargeError,
} from "../../errors/contract/providerStakingErrors.ts";
import {
  RequestBookSignatureInvalidError,
  RequestBookTakenError,
} from "../../errors/contract/requestBookErrors.ts";
import {
  ERC6909InsufficientAllowanceError,
  ERC6909InsufficientBalanceError,
} from "../../errors/contract/tokenErrors.ts";
import type { RequestRejection, RequestRejectionCode } from "../../types/requestRejection.ts";
import { describeBounds } from "../orders/describeBounds.ts";

const reject = (code: RequestRejectionCode, message: string): RequestRejection => ({ code, message });

/** What the market's refusal of a request says about it; null for a failure of another kind. */
export function rejectionOf(error: unknown): RequestRejection | null {
  if (!(error instanceof ContractError)) return null;
  return rejectByBook(error) ?? rejectByProvider(error) ?? rejectByMoney(error);
}

function rejectByBook(error: ContractError): RequestRejection | null {
  if (error instanceof JobEscrowSpecDigestZeroError) return reject("malformed", "it names no manifest");
  if (error instanceof OrderOutOfBoundsError) return reject("malformed", describeBounds(error));
  if (error instanceof OrderBookCanceledError) return reject("canceled", "the client withdrew it");
  if (error instanceof OrderBookNotTakerError) return reject("taker", `it is for ${error.args.taker} only`);
  if (error instanceof RequestBookTakenError) {
    return reject("taken", `it opened its job, the fill of number ${error.args.fill}`);
  }
  if (error instanceof OrderBookExpiredError) {
    return reject("expired", `it expired at ${new Date(error.args.expiresAt * 1000).toISOString()}`);
  }
  if (error instanceof OrderBookWrongEpochError) {
    const { epoch, currentEpoch } = error.args;
    return reject("epoch", `it was made in epoch ${epoch} of its client, which is in ${currentEpoch}`);
  }
  if (error instanceof RequestBookSignatureInvalidError) {
    return reject("signature", `its signature is not that of its client, ${error.args.client}`);
  }
  return null;
}

function rejectByProvider(error: ContractError): RequestRejection | null {
  if (error instanceof JobEscrowMachineUnsuitableError) {
    const message = `machine ${error.args.machineId} is not what it asks for, or is none of the provider's`;
    return reject("machine", message);
  }
  if (error instanceof JobEscrowStakeTooSmallError) {
    const { committed, minStake } = error.args;
    return reject("stake", `${committed} stands behind the provider, less than ${minStake}`);
  }
  if (error instanceof ProviderStakingLockTooLargeError) {
    const { amount, maxPerLock } = error.args;
    return reject(
      "authorization",
      `it locks ${amount} of the stake, and the market may lock ${maxPerLock} at once`,
    );
  }
  if (error instanceof ProviderStakingLimitExceededError) {
    const { locked, limit } = error.args;
    return reject(
      "authorization",
      `${locked} of the stake would be locked, and the market may hold ${limit}`,
    );
  }
  return null;
}

function rejectByMoney(error: ContractError): RequestRejection | null {
  if (error instanceof ERC6909InsufficientAllowanceError) {
    const { allowance, needed } = error.args;
    return reject("allowance", `the market may move ${allowance} of the client's claim, less than ${needed}`);
  }
  if (error instanceof ERC6909InsufficientBalanceError) {
    const { balance, needed } = error.args;
    return reject("claim", `the client's claim is ${balance}, less than ${needed}`);
  }
  return null;
}
