// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {Vm, vm} from "../../utils/Vm.sol";

/// @notice Many jobs at once, from opening to end.
contract JobEscrowLifecycleTest is JobFuzz {
    uint256 private constant JOBS = 6;

    /// @dev The block of each event of a job, and the block that the event names as the one before.
    mapping(uint256 blockNumber => uint256 previousBlock) private _previousBlocks;

    function setUp() public {
        setUpJobs();
    }

    function testFuzz_TheMarketHoldsWhatItOwes_AndNothingInTheEnd(uint256 seed, uint64 donation) public {
        donation = uint64(bound(donation, 1, type(uint64).max));
        JobTerms[] memory jobs = _openMany(seed);
        vm.prank(client);
        vault.transfer(address(escrow), idOf(payToken), donation);
        uint256 whole = claimOf(client) + claimOf(payout) + claimOf(address(escrow));

        for (uint256 i; i < 4 * JOBS; ++i) {
            _anyStep(
                jobs[uint256(keccak256(abi.encode(seed, i))) % JOBS],
                uint256(keccak256(abi.encode(seed, i, "step")))
            );
            _requireHoldings(jobs, donation);
        }
        vm.warp(block.timestamp + 400 days);
        for (uint256 i; i < JOBS; ++i) {
            _finish(jobs[i]);
            _requireHoldings(jobs, donation);
        }

        assertEq(claimOf(address(escrow)), donation, "the market holds only what was given to it");
        assertEq(claimOf(client) + claimOf(payout) + donation, whole, "no money came or went");
        (, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        assertEq(locked, 0, "nothing is locked");
        uint256 stake = uint256(staking.committedOf(provider)) + staking.unburned() + staking.claimOf(client);
        assertEq(stake, stakeToken.balanceOf(address(staking)), "no stake came or went");
    }

    /// @dev From the stored slot alone, a reader finds every event of a job, down to the one with the terms.
    function testFuzz_EventsNameTheBlockBefore(uint32 first, uint32 second, bool settled) public {
        uint256 openedBlock = block.number;
        JobTerms memory terms = openJob();
        vm.roll(block.number + 1 + first);
        uint256 submittedBlock = block.number;
        vm.recordLogs();
        submitJob(terms);
        _readLog(terms, submittedBlock);

        vm.roll(block.number + 1 + second);
        vm.recordLogs();
        if (settled) vm.warp(reviewUntil(terms) + 1);
        vm.prank(client);
        if (settled) escrow.settle(terms);
        else escrow.accept(terms);
        _readLog(terms, block.number);

        uint256 cursor = escrow.jobOf(idOfJob(terms)).steppedBlock;
        assertEq(cursor, block.number, "the last step");
        cursor = _previousBlocks[cursor];
        assertEq(cursor, submittedBlock, "the step before");
        cursor = _previousBlocks[cursor];
        assertEq(cursor, openedBlock, "the opening");
    }

    /// @dev Two markets do not know each other's jobs.
    function test_When_AnotherMarketHasTheSameTerms() public {
        JobTerms memory terms = openJob();
        IJobEscrow second = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        assertEq(second.jobIdOf(terms), escrow.jobIdOf(terms), "the hash is the same");
        assertTrue(second.jobOf(idOfJob(terms)).state == JobState.NONE, "the job is not");
    }

    function _openMany(uint256 seed) private returns (JobTerms[] memory jobs) {
        jobs = new JobTerms[](JOBS);
        for (uint256 i; i < JOBS; ++i) {
            Offer memory offer = defaultOffer();
            offer.collateral = uint128(pick(seed, string(abi.encode("collateral", i / 2)), 0, MAX_PER_LOCK));
            offer.salt = i / 2;
            Take memory take = defaultTake();
            take.runLimitSeconds = uint32(pick(seed, string(abi.encode("run", i)), 10, 3_600));
            jobs[i] = openJob(offer, take);
        }
    }

    /// @dev One of the steps that the job's state allows, or time.
    function _anyStep(JobTerms memory terms, uint256 random) private {
        JobState state = stateOf(terms);
        uint256 way = random % 5;
        if (way == 0) return pass(random % 1_000);
        if (state == JobState.ACTIVE) {
            if (block.timestamp > deliverUntil(terms)) return escrow.expire(terms);
            if (way < 3) return submitJob(terms);
            bool forfeits = way == 3 || block.timestamp > declineUntil(terms);
            vm.prank(operator);
            if (forfeits) escrow.forfeit(terms);
            else escrow.decline(terms, "");
        } else if (state == JobState.SUBMITTED) {
            if (block.timestamp > reviewUntil(terms)) return escrow.settle(terms);
            vm.prank(client);
            escrow.accept(terms);
        }
    }

    /// @dev What anyone can do once time has passed.
    function _finish(JobTerms memory terms) private {
        if (stateOf(terms) == JobState.ACTIVE) escrow.expire(terms);
        if (stateOf(terms) == JobState.SUBMITTED) escrow.settle(terms);
    }

    function _requireHoldings(JobTerms[] memory jobs, uint256 donation) private view {
        (uint256 owed, uint256 held, uint256 running) = (donation, 0, 0);
        for (uint256 i; i < JOBS; ++i) {
            JobState state = stateOf(jobs[i]);
            if (state != JobState.ACTIVE && state != JobState.SUBMITTED) continue;
            owed += priceOf(jobs[i]);
            held += jobs[i].collateral;
            ++running;
        }
        (, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        uint256 active = escrow.orderStateOf(jobs[0].orderHash).active;
        for (uint256 i = 1; i < JOBS; ++i) {
            if (jobs[i].orderHash != jobs[i - 1].orderHash) active += escrow.orderStateOf(jobs[i].orderHash).active;
        }
        assertEq(claimOf(address(escrow)), owed, "the market's claim is the sum of open prices");
        assertEq(locked, held, "its locks are the sum of open collaterals");
        assertEq(active, running, "its orders count the open jobs");
    }

    /// @dev Reads the market's only event since the recording began: its last word is the block before.
    function _readLog(JobTerms memory terms, uint256 blockNumber) private {
        Vm.Log memory log = vm.getRecordedLogs()[0];
        assertEq(log.emitter, address(escrow), "the market's event");
        assertEq(log.topics[1], idOfJob(terms), "of this job");
        bytes memory data = log.data;
        uint256 previousBlock;
        assembly {
            previousBlock := mload(add(data, mload(data)))
        }
        _previousBlocks[blockNumber] = previousBlock;
    }
}
