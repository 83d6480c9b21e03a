// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: a majority of both panels rules for the side that it makes common cause with. Invariant 8(c): what
/// it gains at most is stated in docs/economics.md, and attained here. All is counted from just before the dispute, when
/// the price lies in the market.
/// Peer: none known.
contract CoalitionWithAMajorityTest is CourtBooks {
    bool[JURORS] private isOwn;

    function setUp() public {
        setUpCourtJobs(JURORS);
        payForAppeal(client);
        payForAppeal(operator);
    }

    /// @dev With the client, against an honest provider that appeals: the price, half of the collateral, and all fees
    /// of the appeal.
    function test_TheMostThatAClientGains() public {
        _requireGain(false, "WWW", "WWWWWWW", PANEL + APPEAL_PANEL);
    }

    /// @dev With the provider, against an honest client that appeals: the price, and all fees of both panels.
    function test_TheMostThatAProviderGains() public {
        _requireGain(true, "RRR", "RRRRRRR", PANEL + APPEAL_PANEL);
    }

    /// @dev With a bare majority of each panel it has the fees of its own seats only: those that voted honestly lose a
    /// unit each, and what they did not earn goes back to who paid it.
    function testFuzz_WithABareMajority(bool withProvider) public {
        if (withProvider) _requireGain(true, "RRW", "RRRRWWW", 6);
        else _requireGain(false, "WWR", "WWWWRRR", 6);
    }

    /// @dev Whatever all ten seats do, whoever of them is in it, and whoever appeals: no coalition with one side gains
    /// more, and the other side loses no more than price, collateral and the fees that it paid.
    function testFuzz_NeverMore(uint256 seed, bool withProvider) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory start = booksNow();
        Case memory opened = drawnCaseOf(terms);
        vote(opened, false, _letters(seed, panelOf(opened, false)));
        passStage(opened, Stage.REVEALING);
        uint256 appeals = pick(seed, "appeals", 0, 2);
        bool isAppealed = appeals != 0 && court.stageOf(address(escrow), opened.caseId) == Stage.APPEALABLE;
        if (isAppealed) {
            vm.prank(appeals == 1 ? client : operator);
            court.appeal(address(escrow), opened);
            draw(opened);
            vote(opened, true, _letters(seed >> 128, panelOf(opened, true)));
        }
        passStage(opened, Stage.APPEAL_REVEALING);
        bool isRuled = court.rulingOf(address(escrow), opened.caseId) != Ruling.NONE;
        court.finish(address(escrow), opened);
        if (isRuled) escrow.applyRuling(terms);
        else split(terms);
        _requireBound(start, booksNow(), terms, withProvider);
    }

    function _requireGain(bool withProvider, bytes memory first, bytes memory second, uint256 ownSeats) private {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, first);
        passStage(opened, Stage.REVEALING);
        vm.prank(withProvider ? client : operator);
        court.appeal(address(escrow), opened);
        draw(opened);
        uint256[] memory appealSeats = panelOf(opened, true);
        vote(opened, true, second);
        finish(opened);
        applyRuling(terms);

        Ruling ruling = withProvider ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        expected.client -= PANEL_FEE;
        expected.client += expectVotes(expected, seats, first, ruling);
        uint256 left = expectVotes(expected, appealSeats, second, ruling);
        uint256 fees = ownSeats * SEAT_FEE;
        if (withProvider) {
            // The honest client: its price, and what it paid for both panels less what came back.
            expected.client -= APPEAL_FEE;
            expected.client += left;
            expectPaid(expected, terms);
            _requireFees(expected, fees);
        } else {
            expected.operator -= APPEAL_FEE;
            expected.operator += left;
            expectSlashed(expected, terms);
            _requireFees(expected, fees);
        }
        requireBooks(expected);
    }

    /// @dev All that jurors earned is the coalition's.
    function _requireFees(Books memory expected, uint256 fees) private pure {
        uint256 sum;
        for (uint256 i; i < JURORS; ++i) sum += expected.fees[i];
        assertEq(sum, fees, "the coalition's fees");
    }

    function _requireBound(
        Books memory start,
        Books memory end,
        JobTerms memory terms,
        bool withProvider
    ) private view {
        uint256 fees;
        for (uint256 i; i < JURORS; ++i) {
            assertTrue(end.stakes[i] <= start.stakes[i], "no juror gains stake");
            if (isOwn[i]) fees += end.fees[i] - start.fees[i];
        }
        uint256 price = priceOf(terms);
        if (withProvider) {
            uint256 had = start.payout + start.operator;
            assertTrue(end.payout + end.operator + fees <= had + price + PANEL_FEE + APPEAL_FEE, "the provider's");
            assertTrue(end.committed <= start.committed, "the provider's stake");
            assertTrue(end.client + PANEL_FEE + APPEAL_FEE >= start.client, "the honest client's loss");
        } else {
            assertTrue(end.client + fees <= start.client + price + APPEAL_FEE, "the client's");
            assertTrue(end.clientSlash <= start.clientSlash + terms.collateral / 2, "the client's stake");
            assertTrue(end.payout + end.operator + APPEAL_FEE >= start.payout + start.operator, "the provider's loss");
            assertTrue(end.committed + terms.collateral >= start.committed, "the provider's loss of stake");
        }
    }

    function _letters(uint256 seed, uint256[] memory seats) private returns (bytes memory letters) {
        letters = new bytes(seats.length);
        for (uint256 i; i < seats.length; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            letters[i] = bytes("RRRWWWrw-")[random % 9];
            isOwn[seats[i]] = (random >> 64) % 4 != 0;
        }
    }
}
