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

contract JobEscrowForfeitTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_InTime(uint256 seed, bool byOwner) public {
        JobTerms memory terms = anyJob(seed);
        uint40 openedBlock = uint40(block.number);
        uint256 elapsed = pick(seed, "wait", 0, _total(terms));
        pass(elapsed);
        uint128 slashed = _slashByHand(terms.collateral, elapsed, _total(terms));
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim += priceOf(terms);
        expectEnd(expected, terms);
        expectSlash(expected, slashed);

        _expectForfeit(terms, slashed, openedBlock);
        vm.prank(byOwner ? owner : operator);
        escrow.forfeit(terms);

        requireStep(terms, JobState.EXPIRED, 0);
        requireLedger(terms, expected);
    }

    function testFuzz_AtOnceItCostsAQuarterRoundedUp(uint256 seed) public {
        JobTerms memory terms = anyJob(seed);
        assertEq(_forfeited(terms), (uint256(terms.collateral) + 3) / 4, "a quarter");
    }

    function testFuzz_AtTheDeadlineItCostsAll(uint256 seed) public {
        JobTerms memory terms = anyJob(seed);
        vm.warp(deliverUntil(terms));
        assertEq(_forfeited(terms), terms.collateral, "all");
    }

    function testFuzz_LaterIsNeverCheaper(uint256 seed, uint256 earlySeed, uint256 laterSeed) public {
        JobTerms memory terms = anyJob(seed);
        uint256 openedAt = block.timestamp;
        uint256 early = pick(earlySeed, "early", 0, _total(terms) - 1);
        uint256 later = pick(laterSeed, "later", early + 1, _total(terms));

        uint256 snapshot = vm.snapshotState();
        vm.warp(openedAt + early);
        uint256 earlyCost = _forfeited(terms);
        assertTrue(vm.revertToState(snapshot), "back in time");
        vm.warp(openedAt + later);
        assertTrue(_forfeited(terms) >= earlyCost, "later costs at least as much");
    }

    function testFuzz_DeadlineIncludesItsSecond(uint256 seed, uint32 late) public {
        JobTerms memory terms = anyJob(seed);
        uint256 lastAt = block.timestamp + _total(terms);
        vm.warp(lastAt + 1 + late);
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(operator, abi.encodeCall(IJobEscrow.forfeit, (terms)), expected, "too late");
        vm.warp(lastAt + 1);
        expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(owner, abi.encodeCall(IJobEscrow.forfeit, (terms)), expected, "a second too late");

        vm.warp(lastAt);
        vm.prank(operator);
        escrow.forfeit(terms);
    }

    function testFuzz_RevertWhen_CallerIsNotTheProvidersSide(address caller) public {
        JobTerms memory terms = openJob();
        requireOperatorsOnly(terms, abi.encodeCall(IJobEscrow.forfeit, (terms)), caller);
    }

    function test_When_OperatorIsNewerThanTheJob() public {
        JobTerms memory terms = openJob();
        vm.prank(owner);
        registry.setOperator(provider, stranger, true);
        vm.prank(stranger);
        escrow.forfeit(terms);
    }

    /// @dev Figures worked out by hand: 480 seconds in all, so a second costs 1/640 of the collateral.
    function test_TheCostInFigures() public {
        uint16[5] memory elapsed = [uint16(0), 1, 160, 240, 480];
        uint72[5] memory cost = [12.5e18, 12.578125e18, 25e18, 31.25e18, 50e18];
        for (uint256 i; i < elapsed.length; ++i) {
            JobTerms memory terms = openJob();
            vm.warp(block.timestamp + elapsed[i]);
            assertEq(_forfeited(terms), cost[i], "cost");
        }
    }

    function _expectForfeit(JobTerms memory terms, uint128 slashed, uint40 openedBlock) private {
        expectEvent(address(escrow));
        emit IJobEscrow.JobExpired(idOfJob(terms), provider, client, priceOf(terms), slashed, true, openedBlock);
        if (slashed != terms.collateral) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral - slashed);
        }
        if (slashed != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeSlashed(provider, address(escrow), slashed, slashed - slashed / 2);
            expectEvent(address(staking));
            emit IProviderStaking.SlashCredited(client, provider, slashed / 2);
        }
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), client, idOf(payToken), priceOf(terms));
    }

    /// @dev Forfeits, and says what it cost.
    function _forfeited(JobTerms memory terms) private returns (uint256) {
        uint128 before = staking.committedOf(provider);
        vm.prank(operator);
        escrow.forfeit(terms);
        return before - staking.committedOf(provider);
    }

    function _total(JobTerms memory terms) private pure returns (uint256) {
        return uint256(terms.declineSeconds) + terms.runLimitSeconds + terms.slackSeconds;
    }

    /// @dev A quarter, and three quarters in proportion to the time, in fourths of a second: rounded up once, by
    /// counting what a division leaves.
    function _slashByHand(uint256 collateral, uint256 elapsed, uint256 total) private pure returns (uint128) {
        uint256 numerator = collateral * total + collateral * elapsed * 3;
        uint256 slash = numerator / (total * 4);
        if (slash * total * 4 < numerator) slash += 1;
        return uint128(slash);
    }
}
