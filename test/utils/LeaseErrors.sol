// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseState} from "../../contracts/types/Lease.sol";

/// @title LeaseErrors
/// @notice The revert data of every error that only leases have, with checked arguments. {JobErrors} has the offers'.
library LeaseErrors {
    function unexpectedState(
        bytes32 leaseId,
        LeaseState current,
        uint256 allowed
    ) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_UnexpectedState.selector, leaseId, current, allowed);
    }

    function notClient(bytes32 leaseId, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_NotClient.selector, leaseId, caller);
    }

    function notOperator(bytes32 leaseId, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_NotOperator.selector, leaseId, caller);
    }

    function notOver(bytes32 leaseId, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_NotOver.selector, leaseId, caller);
    }

    function tooLate(bytes32 leaseId, uint256 nowAt, uint256 endsAt) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_TooLate.selector, leaseId, nowAt, endsAt);
    }

    function exhausted(
        bytes32 leaseId,
        uint256 servedSeconds,
        uint256 fundedSeconds,
        uint32 graceSeconds
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ILeaseEscrow.LeaseEscrow_Exhausted.selector,
                leaseId,
                servedSeconds,
                fundedSeconds,
                graceSeconds
            );
    }

    function leaseSecondsOutOfBounds(uint32 value, uint32 least, uint32 most) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_LeaseSecondsOutOfBounds.selector, value, least, most);
    }

    function fundedSecondsOutOfBounds(uint256 value, uint256 least, uint256 most) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_FundedSecondsOutOfBounds.selector, value, least, most);
    }

    function nothingToWithdraw(bytes32 leaseId, uint256 served, uint256 paid) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ILeaseEscrow.LeaseEscrow_NothingToWithdraw.selector, leaseId, served, paid);
    }
}
