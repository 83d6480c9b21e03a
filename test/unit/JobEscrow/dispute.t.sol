// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Job, JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IToldAdjudicator} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowDisputeTest is DisputeFixture {
    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_When_TheClientDisputesInTime(uint256 seed) public {
        JobTerms memory terms = anySubmittedJob(seed);
        uint40 submittedBlock = escrow.jobOf(idOfJob(terms)).steppedBlock;
        pass(pick(seed, "review time", 0, terms.reviewSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim -= terms.disputeFee;
        expected.marketClaim += terms.disputeFee;

        expectEvent(address(escrow));
        emit IJobDisputes.JobDisputed(
            idOfJob(terms),
            provider,
            client,
            adjudicator,
            terms.disputeFee,
            uint40(block.timestamp + terms.rulingSeconds),
            submittedBlock
        );
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), client, address(escrow), idOf(payToken), terms.disputeFee);
        disputeJob(terms);

        requireStep(terms, JobState.DISPUTED, keccak256("result"));
        assertFalse(escrow.jobOf(idOfJob(terms)).caseOpened, "no case is open");
        requireLedger(terms, expected);
    }

    function testFuzz_ReviewIncludesItsLastSecond(uint256 seed, uint32 late) public {
        JobTerms memory terms = anySubmittedJob(seed);
        uint256 lastAt = block.timestamp + terms.reviewSeconds;
        vm.warp(lastAt + 1);
        _requireTooLate(terms, lastAt);
        vm.warp(lastAt + 1 + late);
        _requireTooLate(terms, lastAt);

        vm.warp(lastAt);
        disputeJob(terms);
    }

    function testFuzz_RevertWhen_AnotherDisputes(address caller) public {
        vm.assume(caller != client);
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        address[5] memory callers = [caller, owner, operator, provider, adjudicator];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = JobErrors.notClient(idOfJob(terms), callers[i]);
            requireRevert(callers[i], _call(terms), expected, "not the client");
        }
    }

    /// @dev Without a fee no allowance is needed.
    function test_When_TheFeeIsZero() public {
        Offer memory offer = defaultOffer();
        offer.disputeFee = 0;
        JobTerms memory terms = submittedJob(0, offer);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), 0);
        Ledger memory expected = ledgerOf(terms);
        disputeJob(terms);
        requireStep(terms, JobState.DISPUTED, keccak256("result"));
        requireLedger(terms, expected);
    }

    function testFuzz_RevertWhen_TheClaimIsShort(uint256 left) public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        left = bound(left, 0, terms.disputeFee - 1);
        uint256 spare = claimOf(client) - left;
        vm.prank(client);
        vault.transfer(stranger, idOf(payToken), spare);
        bytes memory expected = DisputeErrors.insufficientBalance(client, left, terms.disputeFee, idOf(payToken));
        requireRevert(client, _call(terms), expected, "claim too small");
        assertTrue(stateOf(terms) == JobState.SUBMITTED, "the state stays");

        fund(client, terms.disputeFee - left);
        disputeJob(terms);
    }

    function testFuzz_RevertWhen_TheAllowanceIsShort(uint256 allowance) public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        allowance = bound(allowance, 0, terms.disputeFee - 1);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), allowance);
        bytes memory expected = DisputeErrors.insufficientAllowance(
            address(escrow),
            allowance,
            terms.disputeFee,
            idOf(payToken)
        );
        requireRevert(client, _call(terms), expected, "allowance too small");
    }

    /// @dev Whoever the adjudicator is, a dispute does not ask it.
    function test_When_TheAdjudicatorIsHostile_ItIsNotCalled() public {
        tell(IAdjudicator.openCase.selector, IToldAdjudicator.Way.BURN, "");
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.BURN, "");
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        disputeJob(terms);
        assertEq(told.noteOf(IAdjudicator.openCase.selector).calls, 0, "calls");
    }

    function test_When_NobodyIsNamed_ADisputeIsPossible() public {
        Offer memory offer = defaultOffer();
        offer.adjudicator = address(0);
        JobTerms memory terms = submittedJob(0, offer);
        disputeJob(terms);
        requireStep(terms, JobState.DISPUTED, keccak256("result"));
    }

    function _requireTooLate(JobTerms memory terms, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(client, _call(terms), expected, "too late");
    }

    function _call(JobTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(IJobDisputes.dispute, (terms));
    }
}

contract JobEscrowOpenCaseTest is DisputeFixture {
    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_When_AnyoneOpensInTime(uint256 seed, address caller) public {
        JobTerms memory terms = anyDisputedJob(seed, false);
        uint256 disputedAt = block.timestamp;
        uint40 disputedBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.marketClaim -= terms.disputeFee;
        expected.adjudicatorClaim += terms.disputeFee;

        expectEvent(address(escrow));
        emit IJobDisputes.JobCaseOpened(idOfJob(terms), adjudicator, terms.disputeFee, disputedBlock);
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), adjudicator, idOf(payToken), terms.disputeFee);
        vm.prank(caller);
        escrow.openCase(terms);

        _requireOpened(terms, disputedAt);
        requireLedger(terms, expected);
        IToldAdjudicator.Note memory note = told.noteOf(IAdjudicator.openCase.selector);
        assertEq(note.calls, 1, "the adjudicator was called once");
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (_caseOf(terms, disputedAt)));
        assertEq(note.inputHash, keccak256(input), "the case");
    }

    /// @dev The clock of the dispute goes on: opening late does not give the adjudicator more time.
    function testFuzz_TheDeadlineStays(uint256 seed) public {
        JobTerms memory terms = anyDisputedJob(seed, false);
        uint256 lastAt = rulingUntil(terms);
        vm.warp(block.timestamp + pick(seed, "wait", 0, terms.rulingSeconds));
        escrow.openCase(terms);
        assertEq(rulingUntil(terms), lastAt, "the deadline");
        vm.warp(lastAt + 1);
        escrow.noRuling(terms);
    }

    function testFuzz_TimeIncludesItsLastSecond(uint256 seed, address caller, uint32 late) public {
        JobTerms memory terms = anyDisputedJob(seed, false);
        uint256 lastAt = block.timestamp + terms.rulingSeconds;
        vm.warp(lastAt + 1 + late);
        _requireTooLate(terms, caller, lastAt);
        vm.warp(lastAt + 1);
        _requireTooLate(terms, caller, lastAt);

        vm.warp(lastAt);
        vm.prank(caller);
        escrow.openCase(terms);
    }

    function test_RevertWhen_OpenedTwice() public {
        JobTerms memory terms = disputedJob(true);
        uint256 held = claimOf(address(escrow));
        requireRevert(stranger, _call(terms), DisputeErrors.caseOpen(idOfJob(terms)), "opened before");
        assertEq(claimOf(address(escrow)), held, "the fee is paid once");
    }

    function test_RevertWhen_NobodyIsNamed() public {
        Offer memory offer = defaultOffer();
        offer.adjudicator = address(0);
        JobTerms memory terms = submittedJob(0, offer);
        disputeJob(terms);
        requireRevert(stranger, _call(terms), DisputeErrors.noAdjudicator(idOfJob(terms)), "nobody to call");
    }

    function test_RevertWhen_TheAdjudicatorHasNoCode() public {
        Offer memory offer = defaultOffer();
        offer.adjudicator = stranger;
        JobTerms memory terms = submittedJob(0, offer);
        disputeJob(terms);
        _requireRefused(terms, "");
    }

    /// @dev Whatever it reverts with comes back, and the next try may work.
    function testFuzz_When_TheAdjudicatorRefuses_AllIsAsBefore(uint256 seed, bytes calldata reason) public {
        JobTerms memory terms = anyDisputedJob(seed, false);
        tell(IAdjudicator.openCase.selector, IToldAdjudicator.Way.REVERT, reason);
        _requireRefused(terms, reason);

        tell(IAdjudicator.openCase.selector, IToldAdjudicator.Way.RETURN, "");
        uint256 disputedAt = steppedAt(terms);
        escrow.openCase(terms);
        _requireOpened(terms, disputedAt);
        assertEq(claimOf(adjudicator), terms.disputeFee, "the fee");
    }

    /// @dev What it returns, however much, is nobody's business.
    function test_When_TheAdjudicatorReturnsSomething() public {
        JobTerms memory terms = disputedJob(false);
        tell(IAdjudicator.openCase.selector, IToldAdjudicator.Way.RETURN_BLOB, "");
        escrow.openCase(terms);
        _requireOpened(terms, block.timestamp);
    }

    function _requireRefused(JobTerms memory terms, bytes memory reason) private {
        Ledger memory expected = ledgerOf(terms);
        Job memory job = escrow.jobOf(idOfJob(terms));
        requireRevert(stranger, _call(terms), reason, "refused");
        requireLedger(terms, expected);
        assertEq(abi.encode(escrow.jobOf(idOfJob(terms))), abi.encode(job), "the job's slot");
    }

    function _requireOpened(JobTerms memory terms, uint256 disputedAt) private view {
        Job memory job = escrow.jobOf(idOfJob(terms));
        assertTrue(job.state == JobState.DISPUTED, "state");
        assertTrue(job.caseOpened, "the case is open");
        assertEq(job.steppedAt, disputedAt, "the clock goes on");
        assertEq(job.steppedBlock, block.number, "block of the last event");
        assertEq(bytes32(job.resultMark), bytes32(bytes20(keccak256("result"))), "mark of the result");
    }

    function _requireTooLate(JobTerms memory terms, address caller, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(caller, _call(terms), expected, "too late");
    }

    function _caseOf(JobTerms memory terms, uint256 disputedAt) private pure returns (Case memory) {
        return
            Case({
                caseId: idOfJob(terms),
                provider: terms.provider,
                client: terms.client,
                token: terms.token,
                fee: terms.disputeFee,
                rulingUntil: uint40(disputedAt + terms.rulingSeconds),
                runLimitSeconds: terms.runLimitSeconds,
                specDigest: terms.specDigest,
                resultMark: bytes20(keccak256("result"))
            });
    }

    function _call(JobTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(IJobDisputes.openCase, (terms));
    }
}
