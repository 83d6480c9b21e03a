// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IRequestBook} from "../../contracts/interfaces/IRequestBook.sol";

/// @title RequestErrors
/// @notice The revert data of every error that only requests have, with checked arguments.
library RequestErrors {
    function notClient(address client, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IRequestBook.RequestBook_NotClient.selector, client, caller);
    }

    function signatureInvalid(bytes32 orderHash, address client) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IRequestBook.RequestBook_SignatureInvalid.selector, orderHash, client);
    }

    function taken(bytes32 orderHash, uint32 fill) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IRequestBook.RequestBook_Taken.selector, orderHash, fill);
    }

    function cannotPromise(address provider, address key, uint128 ratePerSecond) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_CannotPromise.selector, provider, key, ratePerSecond);
    }

    function machineUnsuitable(address provider, bytes32 machineId) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_MachineUnsuitable.selector, provider, machineId);
    }

    function stakeTooSmall(address provider, uint128 committed, uint128 minStake) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_StakeTooSmall.selector, provider, committed, minStake);
    }
}
