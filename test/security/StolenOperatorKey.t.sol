// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Request} from "../../contracts/types/Order.sol";
import {IMulticall} from "../utils/SuiteInterfaces.sol";
import {vm} from "../utils/Vm.sol";
import {ThiefStory} from "./ThiefStory.sol";

/// @notice The attack: steal the hot key from the machine that is always online, and an accomplice to be its client.
/// Peer: Livepeer's operators call the hot key on the host their biggest risk (reported: go-livepeer#3941, peers.md 2).
///
/// The largest loss. Let L be what the owner lets the market lock in all (its limit in {ProviderStaking}), and E the
/// prices of the jobs that are ACTIVE when the key is stolen, each at the owner's lowest rate at least.
/// - Stake: only a slash lowers it, a slash is at most its lock, locks are at most the limit, and a slash lowers the
///   limit by as much, which only the owner can raise. So all slashes together are at most L.
/// - Earnings: the key can decline, forfeit or not deliver what is ACTIVE: E at most. What is SUBMITTED or later it
///   cannot touch, and a new job's price is its client's own, so it lowers nobody's claim but that client's.
/// - The thief: half of the slashes of jobs whose client it is: at most L / 2. Prices go to the payout address alone.
/// So the loss is at most L + E, and the tests attain it. After the key's removal it is nothing more.
contract StolenOperatorKeyTest is ThiefStory {
    function setUp() public {
        setUpTheft();
    }

    /// @dev The worst case: two honest jobs run, the rest of the limit is locked for the accomplice, nothing is delivered.
    function test_TheLargestLoss() public {
        JobTerms memory first = openJob();
        openHere(first);
        openHere(openJob());
        uint256 earnings = 2 * priceOf(first);
        uint256 accomplicesJobs = (LOCK_LIMIT - 2 * COLLATERAL) / MAX_PER_LOCK;
        for (uint256 i; i < accomplicesJobs; ++i) {
            openHere(takeAsThief(MAX_PER_LOCK, 0));
        }
        Ledger memory expected = ledgerOf(first);
        assertEq(expected.locked, LOCK_LIMIT, "the whole limit is locked");
        vm.warp(deliverUntil(first) + 1);
        vm.prank(stranger);
        assertEq(escrow.expireMany(jobs), jobs.length, "nothing was delivered");

        Loss memory loss = lossSince(earnings);
        assertEq(loss.stake, LOCK_LIMIT, "the stake that is lost is the limit");
        assertEq(loss.earnings, earnings, "and the earnings all of the open jobs'");
        assertEq(loss.stake + loss.earnings, LOCK_LIMIT + earnings, "the largest loss");
        assertEq(staking.claimOf(stranger), (accomplicesJobs * MAX_PER_LOCK) / 2, "the thief has half of its part");
        assertEq(staking.claimOf(client), COLLATERAL, "the honest client the half of its own");
        assertEq(staking.unburned(), LOCK_LIMIT / 2, "the rest is burned");
        assertEq(claimOf(stranger), CLIENT_FUNDS, "the thief's prices are back");
        assertEq(claimOf(client), CLIENT_FUNDS, "and the client's");
        assertEq(staking.freeOf(provider), STAKE - LOCK_LIMIT, "stake beyond the limit is untouched");

        // Nothing is left to take: a lock of one base unit is too much.
        Offer memory more = thiefsOffer(1, 0);
        vm.prank(stranger);
        (bool succeeded, ) = address(escrow).call(takeCall(more, thiefsTake()));
        assertFalse(succeeded, "another lock");
    }

    /// @dev The most that a thief can gain is half of the limit: when no other job is open. By offers, or by requests of
    /// its own at the lowest rate.
    function testFuzz_TheLargestGain(bool byRequest) public {
        for (uint256 i; i < LOCK_LIMIT / MAX_PER_LOCK; ++i) {
            openHere(byRequest ? takeThiefsRequest(MAX_PER_LOCK, i) : takeAsThief(MAX_PER_LOCK, i));
        }
        vm.warp(block.timestamp + 1 days);
        escrow.expireMany(jobs);
        Loss memory loss = lossSince(0);
        assertEq(loss.stake, LOCK_LIMIT, "the limit");
        assertEq(staking.claimOf(stranger), LOCK_LIMIT / 2, "the largest gain");
        assertEq(claimOf(stranger), CLIENT_FUNDS, "no payment token is gained or spent");
    }

    /// @dev A smaller limit of the owner's is a smaller loss, in proportion: this is the owner's dial.
    function testFuzz_TheLimitIsTheDial(uint128 limit) public {
        limit = uint128(bound(limit, 1, MAX_PER_LOCK));
        authorizeEscrow(limit, limit);
        openHere(takeAsThief(limit, 0));
        vm.warp(block.timestamp + 1 days);
        escrow.expireMany(jobs);
        assertEq(lossSince(0).stake, limit, "the loss is the limit");
        assertEq(staking.claimOf(stranger), limit / 2, "the gain is half of it");
    }

    /// @dev What is submitted is out of the key's reach, whatever it calls.
    function testFuzz_SubmittedWorkIsSafe(uint256 seed) public {
        JobTerms memory terms = openJob();
        submitJob(terms);
        bytes memory word = signCancel(CLIENT_KEY, terms, type(uint40).max);
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.decline, (terms, "no")));
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.forfeit, (terms)));
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.submit, (terms, keccak256("junk"), 0)));
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, word)));
        for (uint256 i; i < 6; ++i) {
            thiefsMove(uint256(keccak256(abi.encode(seed, i))));
        }
        vm.warp(block.timestamp + 30 days);
        escrow.settle(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "completed");
        assertTrue(claimOf(payout) >= priceOf(terms), "and paid");
    }

    /// @dev No sequence of calls that the key and its accomplice can make costs more than L + E, gains more than L / 2,
    /// or changes what only the owner may.
    function testFuzz_NoSequenceCostsMore(uint256 seed, uint8 honestJobs) public {
        honestJobs = uint8(bound(honestJobs, 0, 3));
        uint256 earnings;
        for (uint256 i; i < honestJobs; ++i) {
            JobTerms memory terms = openJob();
            openHere(terms);
            earnings += priceOf(terms);
        }
        bytes32 rights = ownersRights();
        for (uint256 i; i < 14; ++i) {
            thiefsMove(uint256(keccak256(abi.encode(seed, i))));
        }
        finishAll();

        Loss memory loss = lossSince(earnings);
        (uint128 limit, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        assertEq(loss.stake, LOCK_LIMIT - limit, "what is lost is what the limit lost");
        assertTrue(loss.stake <= LOCK_LIMIT, "at most the limit");
        assertTrue(loss.earnings <= earnings, "at most the open jobs' earnings");
        assertTrue(staking.claimOf(stranger) <= loss.stake / 2, "the thief has at most half");
        assertTrue(claimOf(stranger) <= CLIENT_FUNDS, "and no payment token");
        assertEq(locked, 0, "nothing stays locked");
        assertEq(claimOf(address(escrow)), 0, "nothing stays in the market");
        assertEq(staking.freeOf(provider), STAKE - LOCK_LIMIT, "free stake is untouched");
        assertEq(ownersRights(), rights, "the owner's rights are the owner's");
    }

    /// @dev What the key can never do: move stake or payouts, widen its bounds, or make itself last.
    function test_WhatOnlyTheOwnerMay() public {
        bytes32 rights = ownersRights();
        bytes[] memory calls = ownersCalls();
        for (uint256 i; i < calls.length; ++i) {
            _requireFails(operator, i < REGISTRY_CALLS ? address(registry) : address(staking), calls[i]);
            bytes[] memory batch = new bytes[](1);
            batch[0] = calls[i];
            bytes memory input = abi.encodeCall(IMulticall.multicall, (batch));
            _requireFails(operator, i < REGISTRY_CALLS ? address(registry) : address(staking), input);
        }
        uint256 id = idOf(payToken);
        _requireFails(operator, address(vault), abi.encodeCall(vault.withdrawFor, (payToken, 1, payout)));
        _requireFails(operator, address(vault), abi.encodeCall(vault.transferFrom, (payout, operator, id, 1)));
        assertEq(ownersRights(), rights, "nothing changed");
    }

    /// @dev Nor can it promise what the owner's bounds forbid: a lower rate, another token, another adjudicator, a larger
    /// collateral.
    function testFuzz_TheBoundsHold(uint8 which, uint128 rate, address other) public {
        vm.assume(other != address(payToken) && other != adjudicator);
        Offer memory offer = defaultOffer();
        Request memory request = thiefsRequest(COLLATERAL, 0);
        rate = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        if (which % 4 == 0) (offer.ratePerSecond, request.maxRatePerSecond) = (rate, rate);
        if (which % 4 == 0) request.startRatePerSecond = rate;
        if (which % 4 == 1) (offer.token, request.token) = (other, other);
        if (which % 4 == 2) (offer.adjudicator, request.adjudicator) = (other, other);
        if (which % 4 == 3) (offer.collateral, request.collateral) = (MAX_PER_LOCK + 1, MAX_PER_LOCK + 1);
        _requireFails(stranger, address(escrow), takeCall(offer, defaultTake()));
        if (which % 4 != 3) _requireFails(operator, address(escrow), abi.encodeCall(escrow.publishOffer, (offer)));
        _requireFails(operator, address(escrow), takeRequestCall(STRANGER_KEY, request, provider));
        assertEq(lossSince(0).stake, 0, "nothing is lost");
    }

    /// @dev After the removal everything that it signed is dead: kept back, published, or remembered by the market.
    function testFuzz_AfterTheRemoval_WhatItSignedIsDead(uint8 which) public {
        Offer memory offer = thiefsOffer(MAX_PER_LOCK, 0);
        bytes memory take = takeCall(offer, thiefsTake());
        if (which % 3 == 1) {
            vm.prank(operator);
            escrow.publishOffer(offer);
        }
        if (which % 3 == 2) {
            JobTerms memory remembered = takeAsThief(MAX_PER_LOCK, 0);
            vm.prank(operator);
            escrow.decline(remembered, "kept for later");
        }
        removeKey();
        requireRefused(stranger, address(escrow), take, IOrderBook.OrderBook_WrongEpoch.selector, "what it signed");
        offer.authEpoch = registry.authEpochOf(provider);
        _requireFails(stranger, address(escrow), takeCall(offer, thiefsTake()));
        _requireFails(operator, address(escrow), abi.encodeCall(escrow.publishOffer, (offer)));
        Request memory request = thiefsRequest(MAX_PER_LOCK, 0);
        _requireFails(operator, address(escrow), takeRequestCall(STRANGER_KEY, request, provider));
        assertEq(lossSince(0).stake, 0, "nothing is lost");
    }

    /// @dev Jobs that it opened before go on, in the owner's hands: each can be saved, and the key can touch none.
    function testFuzz_AfterTheRemoval_TheOwnerSavesWhatIsOpen(bool byRequest, bool declines) public {
        JobTerms memory terms = byRequest ? takeThiefsRequest(MAX_PER_LOCK, 0) : takeAsThief(MAX_PER_LOCK, 0);
        removeKey();
        bytes memory signature = signCancel(STRANGER_KEY, terms, type(uint40).max);
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.submit, (terms, keccak256("junk"), 0)));
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.decline, (terms, "no")));
        _requireFails(operator, address(escrow), abi.encodeCall(IJobEscrow.forfeit, (terms)));
        _requireFails(
            operator,
            address(escrow),
            abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, signature))
        );
        _requireFails(operator, address(registry), abi.encodeCall(registry.raiseAuthEpoch, (provider)));
        Offer memory fresh = defaultOffer();
        _requireFails(operator, address(escrow), abi.encodeCall(escrow.cancelOffer, (fresh)));

        vm.startPrank(owner);
        if (declines) escrow.decline(terms, "not ours");
        else escrow.submit(terms, keccak256("result"), 0);
        vm.stopPrank();
        vm.warp(block.timestamp + 30 days);
        if (!declines) escrow.settle(terms);
        assertEq(lossSince(0).stake, 0, "no stake is lost");
        assertEq(claimOf(payout), declines ? 0 : priceOf(terms), "and the work is paid");
        assertEq(claimOf(stranger), CLIENT_FUNDS - claimOf(payout), "by the thief");
    }

    function _requireFails(address caller, address target, bytes memory input) private {
        vm.prank(caller);
        (bool succeeded, ) = target.call(input);
        assertFalse(succeeded, "a call that must fail");
    }
}
