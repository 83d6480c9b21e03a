// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer} from "../../contracts/types/Order.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: a client that has a provider of its own disputes its own worthless jobs until hardly a seat can
/// take a further case. Then it disputes a right result: no panel forms, and the price is split without a ruling; or, if
/// it has seats itself, which are never drawn for its own cases and so stay free, the panel is its own.
/// Peer: none known.
contract OccupiedSeatsTest is CourtBooks {
    uint256 private constant RIVAL_KEY = 0x9906;
    /// @dev Four cases a seat, three seats a case.
    uint256 private constant CAPACITY = (JURORS * 4) / PANEL;

    uint256 private constant OWN_SEATS = 3;
    uint256 private constant DRAWS = 200;

    address private rival;
    JobTerms[] private own;
    Case[] private ownCases;
    bool[] private isDrawn;

    function setUp() public {
        setUpCourtJobs(JURORS);
        rival = vm.addr(RIVAL_KEY);
        vm.label(rival, "the client's own provider");
        vm.prank(rival);
        registry.register(Profile({payout: client, encryptionKey: "key", endpoint: ""}));
    }

    /// @dev Not prevented: it costs a fee for each seat that committed before the client concedes, and half a fee for each
    /// that did not; the client gains its part of the split.
    function testFuzz_ARightResultIsSplit(uint256 committed) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        uint256 formed = _occupy(client);
        assertTrue(formed <= CAPACITY && formed + 4 >= CAPACITY, "nearly as many cases as there is room for");

        Case memory opened = openCaseOf(terms);
        passSeed();
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        bytes4 error_ = ISlashingCourt.SlashingCourt_TooFewSeats.selector;
        requireRefused(operator, address(court), input, error_, "the honest provider's draw");
        passStage(opened, Stage.DRAWING);

        committed = bound(committed, 0, formed * PANEL);
        for (uint256 i; i < own.length; ++i) {
            if (isDrawn[i]) committed -= _commitSome(ownCases[i], committed, expected);
            vm.prank(client);
            escrow.concede(own[i]);
            court.finish(address(escrow), ownCases[i]);
        }
        court.finish(address(escrow), opened);
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev What bounds it: seats are free as soon as the cases that hold them are over, and a case that is drawn within
    /// its time is judged like any other.
    function testFuzz_SeatsAreFreeAgain(uint256 kept) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        _occupy(client);
        Case memory opened = openCaseOf(terms);
        passSeed();
        kept = kept % own.length;
        for (uint256 i; i < own.length; ++i) {
            if (i == kept) continue;
            if (isDrawn[i]) _commitSome(ownCases[i], 0, expected);
            vm.prank(client);
            escrow.concede(own[i]);
            court.finish(address(escrow), ownCases[i]);
        }
        court.draw(address(escrow), opened);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, "RRR");
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, seats[i]);
        expectPaid(expected, terms);

        // The last one's jurors were silent, and are charged for it.
        if (isDrawn[kept]) {
            uint256[] memory silent = panelOf(ownCases[kept], false);
            for (uint256 j; j < PANEL; ++j) expectCharge(expected, silent[j], 2);
        }
        court.finish(address(escrow), ownCases[kept]);
        vm.prank(client);
        escrow.concede(own[kept]);
        requireBooks(expected);
    }

    /// @dev Three seats of twelve belong to whoever occupies the other nine. Were occupied seats passed over without end,
    /// nearly each draw would find a majority of these three. As it is most draws find no panel, and less than one in five a
    /// majority, where it is 28 of 220 on a free list.
    function test_OnesOwnSeatsAreNoPanel() public {
        fund(stranger, CLIENT_FUNDS);
        vm.prank(stranger);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
        for (uint256 i; i < OWN_SEATS; ++i) _handOver(jurorAt(i), stranger);
        JobTerms memory terms = submittedCourtJob();
        _occupy(stranger);
        uint256 start = block.number;
        uint256 formed;
        uint256 captured;
        for (uint256 i; i < DRAWS; ++i) {
            uint256 snapshot = vm.snapshotState();
            vm.roll(start + i);
            Case memory opened = openCaseOf(terms);
            passSeed();
            (bool succeeded, ) = address(court).call(abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened)));
            if (succeeded) {
                ++formed;
                uint256[] memory seats = panelOf(opened, false);
                uint256 mine;
                for (uint256 place; place < PANEL; ++place) if (seats[place] < OWN_SEATS) ++mine;
                if (2 * mine > PANEL) ++captured;
            }
            vm.revertToState(snapshot);
        }
        assertTrue(captured * 5 < DRAWS, "less than one in five");
        assertTrue(formed < DRAWS / 2, "mostly there is no panel");
    }

    /// @dev Opens and draws cases of jobs between an account and its own provider until six in a row find no panel.
    function _occupy(address by) private returns (uint256 formed) {
        Offer memory offer = courtOffer();
        offer.provider = rival;
        offer.ratePerSecond = 1;
        offer.collateral = 0;
        offer.authEpoch = registry.authEpochOf(rival);
        offer.machineId = 0;
        bytes memory signature = signOffer(RIVAL_KEY, offer);
        for (uint256 failures; failures < 6;) {
            JobTerms memory terms = termsOf(offer, defaultTake(), uint32(own.length) + 1);
            (terms.payout, terms.client) = (client, by);
            vm.prank(by);
            assertEq(escrow.takeOffer(offer, signature, defaultTake()), idOfJob(terms), "its job");
            vm.prank(rival);
            escrow.submit(terms, keccak256("result"), 0);
            own.push(terms);
            Case memory opened = openCaseOf(terms);
            ownCases.push(opened);
            passSeed();
            (bool succeeded, ) = address(court).call(abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened)));
            isDrawn.push(succeeded);
            if (succeeded) (formed, failures) = (formed + 1, 0);
            else ++failures;
        }
    }

    function _handOver(address juror, address newOwner) private {
        vm.prank(juror);
        registry.offerOwnership(juror, newOwner);
        vm.prank(newOwner);
        registry.acceptOwnership(juror);
    }

    function _commitSome(Case memory opened, uint256 most, Books memory expected) private returns (uint256 count) {
        uint256[] memory seats = panelOf(opened, false);
        for (uint256 i; i < PANEL; ++i) {
            if (i < most) {
                commit(opened, i, seats[i], true);
                expected.client -= SEAT_FEE;
                expectFee(expected, seats[i]);
                ++count;
            } else {
                expected.client -= SEAT_FEE / 2;
                expectHalfFee(expected, seats[i]);
            }
        }
    }
}
