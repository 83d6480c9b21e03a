// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: client, provider or both make common cause with a minority of each panel, and vote, keep silent,
/// appeal and concede as they please. The other jurors compute, and vote for what they find. Invariant 8(b).
/// Peer: none known.
contract CoalitionWithoutAMajorityTest is CourtBooks {
    bool private hasClient;
    bool private hasProvider;
    bool private isRight;
    bool[JURORS] private isOwn;

    function setUp() public {
        setUpCourtJobs(JURORS);
        payForAppeal(client);
        payForAppeal(operator);
    }

    /// @dev With the client in it, it ends in neither token with more than it had before the job. With the provider
    /// alone it loses all of the collateral, and one of its seats may earn the fee of an honest vote: that is all.
    function testFuzz_NeverEndsWithMore(uint256 seed, uint256 who, bool right) public {
        who = bound(who, 1, 3);
        hasClient = who & 1 != 0;
        hasProvider = who & 2 != 0;
        // An honest provider's result is right, and an honest client disputes none that is.
        isRight = !hasProvider || (hasClient && right);
        Books memory start = booksNow();
        JobTerms memory terms = submittedCourtJob();
        Case memory opened = openCaseOf(terms);
        _play(seed, terms, opened);
        passStage(opened, Stage.APPEAL_REVEALING);
        court.finish(address(escrow), opened);
        if (escrow.jobOf(opened.caseId).caseOpened) escrow.applyRuling(terms);
        _requireNoGain(start, booksNow());
    }

    /// @dev That fee, attained: a juror that knows that its accomplice's result is wrong votes so without computing. It is
    /// why the collateral should be worth more than a panel's fees.
    function test_AnAccompliceEarnsAFee() public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, "WWW");
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, seats[i]);
        expectSlashed(expected, terms);
        requireBooks(expected);
    }

    function _play(uint256 seed, JobTerms memory terms, Case memory opened) private {
        uint256 concedesAt = hasClient ? pick(seed, "concedes", 0, 6) : type(uint256).max;
        if (concedesAt == 0) return _concede(terms);
        draw(opened);
        bytes memory letters = _letters(seed, panelOf(opened, false), 1);
        commitAll(opened, false, letters);
        if (concedesAt == 1) return _concede(terms);
        passStage(opened, Stage.COMMITTING);
        if (concedesAt == 2) _concede(terms);
        revealAll(opened, letters);
        passStage(opened, Stage.REVEALING);
        uint256 appeals = pick(seed, "appeals", 0, 2);
        if (appeals == 0 || (appeals == 1 && !hasClient) || (appeals == 2 && !hasProvider)) return;
        vm.prank(appeals == 1 ? client : operator);
        court.appeal(address(escrow), opened);
        draw(opened);
        vote(opened, true, _letters(seed, panelOf(opened, true), 3));
        if (concedesAt == 3) _concede(terms);
    }

    /// @dev As many seats as a minority may have are its own, from any place on, and do anything.
    function _letters(uint256 seed, uint256[] memory seats, uint256 most) private returns (bytes memory letters) {
        letters = new bytes(seats.length);
        for (uint256 i; i < seats.length; ++i) letters[i] = isRight ? bytes1("R") : bytes1("W");
        uint256 count = pick(seed, "own seats", 0, most);
        uint256 first = pick(seed, "first", 0, seats.length - 1);
        for (uint256 i; i < count; ++i) {
            uint256 place = (first + i) % seats.length;
            isOwn[seats[place]] = true;
            letters[place] = bytes("RWrw-")[uint256(keccak256(abi.encode(seed, place, most))) % 5];
        }
    }

    function _concede(JobTerms memory terms) private {
        vm.prank(client);
        escrow.concede(terms);
    }

    function _requireNoGain(Books memory start, Books memory end) private view {
        uint256[2] memory had = _wealth(start);
        uint256[2] memory has = _wealth(end);
        assertTrue(has[0] <= had[0] + (hasClient ? 0 : SEAT_FEE), "payment tokens");
        assertTrue(has[1] + (hasClient ? 0 : JOB_COLLATERAL) <= had[1], "stake tokens");
        assertEq(end.court, start.court, "the court keeps nothing");
        assertEq(end.atRisk, 0, "every seat is free");
    }

    function _wealth(Books memory books) private view returns (uint256[2] memory sums) {
        if (hasClient) sums = [books.client, books.clientSlash];
        if (hasProvider) sums = [sums[0] + books.payout + books.operator, sums[1] + books.committed];
        for (uint256 i; i < JURORS; ++i) {
            if (isOwn[i]) sums = [sums[0] + books.fees[i], sums[1] + books.stakes[i]];
        }
    }
}
