// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {LeaseOffer} from "../../../contracts/types/Lease.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every window, limit and rate of an offer of leases has a least and a most, where it is published and where
/// it is taken.
contract LeaseEscrowOfferLimitsTest is LeaseFixture {
    struct Limit {
        string field;
        /// The field's place in the struct.
        uint256 index;
        uint256 least;
        uint256 most;
        /// What the field's type can hold.
        uint256 typeMost;
    }

    uint256 private constant LIMITS = 7;
    uint32 private constant DAY = 86_400;

    function setUp() public {
        setUpLeases();
    }

    function testFuzz_RevertWhen_PublishedAboveTheMost(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        _requirePublishRefused(limit, _above(limit, value));
    }

    function testFuzz_RevertWhen_TakenAboveTheMost(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        _requireOpenRefused(limit, _above(limit, value));
    }

    function testFuzz_When_FieldIsWithinItsLimits(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        _publishWith(limit, pick(value, "value", limit.least, limit.most));
    }

    function test_BothEndsOfEveryLimitAreAllowed() public {
        for (uint256 i; i < LIMITS; ++i) {
            Limit memory limit = _limit(i);
            _publishWith(limit, limit.least);
            _publishWith(limit, limit.most);
        }
    }

    function test_RevertWhen_OneBeyondAnEnd() public {
        for (uint256 i; i < LIMITS; ++i) {
            Limit memory limit = _limit(i);
            // All of the least are one, but that of the expiry, below which lies another error.
            if (limit.least == 1) {
                _requirePublishRefused(limit, 0);
                _requireOpenRefused(limit, 0);
            }
            if (limit.most < limit.typeMost) {
                _requirePublishRefused(limit, limit.most + 1);
                _requireOpenRefused(limit, limit.most + 1);
            }
        }
    }

    function testFuzz_RevertWhen_TheLeastDepositExceedsTheLongestLease(uint32 longest, uint32 least) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.maxLeaseSeconds = uint32(bound(longest, 1, 366 days));
        offer.minFundedSeconds = uint32(bound(least, uint256(offer.maxLeaseSeconds) + 1, type(uint32).max));
        bytes memory expected = JobErrors.outOfBounds(
            "minFundedSeconds",
            offer.minFundedSeconds,
            1,
            offer.maxLeaseSeconds
        );
        refuse(owner, abi.encodeCall(ILeaseOffers.publishOffer, (offer)), expected, "least above longest");
    }

    /// @dev The bound on an expiry moves with time: it holds against the second of the call.
    function testFuzz_ExpiryIsAtMost366DaysAhead(uint32 elapsed) public {
        uint256 most = block.timestamp + elapsed + 366 days;
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.expiresAt = uint40(most + 1);
        vm.warp(block.timestamp + elapsed);
        bytes memory expected = JobErrors.outOfBounds("expiresAt", most + 1, 0, most);
        refuse(owner, abi.encodeCall(ILeaseOffers.publishOffer, (offer)), expected, "more than 366 days");
        refuse(client, openCall(offer), expected, "more than 366 days, taken");
        vm.warp(block.timestamp + 1);
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
    }

    /// @dev What the limits are, written down a second time.
    function _limit(uint256 seed) private view returns (Limit memory) {
        uint256 i = seed % LIMITS;
        uint256 word = type(uint32).max;
        if (i == 0) return Limit("ratePerSecond", 3, 1, type(uint96).max, type(uint128).max);
        if (i == 1) return Limit("minFundedSeconds", 4, 1, DAY, word);
        if (i == 2) return Limit("maxLeaseSeconds", 5, 1, 31_622_400, word);
        if (i == 3) return Limit("graceSeconds", 6, 1, 86_400, word);
        if (i == 4) return Limit("slots", 7, 1, word, word);
        if (i == 5) return Limit("maxFills", 8, 1, word, word);
        return Limit("expiresAt", 9, block.timestamp, block.timestamp + 31_622_400, type(uint40).max);
    }

    function _above(Limit memory limit, uint256 value) private pure returns (uint256) {
        vm.assume(limit.most < limit.typeMost);
        return pick(value, "value", limit.most + 1, limit.typeMost);
    }

    /// @dev The default offer with one field set, unlike all others by its salt.
    function _offerWith(Limit memory limit, uint256 value) private view returns (LeaseOffer memory offer) {
        offer = defaultLeaseOffer();
        (offer.minFundedSeconds, offer.maxLeaseSeconds) = (1, DAY);
        offer.salt = uint256(keccak256(abi.encode(limit.field, value)));
        uint256 index = limit.index;
        assembly {
            mstore(add(offer, mul(index, 0x20)), value)
        }
    }

    function _publishWith(Limit memory limit, uint256 value) private {
        bytes32 orderHash = publishLeaseOffer(_offerWith(limit, value));
        assertTrue(leases.orderStateOf(orderHash).approved, limit.field);
    }

    function _expected(Limit memory limit, uint256 value) private pure returns (bytes memory) {
        bool isExpiry = limit.index == 9;
        return JobErrors.outOfBounds(bytes32(bytes(limit.field)), value, isExpiry ? 0 : limit.least, limit.most);
    }

    function _requirePublishRefused(Limit memory limit, uint256 value) private {
        bytes memory input = abi.encodeCall(ILeaseOffers.publishOffer, (_offerWith(limit, value)));
        refuse(owner, input, _expected(limit, value), limit.field);
    }

    /// @dev Opens with the owner's signature. What no lease fits into, and no slots or fills, are refused before they are
    /// looked at as limits.
    function _requireOpenRefused(Limit memory limit, uint256 value) private {
        LeaseOffer memory offer = _offerWith(limit, value);
        uint32 period = LEASE_SECONDS;
        if (offer.maxLeaseSeconds == 0) (offer.minFundedSeconds, period) = (0, 0);
        bytes memory expected = _expected(limit, value);
        if (offer.maxFills == 0) expected = JobErrors.fullyTaken(leases.hashOffer(offer), 0);
        if (offer.slots == 0) expected = JobErrors.noFreeSlot(leases.hashOffer(offer), 0);
        if (offer.minFundedSeconds > offer.maxLeaseSeconds) {
            period = offer.minFundedSeconds;
            expected = LeaseErrors.leaseSecondsOutOfBounds(period, period, offer.maxLeaseSeconds);
        }
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        refuse(client, abi.encodeCall(leases.open, (offer, signature, period, period)), expected, limit.field);
    }
}
