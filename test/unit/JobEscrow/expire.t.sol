// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowExpireTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_AnyoneExpiresAfterTheDeadline(uint256 seed, address caller) public {
        JobTerms memory terms = anyJob(seed);
        uint40 openedBlock = uint40(block.number);
        pass(deliverUntil(terms) - block.timestamp + 1 + pick(seed, "wait", 0, 400 days));
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim += priceOf(terms);
        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);

        _expectExpiry(terms, openedBlock);
        vm.prank(caller);
        escrow.expire(terms);

        requireStep(terms, JobState.EXPIRED, 0);
        requireLedger(terms, expected);
    }

    /// @dev Of a slash of one base unit nothing is left for the client; odd amounts round against it.
    function test_TheClientGetsHalfRoundedDown() public {
        uint128[6] memory collaterals = [uint128(0), 1, 2, 3, 999, MAX_PER_LOCK];
        for (uint256 i; i < collaterals.length; ++i) {
            Offer memory offer = defaultOffer();
            offer.collateral = collaterals[i];
            JobTerms memory terms = openJob(offer, defaultTake());
            uint128 credited = staking.claimOf(client);
            uint128 burned = staking.unburned();
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
            assertEq(staking.claimOf(client) - credited, collaterals[i] / 2, "the client's half");
            assertEq(staking.unburned() - burned, collaterals[i] - collaterals[i] / 2, "burned");
        }
    }

    function testFuzz_DeadlineIncludesItsSecond(uint256 seed, address caller) public {
        JobTerms memory terms = anyJob(seed);
        uint256 lastAt = block.timestamp;
        lastAt += uint256(terms.declineSeconds) + terms.runLimitSeconds + terms.slackSeconds;
        vm.warp(lastAt - pick(seed, "early", 0, lastAt - block.timestamp));
        _requireTooEarly(caller, terms, lastAt);
        _requireTooEarly(client, terms, lastAt);
        _requireTooEarly(owner, terms, lastAt);
        vm.warp(lastAt);
        _requireTooEarly(caller, terms, lastAt);

        vm.warp(lastAt + 1);
        vm.prank(caller);
        escrow.expire(terms);
    }

    function test_When_AllIsSlashed_NothingIsReleased() public {
        JobTerms memory terms = openJob();
        vm.warp(deliverUntil(terms) + 1);
        vm.recordLogs();
        escrow.expire(terms);
        assertEq(recordedEventsOf(address(staking)), 2, "one slash, one credit");
    }

    function test_When_CollateralIsZero_StakingIsLeftAlone() public {
        Offer memory offer = defaultOffer();
        offer.collateral = 0;
        JobTerms memory terms = openJob(offer, defaultTake());
        vm.warp(deliverUntil(terms) + 1);
        vm.recordLogs();
        escrow.expire(terms);
        assertEq(recordedEventsOf(address(staking)), 0, "nothing to slash or release");
    }

    /// @dev Whatever the owner does in the meantime, the lock stays and is slashed.
    function test_When_TheOwnerStopsTheMarket_TheLockIsSlashed() public {
        JobTerms memory terms = openJob();
        authorizeEscrow(COLLATERAL, 0);
        uint128 free = staking.freeOf(provider);
        vm.startPrank(owner);
        staking.startThaw(provider, free);
        registry.raiseAuthEpoch(provider);
        vm.stopPrank();
        vm.warp(deliverUntil(terms) + 1);
        escrow.expire(terms);
        assertEq(staking.claimOf(client), COLLATERAL / 2, "the client's half");
        assertEq(staking.committedOf(provider), 0, "nothing is left");
    }

    /// @dev A slash of one job leaves the collateral of the others.
    function test_When_OtherJobsRun_TheirLocksStay() public {
        authorizeEscrow(2 * COLLATERAL, COLLATERAL);
        JobTerms memory first = openJob();
        JobTerms memory second = openJob();
        submitJob(second);
        vm.warp(deliverUntil(first) + 1);
        escrow.expire(first);
        (uint128 limit, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        assertEq(limit, COLLATERAL, "the slash used up its part of the limit");
        assertEq(locked, COLLATERAL, "the other lock stays");
        vm.prank(client);
        escrow.accept(second);
        (, , locked) = staking.authorizationOf(provider, address(escrow));
        assertEq(locked, 0, "and is released");
    }

    function _expectExpiry(JobTerms memory terms, uint40 openedBlock) private {
        uint128 slashed = terms.collateral;
        expectEvent(address(escrow));
        emit IJobEscrow.JobExpired(idOfJob(terms), provider, client, priceOf(terms), slashed, false, openedBlock);
        if (slashed != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeSlashed(provider, address(escrow), slashed, slashed - slashed / 2);
            expectEvent(address(staking));
            emit IProviderStaking.SlashCredited(client, provider, slashed / 2);
        }
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), client, idOf(payToken), priceOf(terms));
    }

    function _requireTooEarly(address caller, JobTerms memory terms, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooEarly(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(caller, abi.encodeCall(IJobEscrow.expire, (terms)), expected, "before the deadline");
    }
}
