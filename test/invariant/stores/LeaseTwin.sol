// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseTerms} from "../../../contracts/types/Lease.sol";
import {Vm} from "../../utils/Vm.sol";
import {TwinClaims} from "./TwinClaims.sol";

/// @title LeaseTwin
/// @notice Leases by their events and the rule of the design, each second on its own: the provider was there if its last
/// check-in was less than the grace ago. What events say of seconds and amounts is not believed.
abstract contract LeaseTwin is TwinClaims {
    struct TwinLease {
        LeaseTerms terms;
        uint256 funded;
        uint256 paid;
        uint40[] checkIns;
    }

    ILeaseEscrow private immutable _LEASES;

    mapping(bytes32 leaseId => TwinLease) private _leases;

    constructor(ILeaseEscrow leases) {
        _LEASES = leases;
    }

    function _bookLeases(Vm.Log calldata log) internal {
        bytes32 name = log.topics[0];
        if (log.topics.length < 2) return;
        TwinLease storage lease = _leases[log.topics[1]];
        if (name == ILeaseEscrow.LeaseOpened.selector) {
            (lease.terms, lease.funded, ) = abi.decode(log.data, (LeaseTerms, uint32, bytes32));
            _deposit(lease, lease.funded);
        }
        if (lease.terms.provider == address(0)) return;
        if (name == ILeaseEscrow.LeaseCheckedIn.selector) {
            lease.checkIns.push(uint40(block.timestamp));
        } else if (name == ILeaseEscrow.LeaseToppedUp.selector) {
            (uint256 extra, ) = abi.decode(log.data, (uint32, uint32));
            lease.funded += extra;
            _deposit(lease, extra);
        } else if (name == ILeaseEscrow.LeaseWithdrawn.selector) {
            _payEarned(lease);
        } else if (name == ILeaseEscrow.LeaseClosed.selector) {
            _payEarned(lease);
            uint256 rest = (lease.funded - lease.paid) * lease.terms.ratePerSecond;
            _move(lease.terms.token, address(_LEASES), lease.terms.client, rest);
        }
    }

    function _deposit(TwinLease storage lease, uint256 numSeconds) private {
        uint256 amount = numSeconds * lease.terms.ratePerSecond;
        _move(lease.terms.token, lease.terms.client, address(_LEASES), amount);
    }

    function _payEarned(TwinLease storage lease) private {
        uint256 earned = _secondsPresent(lease);
        if (earned > lease.funded) earned = lease.funded;
        uint256 amount = (earned - lease.paid) * lease.terms.ratePerSecond;
        lease.paid = earned;
        _move(lease.terms.token, address(_LEASES), lease.terms.payout, amount);
    }

    /// @dev Goes through the lease second by second.
    function _secondsPresent(TwinLease storage lease) private view returns (uint256 sum) {
        uint40[] memory checkIns = lease.checkIns;
        if (checkIns.length == 0) return 0;
        uint256 until = uint256(lease.terms.openedAt) + lease.terms.leaseSeconds;
        if (until > block.timestamp) until = block.timestamp;
        uint256 grace = lease.terms.graceSeconds;
        uint256 last;
        for (uint256 second = checkIns[0]; second < until; ++second) {
            while (last + 1 < checkIns.length && checkIns[last + 1] <= second) ++last;
            if (second - checkIns[last] < grace) ++sum;
        }
    }
}
