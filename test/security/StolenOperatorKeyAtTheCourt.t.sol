// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../contracts/interfaces/ICourtSeats.sol";
import {ICourtVotes} from "../../contracts/interfaces/ICourtVotes.sol";
import {Case} from "../../contracts/types/Case.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: steal the hot key with which a juror's worker commits its votes.
/// Peer: none known to have jurors with hot keys.
///
/// The largest loss is what the owner lets the court lock: a commitment that nobody can open costs its seat four units,
/// and a seat has sixteen. The key moves neither seats nor stake, and earns its thief nothing. After its removal it makes
/// no call; but what it committed to stands, so that the cases of then may still cost four units each.
contract StolenOperatorKeyAtTheCourtTest is CourtBooks {
    uint256 private constant CASES = 4;
    uint128 private constant OTHER_STAKE = 7e18;

    address private thief = address(uint160(0x7e1ef));
    uint256 private seat;
    JobTerms[] private _jobs;
    Case[] private _cases;

    /// @dev Three seats, so that each panel is all of them. The first juror has stake that the court may not lock.
    function setUp() public {
        setUpCourtJobs(PANEL);
        vm.prank(jurorAt(seat));
        registry.setOperator(jurorAt(seat), thief, true);
        stakeToken.mint(address(this), OTHER_STAKE);
        stakeToken.approve(address(staking), OTHER_STAKE);
        staking.deposit(jurorAt(seat), OTHER_STAKE);
        for (uint256 i; i < CASES; ++i) {
            _jobs.push(submittedCourtJob());
            _cases.push(openCaseOf(_jobs[i]));
        }
        passSeed();
        for (uint256 i; i < CASES; ++i) court.draw(address(escrow), _cases[i]);
    }

    /// @dev All cases that a seat can serve at a time: every one of its units, and nothing beyond them.
    function test_TheLargestLoss() public {
        Books memory expected = booksNow();
        for (uint256 i; i < CASES; ++i) {
            _commitAsThief(_cases[i], keccak256(abi.encode("nobody can open", i)));
            _othersVote(_cases[i]);
        }
        _finishAll(expected);
        expectCharge(expected, seat, 4 * CASES);
        requireBooks(expected);
        assertEq(staking.committedOf(jurorAt(seat)), OTHER_STAKE, "all of the seat, and nothing else");
        assertEq(claimOf(thief) + staking.claimOf(thief), 0, "the thief");
    }

    /// @dev The owner removes the key: what it committed to cannot be taken back, and costs four units a case; nothing can
    /// be added, and what it had not come to is served as ever.
    function testFuzz_WhatItCommittedBeforeItsRemoval(uint256 committed) public {
        committed = bound(committed, 0, CASES);
        Books memory expected = booksNow();
        for (uint256 i; i < committed; ++i) _commitAsThief(_cases[i], keccak256(abi.encode("nobody can open", i)));
        vm.prank(jurorAt(seat));
        registry.setOperator(jurorAt(seat), thief, false);
        for (uint256 i; i < CASES; ++i) {
            uint256 place = _placeIn(_cases[i]);
            bytes memory input = abi.encodeCall(
                ICourtVotes.commit,
                (address(escrow), _cases[i].caseId, place, keccak256("again"))
            );
            requireRefused(thief, address(court), input, ICourtVotes.CourtVotes_NotJuror.selector, "the removed key");
            if (i < committed) {
                bytes4 error_ = ICourtVotes.CourtVotes_AlreadyCommitted.selector;
                requireRefused(jurorAt(seat), address(court), input, error_, "the owner, again");
            } else {
                commit(_cases[i], place, seat, true);
            }
            _othersVote(_cases[i]);
        }
        _finishAll(expected);
        expectCharge(expected, seat, 4 * committed);
        for (uint256 i = committed; i < CASES; ++i) expectFee(expected, seat);
        requireBooks(expected);
    }

    /// @dev What it votes, it votes for the owner: the fee goes to the payout address, a vote against the others costs a
    /// unit.
    function testFuzz_ItVotes(bool providerRight) public {
        Books memory expected = booksNow();
        for (uint256 i; i < CASES; ++i) {
            bytes32 caseId = _cases[i].caseId;
            _commitAsThief(_cases[i], court.commitmentOf(address(escrow), caseId, seat, providerRight, "thief"));
            _othersVote(_cases[i]);
        }
        vm.warp(court.deadlinesOf(address(escrow), _cases[0].caseId)[1] + 1);
        for (uint256 i; i < CASES; ++i) {
            court.reveal(address(escrow), _cases[i].caseId, _placeIn(_cases[i]), providerRight, "thief");
        }
        _finishAll(expected);
        for (uint256 i; i < CASES; ++i) {
            if (providerRight) expectFee(expected, seat);
            else expectCharge(expected, seat, 1);
        }
        requireBooks(expected);
        assertEq(claimOf(thief), 0, "the thief");
    }

    /// @dev It takes no seat for more of the stake, leaves none, and closes none for somebody else's good.
    function test_ItMovesNoSeat() public {
        bytes4 error_ = ICourtSeats.CourtSeats_NotOwner.selector;
        bytes memory input = abi.encodeCall(ICourtSeats.takeSeat, (address(escrow), jurorAt(seat)));
        requireRefused(thief, address(court), input, error_, "takes");
        input = abi.encodeCall(ICourtSeats.leaveSeat, (address(escrow), seat));
        requireRefused(thief, address(court), input, error_, "leaves");
        input = abi.encodeCall(ICourtSeats.closeSeat, (address(escrow), seat));
        requireRefused(thief, address(court), input, ICourtSeats.CourtSeats_TooEarly.selector, "closes");
    }

    function _commitAsThief(Case memory opened, bytes32 commitment) private {
        uint256 place = _placeIn(opened);
        vm.prank(thief);
        court.commit(address(escrow), opened.caseId, place, commitment);
    }

    function _othersVote(Case memory opened) private {
        uint256[] memory seats = panelOf(opened, false);
        for (uint256 place; place < PANEL; ++place) {
            if (seats[place] != seat) commit(opened, place, seats[place], true);
        }
    }

    /// @dev Reveals what can be revealed, ends every case and job, and writes what the others have of it.
    function _finishAll(Books memory expected) private {
        vm.warp(court.deadlinesOf(address(escrow), _cases[CASES - 1].caseId)[1] + 1);
        for (uint256 i; i < CASES; ++i) {
            uint256[] memory seats = panelOf(_cases[i], false);
            for (uint256 place; place < PANEL; ++place) {
                bytes32 mark = court.voteOf(address(escrow), _cases[i].caseId, seats[place]);
                bytes32 caseId = _cases[i].caseId;
                if (mark == court.commitmentOf(address(escrow), caseId, seats[place], true, SALT)) {
                    court.reveal(address(escrow), caseId, place, true, SALT);
                }
            }
        }
        for (uint256 i; i < CASES; ++i) {
            uint256 fees = claimOf(payoutAt(seat));
            finish(_cases[i]);
            applyRuling(_jobs[i]);
            expectPaid(expected, _jobs[i]);
            expectFee(expected, 1);
            expectFee(expected, 2);
            expected.court -= PANEL_FEE;
            expected.client += PANEL_FEE - 2 * SEAT_FEE - (claimOf(payoutAt(seat)) - fees);
        }
        expected.atRisk = 0;
    }

    function _placeIn(Case memory opened) private view returns (uint256 place) {
        uint256[] memory seats = panelOf(opened, false);
        while (seats[place] != seat) ++place;
    }
}
