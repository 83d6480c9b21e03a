// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every window, limit and rate of a request has a least and a most, where it is published and where it is
/// taken.
contract JobEscrowRequestLimitsTest is RequestFixture {
    struct Limit {
        string field;
        /// The field's place in the struct.
        uint256 index;
        uint256 least;
        uint256 most;
        /// What the field's type can hold.
        uint256 typeMost;
    }

    uint256 private constant LIMITS = 13;
    uint256 private constant EXPIRY_INDEX = 21;

    function setUp() public {
        setUpRequests();
    }

    function testFuzz_RevertWhen_PublishedAboveTheMost(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        _requirePublishRefused(limit, _above(limit, value));
    }

    function testFuzz_RevertWhen_TakenAboveTheMost(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        _requireTakeRefused(limit, _above(limit, value));
    }

    function testFuzz_When_FieldIsWithinItsLimits(uint256 limitSeed, uint256 value) public {
        Limit memory limit = _limit(limitSeed);
        value = pick(value, "value", limit.least, limit.most);
        _publishWith(limit, value);
        _takeUnpublishedWith(limit, value);
    }

    function test_BothEndsOfEveryLimitAreAllowed() public {
        for (uint256 i; i < LIMITS; ++i) {
            Limit memory limit = _limit(i);
            _publishWith(limit, limit.least);
            _publishWith(limit, limit.most);
            _takeUnpublishedWith(limit, limit.least);
            _takeUnpublishedWith(limit, limit.most);
        }
    }

    function test_RevertWhen_OneBeyondAnEnd() public {
        for (uint256 i; i < LIMITS; ++i) {
            Limit memory limit = _limit(i);
            // Below an expiry's least lies another error.
            if (limit.least != 0 && limit.index != EXPIRY_INDEX) {
                _requirePublishRefused(limit, limit.least - 1);
                _requireTakeRefused(limit, limit.least - 1);
            }
            _requirePublishRefused(limit, limit.most + 1);
            _requireTakeRefused(limit, limit.most + 1);
        }
    }

    function testFuzz_RevertWhen_StartRateExceedsTheHighest(uint96 highest, uint128 start) public {
        Request memory request = defaultRequest();
        request.maxRatePerSecond = uint128(bound(highest, 1, type(uint96).max));
        request.startRatePerSecond = uint128(bound(start, uint256(request.maxRatePerSecond) + 1, type(uint128).max));
        bytes memory expected = JobErrors.outOfBounds(
            "startRatePerSecond",
            request.startRatePerSecond,
            1,
            request.maxRatePerSecond
        );
        requireRevert(client, _publishCall(request), expected, "start above highest");
        requireRevert(owner, requestCall(request), expected, "start above highest, taken before the rise");
        vm.warp(uint256(request.startsAt) + RISE_SECONDS);
        requireRevert(owner, requestCall(request), expected, "start above highest, taken after the rise");

        request.startRatePerSecond = request.maxRatePerSecond;
        publishRequest(request);
    }

    /// @dev There is no rate between the two, so the market stops before it looks at the other bounds.
    function testFuzz_RevertWhen_TakenWithinAFallingRise(uint96 highest, uint128 start, uint16 elapsed) public {
        Request memory request = defaultRequest();
        request.maxRatePerSecond = uint128(bound(highest, 1, type(uint96).max));
        request.startRatePerSecond = uint128(bound(start, uint256(request.maxRatePerSecond) + 1, type(uint128).max));
        vm.warp(request.startsAt + bound(elapsed, 0, RISE_SECONDS - 1));
        bytes memory expected = JobErrors.outOfBounds(
            "startRatePerSecond",
            request.startRatePerSecond,
            1,
            request.maxRatePerSecond
        );
        requireRevert(owner, requestCall(request), expected, "start above highest, taken within the rise");
        requireRevert(stranger, abi.encodeCall(IRequestBook.rateOf, (request)), expected, "its rate");
    }

    /// @dev The bounds on times move: they hold against the second of the call.
    function testFuzz_TimesAreAtMost366DaysAhead(uint32 elapsed) public {
        uint256 most = block.timestamp + elapsed + 366 days;
        Request memory request = defaultRequest();
        request.expiresAt = uint40(most + 1);
        vm.warp(block.timestamp + elapsed);
        bytes memory expected = JobErrors.outOfBounds("expiresAt", most + 1, 0, most);
        requireRevert(client, _publishCall(request), expected, "expires in more than 366 days");
        requireRevert(owner, requestCall(request), expected, "expires in more than 366 days, taken");

        request.startsAt = uint40(most + 1);
        expected = JobErrors.outOfBounds("startsAt", most + 1, 0, most);
        requireRevert(client, _publishCall(request), expected, "starts in more than 366 days");
        requireRevert(owner, requestCall(request), expected, "starts in more than 366 days, taken");

        vm.warp(block.timestamp + 1);
        takeSigned(request);
    }

    /// @dev What a client asks of a provider has no bounds: a request that nobody meets hurts nobody.
    function testFuzz_When_NobodyCanMeetIt_ItMayBePublished(
        uint16 minGpuCount,
        uint32 minVramMib,
        bytes32 gpuModel,
        bytes8 region,
        uint128 minStake,
        address taker
    ) public {
        Request memory request = defaultRequest();
        (request.minGpuCount, request.minVramMib, request.gpuModel) = (minGpuCount, minVramMib, gpuModel);
        (request.region, request.minStake, request.taker) = (region, minStake, taker);
        assertTrue(escrow.orderStateOf(publishRequest(request)).approved, "published");
    }

    /// @dev What the limits are, written down a second time.
    function _limit(uint256 seed) private view returns (Limit memory) {
        uint256 i = seed % LIMITS;
        uint256 amount = type(uint96).max;
        uint256 word = type(uint32).max;
        uint256 lastAt = block.timestamp + 31_622_400;
        if (i == 0) return Limit("startRatePerSecond", 4, 1, MAX_RATE_PER_SECOND, type(uint128).max);
        if (i == 1) return Limit("maxRatePerSecond", 5, 1, amount, type(uint128).max);
        if (i == 2) return Limit("startsAt", 6, 0, lastAt, type(uint40).max);
        if (i == 3) return Limit("riseSeconds", 7, 0, 31_622_400, word);
        if (i == 4) return Limit("collateral", 8, 0, 1_208_925_819_614_629_174_706_175, type(uint128).max);
        if (i == 5) return Limit("disputeFee", 9, 0, amount, type(uint128).max);
        if (i == 6) return Limit("runLimitSeconds", 10, 1, 2_592_000, word);
        if (i == 7) return Limit("declineSeconds", 11, 1, 86_400, word);
        if (i == 8) return Limit("slackSeconds", 12, 1, 604_800, word);
        if (i == 9) return Limit("reviewSeconds", 13, 1, 2_592_000, word);
        if (i == 10) return Limit("rulingSeconds", 14, 1, 7_776_000, word);
        if (i == 11) return Limit("noRulingBps", 15, 0, 10_000, type(uint16).max);
        return Limit("expiresAt", EXPIRY_INDEX, block.timestamp, lastAt, type(uint40).max);
    }

    function _above(Limit memory limit, uint256 value) private pure returns (uint256) {
        return pick(value, "value", limit.most + 1, limit.typeMost);
    }

    /// @dev The default request with one field set, unlike all others by its salt.
    function _requestWith(
        Limit memory limit,
        uint256 value,
        string memory use
    ) private view returns (Request memory request) {
        request = defaultRequest();
        // Not above the other rate, whatever that is set to.
        if (limit.index == 5) request.startRatePerSecond = 1;
        request.salt = uint256(keccak256(abi.encode(limit.field, value, use)));
        uint256 index = limit.index;
        assembly {
            mstore(add(request, mul(index, 0x20)), value)
        }
    }

    function _publishWith(Limit memory limit, uint256 value) private {
        Request memory request = _requestWith(limit, value, "publish");
        assertTrue(escrow.orderStateOf(publishRequest(request)).approved, limit.field);
    }

    function _takeUnpublishedWith(Limit memory limit, uint256 value) private {
        Request memory request = _requestWith(limit, value, "take");
        coverRequest(request);
        takeSigned(request);
        (, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        vm.prank(address(escrow));
        staking.release(provider, locked);
    }

    function _expected(Limit memory limit, uint256 value) private pure returns (bytes memory) {
        uint256 least = limit.index == EXPIRY_INDEX ? 0 : limit.least;
        return JobErrors.outOfBounds(bytes32(bytes(limit.field)), value, least, limit.most);
    }

    function _requirePublishRefused(Limit memory limit, uint256 value) private {
        bytes memory input = _publishCall(_requestWith(limit, value, "publish"));
        requireRevert(client, input, _expected(limit, value), limit.field);
    }

    /// @dev By the owner, with the client's signature.
    function _requireTakeRefused(Limit memory limit, uint256 value) private {
        bytes memory input = requestCall(_requestWith(limit, value, "take"));
        requireRevert(owner, input, _expected(limit, value), limit.field);
    }

    function _publishCall(Request memory request) private pure returns (bytes memory) {
        return abi.encodeCall(IRequestBook.publishRequest, (request, ""));
    }
}
