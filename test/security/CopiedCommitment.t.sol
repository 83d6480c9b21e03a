// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../../contracts/interfaces/ICourtVotes.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: copy another seat's commitment, wait for its reveal, and reveal the same: a fee without work.
/// Peer: none known.
contract CopiedCommitmentTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev The copy cannot be revealed by any of the two votes, and costs its seat four units.
    function testFuzz_TheCopyCannotBeRevealed(bool providerRight, bool claimed) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        commitAll(opened, false, providerRight ? bytes("RR-") : bytes("WW-"));
        bytes32 copy = court.voteOf(address(escrow), opened.caseId, seats[0]);
        vm.prank(jurorAt(seats[2]));
        court.commit(address(escrow), opened.caseId, 2, copy);
        passStage(opened, Stage.COMMITTING);
        revealAll(opened, providerRight ? bytes("RR-") : bytes("WW-"));
        bytes memory input = abi.encodeCall(ICourtVotes.reveal, (address(escrow), opened.caseId, 2, claimed, SALT));
        bytes4 error_ = ICourtVotes.CourtVotes_VoteMismatch.selector;
        requireRefused(jurorAt(seats[2]), address(court), input, error_, "the copy");
        finish(opened);
        applyRuling(terms);
        expected.client -= 2 * SEAT_FEE;
        expectFee(expected, seats[0]);
        expectFee(expected, seats[1]);
        expectCharge(expected, seats[2], 4);
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }

    /// @dev The copier is too late when the vote is known: commitments end before the first reveal.
    function testFuzz_NobodyCommitsAfterAReveal(bool providerRight) public {
        Case memory opened = drawnCaseOf(submittedCourtJob());
        uint256 copier = panelOf(opened, false)[2];
        commitAll(opened, false, providerRight ? bytes("RR-") : bytes("WW-"));
        bytes memory input = abi.encodeCall(
            ICourtVotes.reveal,
            (address(escrow), opened.caseId, 0, providerRight, SALT)
        );
        bytes4 error_ = ICourtVotes.CourtVotes_UnexpectedStage.selector;
        vm.warp(untilOf(opened, Stage.COMMITTING));
        requireRefused(stranger, address(court), input, error_, "a reveal in the last second of the commitments");
        passStage(opened, Stage.COMMITTING);
        revealAll(opened, providerRight ? bytes("RR-") : bytes("WW-"));
        bytes32 word = court.commitmentOf(address(escrow), opened.caseId, copier, providerRight, SALT);
        input = abi.encodeCall(ICourtVotes.commit, (address(escrow), opened.caseId, 2, word));
        requireRefused(jurorAt(copier), address(court), input, error_, "a commitment after a reveal");
    }
}
