// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IToldAdjudicator} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What the market makes of an adjudicator's answer.
contract JobEscrowRulingTest is DisputeFixture {
    uint256 private constant RIGHT = 1;
    uint256 private constant WRONG = 2;

    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_When_TheProviderWasRight(uint256 seed, address caller, bool opened) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint40 lastBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expectEnd(expected, terms);
        _expectFeeBack(expected, terms, opened);
        tellRuling(RIGHT);

        _expectRuling(terms, true, opened, lastBlock);
        vm.prank(caller);
        escrow.applyRuling(terms);

        requireStep(terms, JobState.COMPLETED, keccak256("result"));
        requireLedger(terms, expected);
    }

    function testFuzz_When_TheProviderWasWrong(uint256 seed, address caller, bool opened) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint40 lastBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim += priceOf(terms);
        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        _expectFeeBack(expected, terms, opened);
        tellRuling(WRONG);

        _expectRuling(terms, false, opened, lastBlock);
        vm.prank(caller);
        escrow.applyRuling(terms);

        requireStep(terms, JobState.REFUNDED, keccak256("result"));
        requireLedger(terms, expected);
    }

    function testFuzz_TimeIncludesItsLastSecond(uint256 seed, address caller, bool opened, uint32 late) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint256 lastAt = rulingUntil(terms);
        tellRuling(1 + (seed % 2));
        vm.warp(lastAt + 1 + late);
        _requireTooLate(terms, caller, lastAt);
        vm.warp(lastAt + 1);
        _requireTooLate(terms, caller, lastAt);

        vm.warp(lastAt);
        vm.prank(caller);
        escrow.applyRuling(terms);
    }

    /// @dev Two words are answers; every other word is none, however it looks when it is cut.
    function testFuzz_RevertWhen_TheWordIsNoAnswer(uint256 word, bool opened) public {
        vm.assume(word != RIGHT && word != WRONG);
        JobTerms memory terms = disputedJob(opened);
        uint256[6] memory words = [word, 0, 3, 1 << 255, (1 << 8) | 1, type(uint256).max];
        for (uint256 i; i < words.length; ++i) {
            tellRuling(words[i]);
            _requireNoRuling(terms);
        }
    }

    /// @dev The question names market and job: an answer to another one is none.
    function testFuzz_TheQuestionNamesMarketAndJob(address market, bytes32 caseId) public {
        JobTerms memory terms = disputedJob(true);
        vm.assume(market != address(escrow) || caseId != idOfJob(terms));
        tellRuling(0);
        told.tellRulingOf(market, idOfJob(terms), RIGHT);
        told.tellRulingOf(address(escrow), caseId, RIGHT);
        if (market != address(escrow) && caseId != idOfJob(terms)) _requireNoRuling(terms);
        told.tellRulingOf(address(escrow), idOfJob(terms), WRONG);
        escrow.applyRuling(terms);
        assertTrue(stateOf(terms) == JobState.REFUNDED, "asked about this job, by this market");
    }

    function testFuzz_RevertWhen_TheAnswerIsShort(uint256 length, bool right) public {
        JobTerms memory terms = disputedJob(true);
        bytes memory answer = abi.encode(right ? RIGHT : WRONG);
        length = bound(length, 0, 31);
        assembly ("memory-safe") {
            mstore(answer, length)
        }
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.RETURN, answer);
        _requireNoRuling(terms);
    }

    /// @dev What is missing of a short answer is not taken from what lay in memory: here the end of the job's id.
    function test_RevertWhen_TheAnswerIsShort_AndMemoryHasTheRest() public {
        Offer memory offer = defaultOffer();
        while (uint8(uint256(idOfJob(termsOf(offer, defaultTake(), 1)))) != RIGHT) ++offer.salt;
        JobTerms memory terms = openJob(offer, defaultTake());
        submitJob(terms);
        disputeJob(terms);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.RETURN, new bytes(31));
        _requireNoRuling(terms);
    }

    function testFuzz_When_TheAnswerIsLong(bytes calldata tail, bool right) public {
        JobTerms memory terms = disputedJob(true);
        bytes memory answer = bytes.concat(abi.encode(right ? RIGHT : WRONG), tail);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.RETURN, answer);
        escrow.applyRuling(terms);
        assertTrue(stateOf(terms) == (right ? JobState.COMPLETED : JobState.REFUNDED), "the first word counts");
    }

    function test_When_TheAnswerIsABlob() public {
        JobTerms memory terms = disputedJob(true);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.RETURN_BLOB, "");
        escrow.applyRuling(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "the first word counts");
    }

    /// @dev A revert is no answer, also where its data looks like one.
    function testFuzz_RevertWhen_TheAdjudicatorReverts(bytes calldata reason) public {
        JobTerms memory terms = disputedJob(true);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.REVERT, reason);
        _requireNoRuling(terms);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.REVERT, abi.encode(RIGHT));
        _requireNoRuling(terms);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.REVERT_BLOB, "");
        _requireNoRuling(terms);
    }

    function test_RevertWhen_TheAdjudicatorBurnsAllGas() public {
        JobTerms memory terms = disputedJob(true);
        tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.BURN, "");
        _requireNoRuling(terms);
    }

    /// @dev Neither an account without code, nor nobody, nor contracts that know no rulings.
    function test_RevertWhen_TheAdjudicatorKnowsNoRulings() public {
        address[6] memory others = [address(0), stranger, address(escrow), address(vault), address(0x2), address(0x4)];
        for (uint256 i; i < others.length; ++i) {
            Offer memory offer = defaultOffer();
            offer.adjudicator = others[i];
            JobTerms memory terms = submittedJob(i, offer);
            disputeJob(terms);
            _requireNoRuling(terms);
        }
    }

    /// @dev No answer is no end: a later one counts, if it is in time.
    function testFuzz_When_TheAnswerComesLater(uint256 seed) public {
        JobTerms memory terms = anyDisputedJob(seed, true);
        _requireNoRuling(terms);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        tellRuling(WRONG);
        escrow.applyRuling(terms);
        assertTrue(stateOf(terms) == JobState.REFUNDED, "ruled");
    }

    /// @dev The answer that is applied first stays.
    function testFuzz_When_TheAnswerChanges_TheFirstAppliedStays(bool right) public {
        JobTerms memory terms = disputedJob(true);
        tellRuling(right ? WRONG : RIGHT);
        tellRuling(right ? RIGHT : WRONG);
        escrow.applyRuling(terms);
        JobState ended = right ? JobState.COMPLETED : JobState.REFUNDED;
        assertTrue(stateOf(terms) == ended, "the answer of then");

        tellRuling(right ? WRONG : RIGHT);
        requireUnexpectedState(stranger, _call(terms), terms, JobState.DISPUTED, "a second time");
    }

    function _expectFeeBack(Ledger memory expected, JobTerms memory terms, bool opened) private pure {
        if (opened) return;
        expected.clientClaim += terms.disputeFee;
        expected.marketClaim -= terms.disputeFee;
    }

    function _expectRuling(JobTerms memory terms, bool right, bool opened, uint40 lastBlock) private {
        uint128 slashed = right ? 0 : terms.collateral;
        uint256 feeReturned = opened ? 0 : terms.disputeFee;
        expectEvent(address(escrow));
        emit IJobDisputes.JobRuled(
            idOfJob(terms),
            provider,
            client,
            right,
            priceOf(terms),
            slashed,
            feeReturned,
            lastBlock
        );
        if (slashed != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeSlashed(provider, address(escrow), slashed, slashed - slashed / 2);
        } else if (terms.collateral != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral);
        }
        _expectPayment(right ? payout : client, priceOf(terms));
        if (feeReturned != 0) _expectPayment(client, feeReturned);
    }

    function _expectPayment(address to, uint256 amount) private {
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), to, idOf(payToken), amount);
    }

    function _requireNoRuling(JobTerms memory terms) private {
        bytes memory expected = DisputeErrors.noRuling(idOfJob(terms), terms.adjudicator);
        requireRevert(stranger, _call(terms), expected, "no answer");
        assertTrue(stateOf(terms) == JobState.DISPUTED, "the state stays");
    }

    function _requireTooLate(JobTerms memory terms, address caller, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(caller, _call(terms), expected, "too late");
    }

    function _call(JobTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(IJobDisputes.applyRuling, (terms));
    }
}
