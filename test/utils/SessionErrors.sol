// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState} from "../../contracts/types/Session.sol";

/// @title SessionErrors
/// @notice The revert data of every error of {ISessionEscrow}, with checked arguments.
library SessionErrors {
    function unexpectedState(bytes32 id, SessionState current, uint256 allowed) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(ISessionEscrow.SessionEscrow_UnexpectedState.selector, id, uint8(current), allowed);
    }

    function notPayer(bytes32 id, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_NotPayer.selector, id, caller);
    }

    function payerKeyZero(bytes32 id) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_PayerKeyZero.selector, id);
    }

    function unknownProvider(bytes32 id, address provider) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_UnknownProvider.selector, id, provider);
    }

    function payoutMismatch(bytes32 id, address payout, address current) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_PayoutMismatch.selector, id, payout, current);
    }

    function amountOutOfBounds(bytes32 id, uint256 amount, uint256 maximum) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_AmountOutOfBounds.selector, id, amount, maximum);
    }

    function expired(bytes32 id, uint256 nowAt, uint256 expiresAt) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_Expired.selector, id, nowAt, expiresAt);
    }

    function tooEarly(bytes32 id, uint256 nowAt, uint256 graceUntil) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_TooEarly.selector, id, nowAt, graceUntil);
    }

    function signatureInvalid(bytes32 id, uint128 cumulative, address key) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_SignatureInvalid.selector, id, cumulative, key);
    }

    function receiptStale(
        bytes32 id,
        uint128 cumulative,
        uint256 redeemed,
        uint256 deposited
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ISessionEscrow.SessionEscrow_ReceiptStale.selector,
                id,
                cumulative,
                redeemed,
                deposited
            );
    }
}
