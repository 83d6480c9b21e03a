// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {JobTerms} from "../types/Job.sol";
import {OrderLimits} from "./OrderLimits.sol";

/// @title JobMath
/// @notice What a job costs, when its windows close, and what giving it up costs.
/// @dev Deadlines include their second. All times are Unix seconds, all periods seconds.
library JobMath {
    /// @dev Terms have 17 words.
    uint256 private constant LENGTH = 17 * 32;

    /// @notice A job's id: the hash of its terms, as `keccak256(abi.encode(terms))` gives it.
    /// @dev All fields are static, so calldata holds their ABI encoding already. A word with dirty bits gives another
    /// hash, which no job has.
    function idOf(JobTerms calldata terms) internal pure returns (bytes32 jobId) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, terms, LENGTH)
            jobId := keccak256(free, LENGTH)
        }
    }

    /// @notice As {idOf}, of terms that are being made: a struct in memory has the same words.
    function idOfNew(JobTerms memory terms) internal pure returns (bytes32 jobId) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            jobId := keccak256(terms, LENGTH)
        }
    }

    /// @notice What the client pays, in base units of the payment token.
    function price(JobTerms calldata terms) internal pure returns (uint256) {
        return uint256(terms.ratePerSecond) * terms.runLimitSeconds;
    }

    /// @notice The last second in which the provider may decline.
    function declineUntil(JobTerms calldata terms, uint40 openedAt) internal pure returns (uint40) {
        return openedAt + terms.declineSeconds;
    }

    /// @notice The last second in which a result may be submitted.
    function deliverUntil(JobTerms calldata terms, uint40 openedAt) internal pure returns (uint40) {
        return openedAt + terms.declineSeconds + terms.runLimitSeconds + terms.slackSeconds;
    }

    /// @notice The last second in which a result may be disputed.
    function reviewUntil(JobTerms calldata terms, uint40 submittedAt) internal pure returns (uint40) {
        return submittedAt + terms.reviewSeconds;
    }

    /// @notice The last second in which a ruling is taken.
    function rulingUntil(JobTerms calldata terms, uint40 disputedAt) internal pure returns (uint40) {
        return disputedAt + terms.rulingSeconds;
    }

    /// @notice The provider's part of the price where no ruling came. Rounded down: who delivered something disputed
    /// does not gain by rounding.
    function providerPartDown(JobTerms calldata terms) internal pure returns (uint256) {
        return (price(terms) * terms.noRulingBps) / OrderLimits.MAX_BPS;
    }

    /// @notice What giving up costs: a quarter of the collateral at once, all of it at the deadline, in between in
    /// proportion to the time that the client lost. Rounded up, against the side that chooses when to call.
    /// @param terms The job's terms.
    /// @param openedAt When the job was opened.
    /// @param nowAt A second from `openedAt` to the deadline.
    function forfeitSlashUp(JobTerms calldata terms, uint40 openedAt, uint40 nowAt) internal pure returns (uint128) {
        uint256 collateral = terms.collateral;
        uint256 total = deliverUntil(terms, openedAt) - openedAt;
        uint256 elapsed = nowAt - openedAt;
        // Cast not lossy: the fraction is at most one, so the slash is at most the collateral.
        return uint128(Math.mulDiv(collateral, total + 3 * elapsed, 4 * total, Math.Rounding.Ceil));
    }
}
