// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseMath} from "contracts/libraries/LeaseMath.sol";
import {OrderLimits} from "contracts/libraries/OrderLimits.sol";
import {Lease, LeaseState, LeaseTerms} from "contracts/types/Lease.sol";

/// @dev What {LeaseMath} counts, for every lease that the market may hold.
contract LeaseMathProofs {
    function pricesAddUp(LeaseTerms calldata terms, uint32 part, uint32 rest) external pure {
        require(uint256(part) + rest <= type(uint32).max);
        uint256 parts = LeaseMath.priceOf(terms, part) + LeaseMath.priceOf(terms, rest);
        assert(parts == LeaseMath.priceOf(terms, part + rest));
    }

    function aCheckInIsWorthAGraceAtMost(LeaseTerms calldata terms, Lease memory lease, uint40 nowAt) external pure {
        _assume(terms, lease, nowAt);
        uint32 served = LeaseMath.servedSeconds(terms, lease, nowAt);
        assert(served >= lease.servedSeconds);
        assert(served - lease.servedSeconds <= terms.graceSeconds);
        assert(served - lease.servedSeconds <= nowAt - lease.seenAt);
    }

    function nothingIsServedBeforeTheFirstCheckIn(
        LeaseTerms calldata terms,
        Lease memory lease,
        uint40 nowAt
    ) external pure {
        require(lease.state != LeaseState.RUNNING);
        assert(LeaseMath.servedSeconds(terms, lease, nowAt) == lease.servedSeconds);
    }

    function laterIsNeverLess(
        LeaseTerms calldata terms,
        Lease memory lease,
        uint40 nowAt,
        uint40 laterAt
    ) external pure {
        _assume(terms, lease, nowAt);
        require(laterAt >= nowAt);
        assert(LeaseMath.servedSeconds(terms, lease, laterAt) >= LeaseMath.servedSeconds(terms, lease, nowAt));
    }

    function whatIsCoveredIsServedAndFunded(Lease memory lease, uint32 served) external pure {
        uint32 covered = LeaseMath.coveredSeconds(lease, served);
        assert(covered <= served && covered <= lease.fundedSeconds);
        assert(covered == served || covered == lease.fundedSeconds);
    }

    function anExhaustedLeaseIsEmpty(LeaseTerms calldata terms, Lease memory lease, uint32 served) external pure {
        require(LeaseMath.isExhausted(terms, lease, served));
        assert(served > lease.fundedSeconds);
        assert(served - lease.fundedSeconds > terms.graceSeconds);
    }

    function everyLeaseIsOverAfterItsEnd(LeaseTerms calldata terms, Lease memory lease, uint40 nowAt) external pure {
        _assume(terms, lease, nowAt);
        require(nowAt > LeaseMath.endsAt(terms));
        assert(LeaseMath.isOver(terms, lease, LeaseMath.servedSeconds(terms, lease, nowAt), nowAt));
    }

    /// @dev A lease was opened in the past, within {OrderLimits}, and its clock stands between its opening and its end.
    function _assume(LeaseTerms calldata terms, Lease memory lease, uint40 nowAt) private pure {
        require(terms.leaseSeconds >= 1 && terms.leaseSeconds <= OrderLimits.MAX_LEASE_SECONDS);
        require(terms.graceSeconds >= 1 && terms.graceSeconds <= OrderLimits.MAX_LEASE_GRACE_SECONDS);
        require(terms.openedAt <= type(uint40).max - OrderLimits.MAX_LEASE_SECONDS);
        require(lease.seenAt >= terms.openedAt && lease.seenAt <= LeaseMath.endsAt(terms) && lease.seenAt <= nowAt);
        require(lease.servedSeconds <= terms.leaseSeconds);
    }
}
