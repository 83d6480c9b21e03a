// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every window, limit and rate of an offer has a least and a most, where it is published and where it is
/// taken.
contract JobEscrowOfferLimitsTest is JobFuzz {
    struct Limit {
        string field;
        /// The field's place in the struct.
        uint256 index;
        uint256 least;
        uint256 most;
        /// What the field's type can hold.
        uint256 typeMost;
    }

    function setUp() public {
        setUpJobs();
    }

    function testFuzz_RevertWhen_PublishedAboveTheMost(uint256 limitSeed, uint256 value) public {
        _requirePublishRefused(limitSeed, _above(_limit(limitSeed), value));
    }

    function testFuzz_RevertWhen_TakenAboveTheMost(uint256 limitSeed, uint256 value) public {
        _requireTakeRefused(limitSeed, _above(_limit(limitSeed), value));
    }

    function testFuzz_When_FieldIsWithinItsLimits(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        _publishWith(limit, pick(value, "value", limit.least, limit.most));
    }

    function test_BothEndsOfEveryLimitAreAllowed() public {
        for (uint256 i; i < 13; ++i) {
            Limit memory limit = _limit(i);
            _publishWith(limit, limit.least);
            _publishWith(limit, limit.most);
        }
    }

    function test_RevertWhen_OneBeyondAnEnd() public {
        for (uint256 i; i < 13; ++i) {
            Limit memory limit = _limit(i);
            // Of the least that are not zero, all are one but that of the expiry, below which lies another error.
            if (limit.least == 1) {
                _requirePublishRefused(i, limit.least - 1);
                _requireTakeRefused(i, limit.least - 1);
            }
            if (limit.most < limit.typeMost) {
                _requirePublishRefused(i, limit.most + 1);
                _requireTakeRefused(i, limit.most + 1);
            }
        }
    }

    function testFuzz_RevertWhen_ShortestRunExceedsTheLongest(uint32 longest, uint32 shortest) public {
        Offer memory offer = defaultOffer();
        offer.maxRunSeconds = uint32(bound(longest, 1, 30 days));
        offer.minRunSeconds = uint32(bound(shortest, uint256(offer.maxRunSeconds) + 1, type(uint32).max));
        bytes memory expected = JobErrors.outOfBounds("minRunSeconds", offer.minRunSeconds, 1, offer.maxRunSeconds);
        requireRevert(owner, abi.encodeCall(IJobOffers.publishOffer, (offer)), expected, "shortest above longest");
    }

    /// @dev The bound on an expiry moves with time: it holds against the second of the call.
    function testFuzz_ExpiryIsAtMost366DaysAhead(uint32 elapsed) public {
        uint256 most = block.timestamp + elapsed + 366 days;
        Offer memory offer = defaultOffer();
        offer.expiresAt = uint40(most + 1);
        vm.warp(block.timestamp + elapsed);
        bytes memory expected = JobErrors.outOfBounds("expiresAt", most + 1, 0, most);
        requireRevert(owner, abi.encodeCall(IJobOffers.publishOffer, (offer)), expected, "more than 366 days");
        requireRevert(client, takeCall(offer, defaultTake()), expected, "more than 366 days, taken");

        vm.warp(block.timestamp + 1);
        openJob(offer, defaultTake());
    }

    /// @dev What the limits are, written down a second time.
    function _limit(uint256 seed) private view returns (Limit memory) {
        uint256 i = seed % 13;
        uint256 amount = type(uint96).max;
        uint256 word = type(uint32).max;
        if (i == 0) return Limit("ratePerSecond", 4, 1, amount, type(uint128).max);
        if (i == 1) return Limit("collateral", 5, 0, type(uint80).max, type(uint128).max);
        if (i == 2) return Limit("disputeFee", 6, 0, amount, type(uint128).max);
        if (i == 3) return Limit("maxRunSeconds", 8, 1, 2_592_000, word);
        if (i == 4) return Limit("minRunSeconds", 7, 1, 3_600, word);
        if (i == 5) return Limit("declineSeconds", 9, 1, 86_400, word);
        if (i == 6) return Limit("slackSeconds", 10, 1, 604_800, word);
        if (i == 7) return Limit("reviewSeconds", 11, 1, 2_592_000, word);
        if (i == 8) return Limit("rulingSeconds", 12, 1, 7_776_000, word);
        if (i == 9) return Limit("noRulingBps", 13, 0, 10_000, type(uint16).max);
        if (i == 10) return Limit("slots", 14, 1, word, word);
        if (i == 11) return Limit("maxFills", 15, 1, word, word);
        return Limit("expiresAt", 16, block.timestamp, block.timestamp + 31_622_400, type(uint40).max);
    }

    function _above(Limit memory limit, uint256 value) private pure returns (uint256) {
        vm.assume(limit.most < limit.typeMost);
        return pick(value, "value", limit.most + 1, limit.typeMost);
    }

    /// @dev The default offer with one field set, unlike all others by its salt.
    function _offerWith(Limit memory limit, uint256 value) private view returns (Offer memory offer) {
        offer = defaultOffer();
        offer.minRunSeconds = 1;
        offer.salt = uint256(keccak256(abi.encode(limit.field, value)));
        uint256 index = limit.index;
        assembly {
            mstore(add(offer, mul(index, 0x20)), value)
        }
    }

    function _publishWith(Limit memory limit, uint256 value) private {
        Offer memory offer = _offerWith(limit, value);
        vm.prank(owner);
        bytes32 orderHash = escrow.publishOffer(offer);
        assertTrue(escrow.orderStateOf(orderHash).approved, limit.field);
    }

    function _expected(Limit memory limit, uint256 value) private pure returns (bytes memory) {
        bool isExpiry = limit.index == 16;
        return JobErrors.outOfBounds(bytes32(bytes(limit.field)), value, isExpiry ? 0 : limit.least, limit.most);
    }

    function _requirePublishRefused(uint256 limitSeed, uint256 value) private {
        Limit memory limit = _limit(limitSeed);
        Offer memory offer = _offerWith(limit, value);
        bytes memory input = abi.encodeCall(IJobOffers.publishOffer, (offer));
        requireRevert(owner, input, _expected(limit, value), limit.field);
    }

    /// @dev Takes with the owner's signature. No slots and no fills are refused before they are looked at as limits.
    function _requireTakeRefused(uint256 limitSeed, uint256 value) private {
        Limit memory limit = _limit(limitSeed);
        Offer memory offer = _offerWith(limit, value);
        Take memory take = defaultTake();
        if (offer.maxRunSeconds == 0) (offer.minRunSeconds, take.runLimitSeconds) = (0, 0);
        bytes32 orderHash = escrow.hashOffer(offer);
        bytes memory expected = _expected(limit, value);
        if (offer.maxFills == 0) expected = JobErrors.fullyTaken(orderHash, 0);
        if (offer.slots == 0) expected = JobErrors.noFreeSlot(orderHash, 0);
        if (offer.minRunSeconds > take.runLimitSeconds) take.runLimitSeconds = offer.minRunSeconds;
        if (offer.minRunSeconds > offer.maxRunSeconds) {
            expected = JobErrors.runLimitOutOfBounds(take.runLimitSeconds, offer.minRunSeconds, offer.maxRunSeconds);
        }
        bytes memory input = abi.encodeCall(IJobEscrow.takeOffer, (offer, signDigest(OWNER_KEY, orderHash), take));
        requireRevert(client, input, expected, limit.field);
    }
}
