// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../../contracts/types/Job.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What a request pays when. The fixture weighs both rates, where the market adds a part of their span.
contract JobEscrowRequestRateTest is RequestFixture {
    function setUp() public {
        setUpRequests();
    }

    function testFuzz_RateAtAnyTime(uint256 seed, uint40 nowAt) public {
        Request memory request = anyRequest(seed);
        _requireRate(request, nowAt, rateAt(request, nowAt), "at any time");
    }

    function testFuzz_RateWithinTheRise(uint256 seed, uint256 atSeed) public {
        Request memory request = _rising(seed);
        uint256 nowAt = request.startsAt + pick(atSeed, "elapsed", 0, request.riseSeconds);
        _requireRate(request, nowAt, rateAt(request, nowAt), "within the rise");
    }

    function testFuzz_RateBeforeTheStart(uint256 seed, uint40 nowAt) public {
        Request memory request = anyRequest(seed);
        request.startsAt = uint40(bound(request.startsAt, 1, type(uint40).max));
        nowAt = uint40(bound(nowAt, 0, request.startsAt - 1));
        _requireRate(request, nowAt, request.startRatePerSecond, "before the start");
        _requireRate(request, request.startsAt - 1, request.startRatePerSecond, "just before the start");
    }

    function testFuzz_RateAtTheEndsOfTheRise(uint256 seed, uint32 late) public {
        Request memory request = _rising(seed);
        uint256 endsAt = uint256(request.startsAt) + request.riseSeconds;
        _requireRate(request, request.startsAt, request.startRatePerSecond, "at the start");
        _requireRate(request, endsAt, request.maxRatePerSecond, "at the end");
        _requireRate(request, endsAt + late, request.maxRatePerSecond, "after the end");
    }

    /// @dev By the definition of rounding down: the part of the rise that is paid fits into the part that is over, and
    /// one unit more would not.
    function testFuzz_RateIsRoundedDown(uint256 seed, uint256 atSeed) public {
        Request memory request = _rising(seed);
        vm.assume(request.riseSeconds > 1);
        uint256 elapsed = pick(atSeed, "elapsed", 1, request.riseSeconds - 1);
        vm.warp(request.startsAt + elapsed);
        uint256 paid = escrow.rateOf(request) - request.startRatePerSecond;
        uint256 over = uint256(request.maxRatePerSecond - request.startRatePerSecond) * elapsed;
        assertTrue(paid * request.riseSeconds <= over, "not too much");
        assertTrue((paid + 1) * request.riseSeconds > over, "not too little");
    }

    function testFuzz_RateNeverFalls(uint256 seed, uint256 firstSeed, uint256 secondSeed) public {
        Request memory request = _rising(seed);
        uint256 endsAt = uint256(request.startsAt) + request.riseSeconds;
        uint256 first = pick(firstSeed, "first", request.startsAt - 1, endsAt + 1);
        uint256 second = pick(secondSeed, "second", first, endsAt + 1);
        vm.warp(first);
        uint128 before = escrow.rateOf(request);
        vm.warp(second);
        assertTrue(escrow.rateOf(request) >= before, "later is never cheaper");
        assertTrue(before >= request.startRatePerSecond, "never below the start");
        assertTrue(escrow.rateOf(request) <= request.maxRatePerSecond, "never above the highest");
    }

    function testFuzz_When_RiseIsZero_TheRateJumps(uint256 seed, uint32 late) public {
        Request memory request = _rising(seed);
        request.riseSeconds = 0;
        _requireRate(request, request.startsAt - 1, request.startRatePerSecond, "before the jump");
        _requireRate(request, request.startsAt, request.maxRatePerSecond, "at the jump");
        _requireRate(request, uint256(request.startsAt) + late, request.maxRatePerSecond, "after the jump");
    }

    function testFuzz_When_BothRatesAreOne_ItStays(uint256 seed, uint40 nowAt) public {
        Request memory request = anyRequest(seed);
        request.startRatePerSecond = request.maxRatePerSecond;
        _requireRate(request, nowAt, request.maxRatePerSecond, "a flat rate");
    }

    /// @dev The largest numbers that a well-formed request can have.
    function testFuzz_When_EverythingIsLargest(uint32 elapsed) public {
        Request memory request = defaultRequest();
        request.startRatePerSecond = 1;
        request.maxRatePerSecond = type(uint96).max;
        request.startsAt = uint40(block.timestamp + 366 days);
        request.riseSeconds = 366 days;
        elapsed = uint32(bound(elapsed, 0, 366 days));
        uint256 nowAt = uint256(request.startsAt) + elapsed;
        _requireRate(request, nowAt, 1 + (uint256(type(uint96).max - 1) * elapsed) / 366 days, "largest");
    }

    function testFuzz_ThePriceIsTheRateOfTheTake(uint256 seed, uint256 atSeed) public {
        Request memory request = _takenWithinTheRise(seed, atSeed);
        uint256 price = uint256(rateAt(request, block.timestamp)) * request.runLimitSeconds;
        uint256 before = claimOf(client);
        JobTerms memory terms = takeSigned(request);
        assertEq(terms.ratePerSecond, escrow.rateOf(request), "the rate of now");
        assertEq(before - claimOf(client), price, "paid");
        assertEq(claimOf(address(escrow)), price, "held");
    }

    function testFuzz_When_TimePassesAfterTheTake_ThePriceStays(uint256 seed, uint256 atSeed, uint32 wait) public {
        Request memory request = _takenWithinTheRise(seed, atSeed);
        JobTerms memory terms = takeSigned(request);
        vm.warp(block.timestamp + bound(wait, 0, uint256(request.declineSeconds) + request.runLimitSeconds));
        submitJob(terms);
        vm.prank(client);
        escrow.accept(terms);
        assertEq(claimOf(payout), priceOf(terms), "the rate of the take");
        assertEq(claimOf(address(escrow)), 0, "nothing is left over");
    }

    function testFuzz_When_Declined_TheNextTakePaysTheRateOfThen(uint256 seed, uint256 atSeed, uint32 wait) public {
        Request memory request = _takenWithinTheRise(seed, atSeed);
        JobTerms memory first = takeSigned(request);
        uint256 before = claimOf(client) + priceOf(first);
        vm.warp(block.timestamp + bound(wait, 0, request.declineSeconds));
        declineJob(first);
        assertEq(claimOf(client), before, "the old price came back");

        JobTerms memory second = takeWith(request, "");
        assertEq(second.ratePerSecond, rateAt(request, block.timestamp), "the rate of then");
        assertEq(before - claimOf(client), uint256(second.ratePerSecond) * request.runLimitSeconds, "paid");
    }

    /// @dev A request whose rate rises ahead of now.
    function _rising(uint256 seed) private view returns (Request memory request) {
        request = anyRequest(seed);
        request.startsAt = uint40(pick(seed, "start", block.timestamp, block.timestamp + 366 days));
        request.riseSeconds = uint32(pick(seed, "rise", 1, 366 days));
        request.expiresAt = uint40(block.timestamp + 366 days);
    }

    /// @dev A covered request, at a time within its rise.
    function _takenWithinTheRise(uint256 seed, uint256 atSeed) private returns (Request memory request) {
        request = _rising(seed);
        request.startsAt = uint40(block.timestamp + pick(seed, "soon", 0, 100 days));
        request.riseSeconds = uint32(pick(seed, "rise", 1, 200 days));
        coverRequest(request);
        vm.warp(request.startsAt + pick(atSeed, "elapsed", 0, request.riseSeconds));
    }

    function _requireRate(Request memory request, uint256 nowAt, uint256 expected, string memory label) private {
        vm.warp(nowAt);
        assertEq(escrow.rateOf(request), expected, label);
    }
}
