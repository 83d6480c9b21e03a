// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: a client disputes a right result, sees that it will lose, and concedes just before, so that those
/// who worked on the case are not paid.
/// Peer: none known.
contract ConcessionToStiffJurorsTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev Before the draw: the whole fee comes back, no seat has worked.
    function testFuzz_BeforeTheDraw(uint256 wait, bool opens) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened;
        if (opens) opened = openCaseOf(terms);
        else disputeJob(terms);
        vm.warp(block.timestamp + bound(wait, 0, DRAW_SECONDS));
        _concede(terms);
        if (opens) {
            requireStage(opened, Stage.DECIDED, "over at once");
            court.finish(address(escrow), opened);
        }
        expectPaid(expected, terms);
        requireBooks(expected);
    }

    /// @dev While commitments can be made: who has committed is paid, whatever it committed to; who has not has
    /// half, is not charged, and is free at once.
    function testFuzz_WhileJurorsCommit(uint256 letters, uint256 wait) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory votes = "---";
        for (uint256 i; i < PANEL; ++i) {
            votes[i] = bytes("RW-")[(letters >> (8 * i)) % 3];
            if (votes[i] == "-") expectHalfFee(expected, seats[i]);
            else expectFee(expected, seats[i]);
            expected.client -= votes[i] == "-" ? SEAT_FEE / 2 : SEAT_FEE;
        }
        commitAll(opened, false, votes);
        vm.warp(bound(wait, block.timestamp, untilOf(opened, Stage.COMMITTING)));
        _concede(terms);
        requireStage(opened, Stage.DECIDED, "over at once");
        court.finish(address(escrow), opened);
        expectPaid(expected, terms);
        requireBooks(expected);
    }

    /// @dev Once commitments are closed the court goes on as if nothing had been: jurors reveal and are paid, and the
    /// market makes nothing of the ruling. It pays the provider once.
    function testFuzz_AfterTheCommitments(bool providerRight, uint256 when, bool revealed) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory votes = providerRight ? bytes("RRW") : bytes("WWR");
        commitAll(opened, false, votes);
        passStage(opened, Stage.COMMITTING);
        if (revealed) revealAll(opened, votes);
        vm.warp(bound(when, block.timestamp, untilOf(opened, Stage.REVEALING)));
        _concede(terms);
        requireStage(opened, Stage.REVEALING, "the court goes on");
        if (!revealed) revealAll(opened, votes);
        finish(opened);
        Ruling ruling = providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        assertEq(uint256(court.rulingOf(address(escrow), opened.caseId)), uint256(ruling), "there is a ruling");
        bytes memory input = abi.encodeCall(escrow.applyRuling, (terms));
        bytes4 error_ = bytes4(keccak256("JobEscrow_UnexpectedState(bytes32,uint8,uint256)"));
        requireRefused(stranger, address(escrow), input, error_, "the job has ended");
        expected.client -= 2 * SEAT_FEE;
        expectFee(expected, seats[0]);
        expectFee(expected, seats[1]);
        expectCharge(expected, seats[2], 1);
        expectPaid(expected, terms);
        requireBooks(expected);
    }

    function _concede(JobTerms memory terms) private {
        vm.prank(client);
        escrow.concede(terms);
    }
}
