// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IToldAdjudicator} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Whatever an adjudicator does, the exits that do not ask it work, and what it does from inside a call is what
/// it could do from outside.
contract JobEscrowHostileAdjudicatorsTest is DisputeFixture {
    uint256 private constant WAYS = 6;
    uint256 private constant CALLS = 14;

    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_When_NobodyAnswersWell_TheSplitComes(uint256 way, bytes calldata data, bool opened) public {
        JobTerms memory terms = disputedJob(opened);
        _tellAll(way, data);
        vm.warp(rulingUntil(terms) + 1);
        uint256 paid = claimOf(payout);
        escrow.noRuling(terms);
        assertTrue(stateOf(terms) == JobState.SPLIT, "split");
        assertEq(claimOf(payout) - paid, (priceOf(terms) * 4_000) / 10_000, "the provider's part");
    }

    function testFuzz_When_TheCaseIsNotTaken_TheClientConcedes(uint256 way, bytes calldata data) public {
        JobTerms memory terms = disputedJob(false);
        _tellAll(way, data);
        uint256 had = claimOf(client);
        vm.prank(client);
        escrow.concede(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        assertEq(claimOf(client) - had, terms.disputeFee, "the fee is back");
    }

    function testFuzz_When_TheCaseIsTaken_TheClientConcedes(uint256 way, bytes calldata data) public {
        vm.assume(data.length < 512);
        JobTerms memory terms = disputedJob(true);
        _tellAll(way, data);
        vm.prank(client);
        escrow.concede(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        assertEq(claimOf(payout), priceOf(terms), "paid");
    }

    /// @dev An adjudicator without code, or one that is somebody else's contract.
    function testFuzz_When_TheAdjudicatorIsNone_TheSplitComes(address other) public {
        address[5] memory others = [other, address(0), stranger, address(escrow), address(0x4)];
        for (uint256 i; i < others.length; ++i) {
            Offer memory offer = defaultOffer();
            offer.adjudicator = others[i];
            JobTerms memory terms = submittedJob(i, offer);
            disputeJob(terms);
            vm.warp(rulingUntil(terms) + 1);
            escrow.noRuling(terms);
            assertTrue(stateOf(terms) == JobState.SPLIT, "split");
        }
    }

    /// @dev From inside {openCase} every call of the market meets a case that is open already.
    function testFuzz_When_ItReentersOpenCase(uint256 which) public {
        JobTerms memory terms = disputedJob(false);
        which = which % CALLS;
        (bytes memory input, bytes memory refusal) = _callBack(terms, which, JobState.DISPUTED);
        tellRuling(0);
        Ledger memory expected = ledgerOf(terms);
        expected.marketClaim -= terms.disputeFee;
        expected.adjudicatorClaim += terms.disputeFee;
        tell(IAdjudicator.openCase.selector, IToldAdjudicator.Way.CALL, input);
        escrow.openCase(terms);
        assertTrue(escrow.jobOf(idOfJob(terms)).caseOpened, "the case is open");
        _requireRefused(IAdjudicator.openCase.selector, refusal);
        requireLedger(terms, expected);
    }

    /// @dev It may answer and have the answer applied within {openCase}: the fee is its own by then.
    function testFuzz_When_ItRulesWithinOpenCase(bool right) public {
        JobTerms memory terms = disputedJob(false);
        Ledger memory expected = ledgerOf(terms);
        expected.marketClaim -= terms.disputeFee;
        expected.adjudicatorClaim += terms.disputeFee;
        expectEnd(expected, terms);
        if (right) expected.payoutClaim += priceOf(terms);
        else expected.clientClaim += priceOf(terms);
        if (!right) expectSlash(expected, terms.collateral);
        tellRuling(right ? 1 : 2);
        tell(
            IAdjudicator.openCase.selector,
            IToldAdjudicator.Way.CALL,
            abi.encodeCall(IJobDisputes.applyRuling, (terms))
        );
        escrow.openCase(terms);
        requireStep(terms, right ? JobState.COMPLETED : JobState.REFUNDED, keccak256("result"));
        requireLedger(terms, expected);
    }

    /// @dev From inside {closeCase} every call of the market meets a job that is completed.
    function testFuzz_When_ItReentersCloseCase(uint256 which) public {
        JobTerms memory terms = disputedJob(true);
        which = which % CALLS;
        (bytes memory input, bytes memory refusal) = _callBack(terms, which, JobState.COMPLETED);
        tellRuling(1);
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expectEnd(expected, terms);
        tell(IAdjudicator.closeCase.selector, IToldAdjudicator.Way.CALL, input);
        vm.prank(client);
        escrow.concede(terms);
        _requireRefused(IAdjudicator.closeCase.selector, refusal);
        requireStep(terms, JobState.COMPLETED, keccak256("result"));
        requireLedger(terms, expected);
    }

    /// @dev A question changes nothing: the call that it makes is undone, its answer is taken.
    function testFuzz_When_ItReentersRulingOf(uint256 which) public {
        JobTerms memory terms = disputedJob(true);
        (bytes memory input, ) = _callBack(terms, which % CALLS, JobState.DISPUTED);
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expectEnd(expected, terms);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.CALL, input);
        escrow.applyRuling{gas: 5_000_000}(terms);
        requireStep(terms, JobState.COMPLETED, keccak256("result"));
        requireLedger(terms, expected);
    }

    /// @dev The adjudicator as the provider's operator, and so with more to call.
    function test_When_ItIsTheProvidersOperatorToo_NothingIsPaidTwice() public {
        vm.prank(owner);
        registry.setOperator(provider, adjudicator, true);
        for (uint256 which; which < CALLS; ++which) {
            uint256 snapshot = vm.snapshotState();
            testFuzz_When_ItReentersCloseCase(which);
            vm.revertToState(snapshot);
        }
    }

    function _tellAll(uint256 way, bytes calldata data) private {
        IToldAdjudicator.Way chosen = IToldAdjudicator.Way(way % WAYS);
        tell(IAdjudicator.openCase.selector, chosen, data);
        tell(IAdjudicator.closeCase.selector, chosen, data);
        tell(IAdjudicator.rulingOf.selector, chosen, data);
    }

    function _requireRefused(bytes4 selector, bytes memory refusal) private view {
        IToldAdjudicator.Note memory note = told.noteOf(selector);
        if (refusal.length == 0) return assertTrue(note.succeeded, "a batch finds nothing to do");
        assertFalse(note.succeeded, "the market let it in");
        assertEq(note.answerHash, keccak256(refusal), "the market's answer");
    }

    /// @dev A call of the market from inside, and what it answers; nothing where it does nothing.
    function _callBack(
        JobTerms memory terms,
        uint256 which,
        JobState current
    ) private view returns (bytes memory input, bytes memory refusal) {
        JobState needed;
        (input, needed) = _anyCall(terms, which);
        bytes32 jobId = idOfJob(terms);
        if (which > 11) return (input, "");
        if (needed != current) return (input, DisputeErrors.unexpectedState(jobId, current, needed));
        if (which == 8) return (input, DisputeErrors.caseOpen(jobId));
        if (which == 9) return (input, JobErrors.notClient(jobId, adjudicator));
        if (which == 10) return (input, DisputeErrors.noRuling(jobId, adjudicator));
        return (input, JobErrors.tooEarly(jobId, block.timestamp, rulingUntil(terms)));
    }

    function _anyCall(JobTerms memory terms, uint256 which) private pure returns (bytes memory, JobState) {
        if (which == 0) return (abi.encodeCall(IJobEscrow.decline, (terms, "")), JobState.ACTIVE);
        if (which == 1) return (abi.encodeCall(IJobEscrow.submit, (terms, keccak256("other"), 0)), JobState.ACTIVE);
        if (which == 2) return (abi.encodeCall(IJobEscrow.expire, (terms)), JobState.ACTIVE);
        if (which == 3) return (abi.encodeCall(IJobEscrow.forfeit, (terms)), JobState.ACTIVE);
        if (which == 4) return (abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, "")), JobState.ACTIVE);
        if (which == 5) return (abi.encodeCall(IJobEscrow.accept, (terms)), JobState.SUBMITTED);
        if (which == 6) return (abi.encodeCall(IJobEscrow.settle, (terms)), JobState.SUBMITTED);
        if (which == 7) return (abi.encodeCall(IJobDisputes.dispute, (terms)), JobState.SUBMITTED);
        if (which == 8) return (abi.encodeCall(IJobDisputes.openCase, (terms)), JobState.DISPUTED);
        if (which == 9) return (abi.encodeCall(IJobDisputes.concede, (terms)), JobState.DISPUTED);
        if (which == 10) return (abi.encodeCall(IJobDisputes.applyRuling, (terms)), JobState.DISPUTED);
        if (which == 11) return (abi.encodeCall(IJobDisputes.noRuling, (terms)), JobState.DISPUTED);
        JobTerms[] memory jobs = new JobTerms[](1);
        jobs[0] = terms;
        if (which == 12) return (abi.encodeCall(IJobEscrow.settleMany, (jobs)), JobState.SUBMITTED);
        return (abi.encodeCall(IJobEscrow.expireMany, (jobs)), JobState.ACTIVE);
    }
}
