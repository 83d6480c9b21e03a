// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: appeal against any ruling, to make the other side pay for a second round, or to wait until it
/// gives up.
/// Peer: none known.
contract AppealToWearTheOtherOutTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev By either side, whatever all ten seats do: who appeals pays for it alone. The first panel is paid by the
    /// dispute's fee and the second by the appeal's, each as the final ruling says; an appeal without a ruling burns its
    /// fee. The other side has exactly what the ruling gives it.
    function testFuzz_WhoAppealsPays(uint256 seed, bool providerRight, bool byClient) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory first = _letters(seed, PANEL);
        // Any two places rule.
        first[seed % PANEL] = providerRight ? bytes1("R") : bytes1("W");
        first[((seed % PANEL) + 1) % PANEL] = first[seed % PANEL];
        vote(opened, false, first);
        appeal(byClient ? client : operator, opened);
        draw(opened);
        uint256[] memory appealSeats = panelOf(opened, true);
        bytes memory second = _letters(seed >> 128, APPEAL_PANEL);
        vote(opened, true, second);
        Ruling appealRuling = _rulingOf(second);
        Ruling ruling = appealRuling == Ruling.NONE ? _rulingOf(first) : appealRuling;
        finish(opened);
        applyRuling(terms);

        expected.client -= PANEL_FEE;
        expected.client += expectVotes(expected, seats, first, ruling);
        uint256 left = expectVotes(expected, appealSeats, second, ruling);
        if (appealRuling == Ruling.NONE) {
            // Those whose vote is the first ruling's are paid all the same; the rest is burned.
            expected.dead += left;
        } else if (byClient) {
            expected.client += left;
        } else {
            expected.operator += left;
        }
        if (ruling == Ruling.PROVIDER_RIGHT) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }

    /// @dev An appeal that overturns the ruling, in figures: seven seats of the appeal are paid, three of the first panel
    /// lose a unit each, the client has its whole dispute fee.
    function testFuzz_Overturned(bool providerRight, bool byClient) public {
        _play(
            providerRight ? bytes("WWW") : bytes("RRR"),
            providerRight ? bytes("RRRRRRR") : bytes("WWWWWWW"),
            byClient
        );
    }

    /// @dev One that confirms it: ten seats are paid.
    function testFuzz_Confirmed(bool providerRight, bool byClient) public {
        _play(
            providerRight ? bytes("RRR") : bytes("WWW"),
            providerRight ? bytes("RRRRRRR") : bytes("WWWWWWW"),
            byClient
        );
    }

    /// @dev There is one appeal, in its time, by a party.
    function testFuzz_Once(bool byClient, uint256 wait) public {
        Case memory opened = drawnCaseOf(submittedCourtJob());
        vote(opened, false, "WWW");
        bytes memory input = abi.encodeCall(ISlashingCourt.appeal, (address(escrow), opened));
        passStage(opened, Stage.REVEALING);
        payForAppeal(stranger);
        bytes4 error_ = ISlashingCourt.SlashingCourt_NotParty.selector;
        requireRefused(stranger, address(court), input, error_, "not a party");
        appeal(byClient ? client : operator, opened);
        vm.warp(block.timestamp + bound(wait, 0, 30 days));
        payForAppeal(byClient ? operator : client);
        error_ = ICourtVotes.CourtVotes_UnexpectedStage.selector;
        requireRefused(byClient ? operator : client, address(court), input, error_, "a second appeal");
    }

    function _play(bytes memory first, bytes memory second, bool byClient) private {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, first);
        appeal(byClient ? client : operator, opened);
        draw(opened);
        uint256[] memory appealSeats = panelOf(opened, true);
        vote(opened, true, second);
        finish(opened);
        applyRuling(terms);
        bool overturned = first[0] != second[0];
        if (!overturned) expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) {
            if (overturned) expectCharge(expected, seats[i], 1);
            else expectFee(expected, seats[i]);
        }
        for (uint256 i; i < APPEAL_PANEL; ++i) expectFee(expected, appealSeats[i]);
        if (second[0] == "R") expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }

    function _letters(uint256 seed, uint256 count) private pure returns (bytes memory letters) {
        letters = new bytes(count);
        for (uint256 i; i < count; ++i) letters[i] = bytes("RRWWrw-")[uint256(keccak256(abi.encode(seed, i))) % 7];
    }

    function _rulingOf(bytes memory letters) private pure returns (Ruling) {
        uint256 right;
        uint256 wrong;
        for (uint256 i; i < letters.length; ++i) {
            if (letters[i] == "R") ++right;
            if (letters[i] == "W") ++wrong;
        }
        if (right > letters.length / 2) return Ruling.PROVIDER_RIGHT;
        return wrong > letters.length / 2 ? Ruling.PROVIDER_WRONG : Ruling.NONE;
    }
}
