// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../../contracts/interfaces/IRequestBook.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Request} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: a decline costs nothing. So a provider takes a request at its start rate, keeps everybody else
/// away for the decline window, declines in its last second, takes it again in the same second, and so on until the
/// rate has risen to the highest; or until the request has expired, if all it wants is that nobody serves it.
/// Peer: none known. It is the price of `decline`, and not prevented here: these tests state what it can cost.
contract DeclineAsOptionTest is Story {
    uint128 private constant HIGHEST_RATE = 4 * RATE_PER_SECOND;

    function setUp() public {
        setUpStory();
        setUpRival();
    }

    /// @dev The client pays the highest rate that it signed, where the honest provider would have worked for less. That
    /// is the bound: no more, and once.
    function testFuzz_TheClientPaysWhatItSignedAtMost(uint32 riseSeconds) public {
        Request memory request = _rising(uint32(bound(riseSeconds, 1, 600)));
        uint256 takes = _hold(request, block.timestamp + request.riseSeconds);
        JobTerms memory terms = _rivals(request, HIGHEST_RATE, uint32(takes));
        assertTrue(stateOf(terms) == JobState.ACTIVE, "the rival has it at the highest rate");
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms), "the client paid one price");
        assertEq(claimOf(address(escrow)), priceOf(terms), "which is in the market");

        vm.prank(rival);
        escrow.submit(terms, keccak256("result"), 0);
        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        assertEq(claimOf(rival), uint256(HIGHEST_RATE) * RUN_LIMIT_SECONDS, "the attacker's price, for its work");
        (, , uint128 locked) = staking.authorizationOf(rival, address(escrow));
        assertEq(locked, 0, "its collateral was locked meanwhile");
    }

    /// @dev The client ends it whenever it sees it: the next decline gives the price back, and opens nothing.
    function testFuzz_TheClientEndsIt(uint8 windows, bool raises) public {
        Request memory request = _rising(600);
        uint256 takes = _hold(request, block.timestamp + bound(windows, 0, 10) * request.declineSeconds);
        JobTerms memory terms = _rivals(request, escrow.rateOf(request), uint32(takes));
        vm.prank(client);
        if (raises) escrow.raiseRequestEpoch();
        else escrow.cancelRequest(request);
        vm.prank(rival);
        escrow.decline(terms, "again");
        vm.prank(rival);
        (bool succeeded, ) = address(escrow).call(takeRequestCall(CLIENT_KEY, request, rival));
        assertFalse(succeeded, "another take");
        assertEq(claimOf(client), CLIENT_FUNDS, "the client has lost nothing but time");
    }

    /// @dev A client that names its taker, or decides fast, is out of its reach.
    function test_ANamedTakerIsSafe() public {
        Request memory request = _rising(600);
        request.taker = provider;
        bytes memory take = takeRequestCall(CLIENT_KEY, request, rival);
        bytes4 error_ = bytes4(keccak256("OrderBook_NotTaker(bytes32,address,address)"));
        requireRefused(rival, address(escrow), take, error_, "a request for somebody else");
        take = takeRequestCall(CLIENT_KEY, request, provider);
        vm.prank(operator);
        (bool succeeded, ) = address(escrow).call(take);
        assertTrue(succeeded, "its taker");
    }

    /// @dev Takes and declines until a time. The honest provider tries in every window, and is refused in each.
    function _hold(Request memory request, uint256 untilAt) private returns (uint256 takes) {
        bytes memory take = takeRequestCall(CLIENT_KEY, request, rival);
        bytes memory honest = takeRequestCall(CLIENT_KEY, request, provider);
        while (true) {
            uint128 rate = escrow.rateOf(request);
            vm.prank(rival);
            (bool succeeded, ) = address(escrow).call(take);
            assertTrue(succeeded, "the rival takes it");
            ++takes;
            bytes4 error_ = IRequestBook.RequestBook_Taken.selector;
            requireRefused(operator, address(escrow), honest, error_, "the honest provider");
            if (block.timestamp >= untilAt) return takes;
            JobTerms memory held = _rivals(request, rate, uint32(takes));
            vm.warp(block.timestamp + request.declineSeconds);
            vm.prank(rival);
            escrow.decline(held, "later");
            assertEq(claimOf(client), CLIENT_FUNDS, "the price is back each time");
        }
    }

    function _rising(uint32 riseSeconds) private view returns (Request memory request) {
        request = plainRequest();
        request.maxRatePerSecond = HIGHEST_RATE;
        request.startsAt = uint40(block.timestamp);
        request.riseSeconds = riseSeconds;
    }

    function _rivals(Request memory request, uint128 rate, uint32 fill) private view returns (JobTerms memory terms) {
        terms = termsOfRequest(request, fill);
        (terms.provider, terms.payout, terms.ratePerSecond) = (rival, rival, rate);
    }
}
