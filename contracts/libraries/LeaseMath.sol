// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Lease, LeaseState, LeaseTerms} from "../types/Lease.sol";

/// @title LeaseMath
/// @notice How long a provider was there, and what of it is paid.
/// @dev Deadlines include their second. All times are Unix seconds, all periods seconds. A lease lasts 366 days at
/// most, so periods within one fit into 32 bits.
library LeaseMath {
    /// @notice A lease's id: the hash of its terms.
    function idOf(LeaseTerms calldata terms) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }

    /// @notice As {idOf}, of terms that are being made.
    function idOfNew(LeaseTerms memory terms) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }

    /// @notice What so many seconds cost, in base units of the payment token.
    function priceOf(LeaseTerms calldata terms, uint32 numSeconds) internal pure returns (uint256) {
        return uint256(terms.ratePerSecond) * numSeconds;
    }

    /// @notice The last second of the lease.
    function endsAt(LeaseTerms calldata terms) internal pure returns (uint40) {
        return terms.openedAt + terms.leaseSeconds;
    }

    /// @notice How long the provider was there: each check-in counts for the grace, or up to the next one.
    /// @dev A closed lease keeps what it was at its end, one whose provider never checked in has none.
    function servedSeconds(
        LeaseTerms calldata terms,
        Lease memory lease,
        uint40 nowAt
    ) internal pure returns (uint32 served) {
        served = lease.servedSeconds;
        if (lease.state != LeaseState.RUNNING) return served;
        uint256 elapsed = Math.min(nowAt, endsAt(terms)) - lease.seenAt;
        // Cast not lossy: the grace has 32 bits.
        served += uint32(Math.min(elapsed, terms.graceSeconds));
    }

    /// @notice What of the time served the deposit covers.
    function coveredSeconds(Lease memory lease, uint32 served) internal pure returns (uint32) {
        // Cast not lossy: the smaller of two that fit.
        return uint32(Math.min(served, lease.fundedSeconds));
    }

    /// @notice Whether the lease has been empty for longer than the grace: the provider need not hold the machine, and
    /// is not paid for it any more.
    /// @dev Time without the provider does not count: nothing was held.
    function isExhausted(LeaseTerms calldata terms, Lease memory lease, uint32 served) internal pure returns (bool) {
        return served > uint256(lease.fundedSeconds) + terms.graceSeconds;
    }

    /// @notice Whether anyone may close the lease: it is over, empty, or its provider is gone.
    function isOver(
        LeaseTerms calldata terms,
        Lease memory lease,
        uint32 served,
        uint40 nowAt
    ) internal pure returns (bool) {
        return
            nowAt > endsAt(terms) ||
            nowAt > uint256(lease.seenAt) + terms.graceSeconds ||
            isExhausted(terms, lease, served);
    }
}
