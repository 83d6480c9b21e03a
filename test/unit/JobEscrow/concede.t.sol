// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IToldAdjudicator} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowConcedeTest is DisputeFixture {
    uint256 private constant CLOSE_CASE_GAS = 300_000;
    uint256 private constant GAS_NEEDED = 314_761;

    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_When_TheClientConcedesInTime(uint256 seed, bool opened) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint40 lastBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        uint256 feeReturned = opened ? 0 : terms.disputeFee;
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expected.clientClaim += feeReturned;
        expected.marketClaim -= feeReturned;
        expectEnd(expected, terms);

        _expectConcession(terms, feeReturned, lastBlock);
        vm.prank(client);
        escrow.concede(terms);

        requireStep(terms, JobState.COMPLETED, keccak256("result"));
        requireLedger(terms, expected);
        assertEq(told.noteOf(IAdjudicator.closeCase.selector).calls, opened ? 1 : 0, "the adjudicator was told");
    }

    function testFuzz_TimeIncludesItsLastSecond(uint256 seed, bool opened, uint32 late) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint256 lastAt = rulingUntil(terms);
        vm.warp(lastAt + 1 + late);
        _requireTooLate(terms, lastAt);
        vm.warp(lastAt + 1);
        _requireTooLate(terms, lastAt);

        vm.warp(lastAt);
        vm.prank(client);
        escrow.concede(terms);
    }

    function testFuzz_RevertWhen_AnotherConcedes(address caller, bool opened) public {
        vm.assume(caller != client);
        JobTerms memory terms = disputedJob(opened);
        address[5] memory callers = [caller, owner, operator, provider, adjudicator];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = JobErrors.notClient(idOfJob(terms), callers[i]);
            requireRevert(callers[i], _call(terms), expected, "not the client");
        }
    }

    function test_TheAdjudicatorIsToldWithExactlyTheGasBound() public {
        JobTerms memory terms = disputedJob(true);
        vm.prank(client);
        escrow.concede(terms);
        IToldAdjudicator.Note memory note = told.noteOf(IAdjudicator.closeCase.selector);
        assertTrue(note.gasGiven <= CLOSE_CASE_GAS, "no more gas than the bound");
        assertTrue(note.gasGiven > CLOSE_CASE_GAS - 1_000, "no less, but for finding the function");
        bytes memory input = abi.encodeCall(IAdjudicator.closeCase, (idOfJob(terms)));
        assertEq(note.inputHash, keccak256(input), "what it is told");
    }

    /// @dev At any gas the call fails, or the adjudicator had all of its bound: so no estimate settles in between.
    function testFuzz_When_GasIsScarce_TheAdjudicatorIsNotStarved(uint256 gasGiven) public {
        JobTerms memory terms = disputedJob(true);
        gasGiven = bound(gasGiven, 100_000, 600_000);
        _concedeWith(terms, gasGiven);
    }

    /// @dev The same at the edge: the least gas that is enough, and what lies around it.
    function test_When_GasIsJustEnough_TheAdjudicatorIsNotStarved() public {
        JobTerms memory terms = disputedJob(true);
        uint256 least = 100_000;
        uint256 most = 600_000;
        while (least + 1 < most) {
            uint256 middle = (least + most) / 2;
            uint256 snapshot = vm.snapshotState();
            bool succeeded = _concedeWith(terms, middle);
            vm.revertToState(snapshot);
            if (succeeded) most = middle;
            else least = middle;
        }
        assertFalse(_concedeWith(terms, least), "one gas less");
        assertTrue(_concedeWith(terms, most), "just enough");
    }

    function test_RevertWhen_GasIsTooLittle_WithTheRightValues() public {
        JobTerms memory terms = disputedJob(true);
        bool seen;
        for (uint256 gasGiven = 150_000; gasGiven < 450_000; gasGiven += 20_000) {
            vm.prank(client);
            (bool succeeded, bytes memory answer) = address(escrow).call{gas: gasGiven}(_call(terms));
            if (succeeded) break;
            if (answer.length == 0) continue;
            seen = true;
            _requireTooLittleGas(terms, gasGiven, answer);
        }
        assertTrue(seen, "too little gas was seen");
    }

    /// @dev Where nobody is to be told, no gas is asked for.
    function test_When_NoCaseIsOpen_TheGasIsNotNeeded() public {
        JobTerms memory terms = disputedJob(false);
        vm.prank(client);
        escrow.concede{gas: 200_000}(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
    }

    function test_When_TheAdjudicatorReverts() public {
        _requireConceded(IToldAdjudicator.Way.REVERT, "no");
        _requireConceded(IToldAdjudicator.Way.REVERT, "");
    }

    function test_When_TheAdjudicatorBurnsItsGas() public {
        JobTerms memory terms = disputedJob(true);
        tell(IAdjudicator.closeCase.selector, IToldAdjudicator.Way.BURN, "");
        vm.prank(client);
        escrow.concede{gas: 600_000}(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        assertEq(claimOf(payout), priceOf(terms), "paid");
    }

    function test_When_TheAdjudicatorAnswersWithABlob() public {
        _requireConceded(IToldAdjudicator.Way.RETURN_BLOB, "");
        _requireConceded(IToldAdjudicator.Way.REVERT_BLOB, "");
    }

    /// @dev No case can be open with it, so the fee goes back.
    function test_When_TheAdjudicatorHasNoCode() public {
        Offer memory offer = defaultOffer();
        offer.adjudicator = stranger;
        JobTerms memory terms = submittedJob(0, offer);
        disputeJob(terms);
        vm.prank(client);
        escrow.concede(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
    }

    /// @dev The code is gone after the case was opened, as that of a delegated account may be.
    function test_When_TheAdjudicatorLosesItsCode() public {
        JobTerms memory terms = disputedJob(true);
        vm.etch(adjudicator, "");
        vm.prank(client);
        escrow.concede{gas: 200_000}(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        assertEq(claimOf(payout), priceOf(terms), "paid");
    }

    function _requireConceded(IToldAdjudicator.Way way, bytes memory data) private {
        JobTerms memory terms = disputedJob(true);
        tell(IAdjudicator.closeCase.selector, way, data);
        uint256 paid = claimOf(payout);
        vm.prank(client);
        escrow.concede(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        assertEq(claimOf(payout) - paid, priceOf(terms), "paid");
    }

    /// @return succeeded Whether the gas was enough.
    function _concedeWith(JobTerms memory terms, uint256 gasGiven) private returns (bool succeeded) {
        bytes memory answer;
        bytes memory input = _call(terms);
        vm.prank(client);
        (succeeded, answer) = address(escrow).call{gas: gasGiven}(input);
        IToldAdjudicator.Note memory note = told.noteOf(IAdjudicator.closeCase.selector);
        assertEq(note.calls, succeeded ? 1 : 0, "told, or nothing happened");
        if (succeeded) assertTrue(note.gasGiven > CLOSE_CASE_GAS - 1_000, "told with all of the bound");
        else if (answer.length != 0) _requireTooLittleGas(terms, gasGiven, answer);
    }

    function _requireTooLittleGas(JobTerms memory terms, uint256 gasGiven, bytes memory answer) private pure {
        (bytes32 selector, bytes32 jobId, uint256 gasLeft, uint256 needed) = _words(answer);
        assertEq(answer.length, 100, "length of the error");
        assertEq(bytes32(bytes4(selector)), bytes32(IJobDisputes.JobDisputes_TooLittleGas.selector), "error");
        assertEq(jobId, idOfJob(terms), "the error's job");
        assertTrue(gasLeft < GAS_NEEDED && gasLeft < gasGiven, "the error's gas");
        assertEq(needed, GAS_NEEDED, "the gas that the error asks for");
    }

    function _words(bytes memory answer) private pure returns (bytes32 a, bytes32 b, uint256 c, uint256 d) {
        assembly ("memory-safe") {
            a := mload(add(answer, 0x20))
            b := mload(add(answer, 0x24))
            c := mload(add(answer, 0x44))
            d := mload(add(answer, 0x64))
        }
    }

    function _expectConcession(JobTerms memory terms, uint256 feeReturned, uint40 lastBlock) private {
        expectEvent(address(escrow));
        emit IJobDisputes.JobConceded(idOfJob(terms), provider, priceOf(terms), feeReturned, lastBlock);
        if (terms.collateral != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral);
        }
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), payout, idOf(payToken), priceOf(terms));
        if (feeReturned != 0) {
            expectEvent(address(vault));
            emit IERC6909.Transfer(address(escrow), address(escrow), client, idOf(payToken), feeReturned);
        }
    }

    function _requireTooLate(JobTerms memory terms, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(client, _call(terms), expected, "too late");
    }

    function _call(JobTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(IJobDisputes.concede, (terms));
    }
}
