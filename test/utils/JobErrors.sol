// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IOfferBook} from "../../contracts/interfaces/IOfferBook.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";

/// @title JobErrors
/// @notice The revert data of every error of the job market, with checked arguments.
library JobErrors {
    function tooLate(bytes32 jobId, uint256 nowAt, uint256 lastAt) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_TooLate.selector, jobId, nowAt, lastAt);
    }

    function tooEarly(bytes32 jobId, uint256 nowAt, uint256 lastAt) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_TooEarly.selector, jobId, nowAt, lastAt);
    }

    function notClient(bytes32 jobId, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_NotClient.selector, jobId, caller);
    }

    function notOperator(bytes32 jobId, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_NotOperator.selector, jobId, caller);
    }

    function runLimitOutOfBounds(uint32 limit, uint32 least, uint32 most) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_RunLimitOutOfBounds.selector, limit, least, most);
    }

    function specDigestZero() internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_SpecDigestZero.selector);
    }

    function resultDigestInvalid(bytes32 jobId, bytes32 digest) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_ResultDigestInvalid.selector, jobId, digest);
    }

    function offerNotOperator(address provider, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOfferBook.OfferBook_NotOperator.selector, provider, caller);
    }

    function cannotPromise(bytes32 orderHash, address provider, address key) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOfferBook.OfferBook_CannotPromise.selector, orderHash, provider, key);
    }

    function expired(bytes32 orderHash, uint256 nowAt, uint256 expiresAt) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOrderBook.OrderBook_Expired.selector, orderHash, nowAt, expiresAt);
    }

    function wrongEpoch(bytes32 orderHash, uint32 authEpoch, uint32 currentEpoch) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOrderBook.OrderBook_WrongEpoch.selector, orderHash, authEpoch, currentEpoch);
    }

    function canceled(bytes32 orderHash) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOrderBook.OrderBook_Canceled.selector, orderHash);
    }

    function unchanged(bytes32 orderHash) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOrderBook.OrderBook_Unchanged.selector, orderHash);
    }

    function notTaker(bytes32 orderHash, address caller, address taker) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOrderBook.OrderBook_NotTaker.selector, orderHash, caller, taker);
    }

    function noFreeSlot(bytes32 orderHash, uint32 slots) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOfferBook.OfferBook_NoFreeSlot.selector, orderHash, slots);
    }

    function fullyTaken(bytes32 orderHash, uint32 maxFills) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IOfferBook.OfferBook_FullyTaken.selector, orderHash, maxFills);
    }

    /// @dev Declared by the library {OrderLimits}, which tests do not import.
    function outOfBounds(
        bytes32 field,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSignature(
                "Order_OutOfBounds(bytes32,uint256,uint256,uint256)",
                field,
                value,
                minimum,
                maximum
            );
    }
}
