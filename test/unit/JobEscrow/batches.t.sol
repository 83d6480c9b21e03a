// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {Job, JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {Vm, vm} from "../../utils/Vm.sol";

/// @notice A batch does for each of its jobs what the single call would do, and leaves those alone that the single call
/// would refuse.
contract JobEscrowBatchesTest is DisputeFixture {
    uint256 private constant JOBS = 8;

    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_SettleMany_DoesWhatTheSingleCallsDo(uint256 seed, address caller) public {
        JobTerms[] memory jobs = _mixedJobs(seed);
        _requireSame(jobs, caller, IJobEscrow.settle.selector, IJobEscrow.settleMany.selector);
    }

    function testFuzz_ExpireMany_DoesWhatTheSingleCallsDo(uint256 seed, address caller) public {
        JobTerms[] memory jobs = _mixedJobs(seed);
        _requireSame(jobs, caller, IJobEscrow.expire.selector, IJobEscrow.expireMany.selector);
    }

    function test_When_TheListIsEmpty() public {
        vm.recordLogs();
        assertEq(escrow.settleMany(new JobTerms[](0)), 0, "settled");
        assertEq(escrow.expireMany(new JobTerms[](0)), 0, "expired");
        assertEq(vm.getRecordedLogs().length, 0, "events");
    }

    function test_SettleMany_CountsAJobOnce() public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        vm.warp(reviewUntil(terms) + 1);
        vm.prank(stranger);
        assertEq(escrow.settleMany(_copies(terms)), 1, "settled");
        assertEq(claimOf(payout), priceOf(terms), "paid once");
        vm.prank(stranger);
        assertEq(escrow.settleMany(_copies(terms)), 0, "settled again");
    }

    function test_ExpireMany_CountsAJobOnce() public {
        JobTerms memory terms = openJob();
        uint256 had = claimOf(client);
        vm.warp(deliverUntil(terms) + 1);
        vm.prank(stranger);
        assertEq(escrow.expireMany(_copies(terms)), 1, "expired");
        assertEq(claimOf(client) - had, priceOf(terms), "refunded once");
        assertEq(staking.claimOf(client), COLLATERAL / 2, "slashed once");
        vm.prank(stranger);
        assertEq(escrow.expireMany(_copies(terms)), 0, "expired again");
    }

    function test_SettleMany_WaitsForTheReviewsLastSecond() public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        uint256 lastAt = reviewUntil(terms);
        vm.warp(lastAt);
        assertEq(escrow.settleMany(_copies(terms)), 0, "in the last second");
        assertTrue(stateOf(terms) == JobState.SUBMITTED, "the state stays");
        vm.warp(lastAt + 1);
        assertEq(escrow.settleMany(_copies(terms)), 1, "after it");
    }

    function test_ExpireMany_WaitsForTheDeadlinesSecond() public {
        JobTerms memory terms = openJob();
        uint256 lastAt = deliverUntil(terms);
        vm.warp(lastAt);
        assertEq(escrow.expireMany(_copies(terms)), 0, "in the last second");
        assertTrue(stateOf(terms) == JobState.ACTIVE, "the state stays");
        vm.warp(lastAt + 1);
        assertEq(escrow.expireMany(_copies(terms)), 1, "after it");
    }

    /// @dev What the single calls do, call by call, is what the batch does: jobs, events, money, stake and count.
    function _requireSame(JobTerms[] memory jobs, address caller, bytes4 single, bytes4 batch) private {
        uint256 snapshot = vm.snapshotState();
        vm.recordLogs();
        uint256 expected;
        for (uint256 i; i < jobs.length; ++i) {
            vm.prank(caller);
            (bool succeeded, ) = address(escrow).call(abi.encodeWithSelector(single, jobs[i]));
            if (succeeded) ++expected;
        }
        bytes32 events = _eventsOf(vm.getRecordedLogs());
        bytes32 world = _worldOf(jobs);
        vm.revertToState(snapshot);

        vm.recordLogs();
        vm.prank(caller);
        (bool done, bytes memory answer) = address(escrow).call(abi.encodeWithSelector(batch, jobs));
        assertTrue(done, "the batch");
        assertEq(answer, abi.encode(expected), "how many");
        assertEq(_eventsOf(vm.getRecordedLogs()), events, "events");
        assertEq(_worldOf(jobs), world, "jobs, money and stake");
    }

    /// @dev Jobs in any state, of different windows, some twice, some unknown, at a time when some are ready.
    function _mixedJobs(uint256 seed) private returns (JobTerms[] memory jobs) {
        jobs = new JobTerms[](JOBS + 2);
        for (uint256 i; i < JOBS; ++i) jobs[i] = _anyJobOf(uint256(keccak256(abi.encode(seed, i))), i);
        jobs[JOBS] = jobs[seed % JOBS];
        jobs[JOBS + 1] = jobs[(seed >> 8) % JOBS];
        jobs[JOBS + 1].fill += (seed >> 16) % 2 == 0 ? 100 : 0;
        vm.warp(block.timestamp + pick(seed, "wait", 0, 2_000));
    }

    function _anyJobOf(uint256 seed, uint256 salt) private returns (JobTerms memory terms) {
        Offer memory offer = defaultOffer();
        offer.salt = salt;
        offer.reviewSeconds = uint32(pick(seed, "review", 1, 1_000));
        offer.slackSeconds = uint32(pick(seed, "slack", 1, 1_000));
        offer.collateral = uint128(pick(seed, "collateral", 0, MAX_PER_LOCK));
        Take memory take = defaultTake();
        take.runLimitSeconds = uint32(pick(seed, "run", 10, 600));
        terms = openJob(offer, take);
        uint256 way = pick(seed, "way", 0, 7);
        if (way == 0) cancelJob(terms);
        if (way < 4) return terms;
        submitJob(terms);
        vm.startPrank(client);
        if (way == 4) escrow.accept(terms);
        if (way == 5) escrow.dispute(terms);
        vm.stopPrank();
    }

    function _copies(JobTerms memory terms) private pure returns (JobTerms[] memory jobs) {
        jobs = new JobTerms[](3);
        for (uint256 i; i < jobs.length; ++i) jobs[i] = terms;
    }

    function _worldOf(JobTerms[] memory jobs) private view returns (bytes32 world) {
        for (uint256 i; i < jobs.length; ++i) {
            Job memory job = escrow.jobOf(idOfJob(jobs[i]));
            world = keccak256(abi.encode(world, job, ledgerOf(jobs[i])));
        }
    }

    function _eventsOf(Vm.Log[] memory logs) private pure returns (bytes32 events) {
        for (uint256 i; i < logs.length; ++i) {
            events = keccak256(abi.encode(events, logs[i].emitter, logs[i].topics, logs[i].data));
        }
    }
}
