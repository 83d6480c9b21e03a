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

/// @notice The attack: a client that has a provider of its own disputes its own worthless jobs until no seat can take a
/// further case. Then it disputes a right result: no panel forms, and the price is split without a ruling.
/// Peer: none known.
contract OccupiedSeatsTest is CourtBooks {
    uint256 private constant RIVAL_KEY = 0x9906;
    /// @dev Four cases a seat, three seats a case.
    uint256 private constant CAPACITY = (JURORS * 4) / PANEL;

    address private rival;
    JobTerms[] private own;
    Case[] private ownCases;

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
        uint256 formed = _occupy();
        assertTrue(formed <= CAPACITY && formed + 2 >= CAPACITY, "as many cases as there is room for");

        Case memory opened = openCaseOf(terms);
        passSeed();
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        bytes4 error_ = ISlashingCourt.SlashingCourt_TooFewSeats.selector;
        requireRefused(operator, address(court), input, error_, "the honest provider's draw");
        passStage(opened, Stage.DRAWING);

        committed = bound(committed, 0, formed * PANEL);
        for (uint256 i; i < own.length; ++i) {
            if (i < formed) committed -= _commitSome(ownCases[i], committed, expected);
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
    function testFuzz_SeatsAreFreeAgain(uint256 freed) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        uint256 formed = _occupy();
        Case memory opened = openCaseOf(terms);
        passSeed();
        freed = freed % formed;
        uint256[] memory freedSeats = panelOf(ownCases[freed], false);
        vm.prank(client);
        escrow.concede(own[freed]);
        court.finish(address(escrow), ownCases[freed]);
        court.draw(address(escrow), opened);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, "RRR");
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, seats[i]);
        expectPaid(expected, terms);

        for (uint256 i; i < PANEL; ++i) expectHalfFee(expected, freedSeats[i]);
        expected.client -= PANEL * (SEAT_FEE / 2);

        // The others' jurors were silent, and are charged for it: all cases end.
        for (uint256 i; i < own.length; ++i) {
            if (i == freed) continue;
            if (i < formed) {
                uint256[] memory silent = panelOf(ownCases[i], false);
                for (uint256 j; j < PANEL; ++j) expectCharge(expected, silent[j], 2);
            }
            court.finish(address(escrow), ownCases[i]);
            vm.prank(client);
            escrow.concede(own[i]);
        }
        requireBooks(expected);
    }

    /// @dev Opens and draws cases of jobs between the client and its own provider until a draw fails.
    function _occupy() private returns (uint256 formed) {
        Offer memory offer = courtOffer();
        offer.provider = rival;
        offer.ratePerSecond = 1;
        offer.collateral = 0;
        offer.authEpoch = registry.authEpochOf(rival);
        offer.machineId = 0;
        bytes memory signature = signOffer(RIVAL_KEY, offer);
        for (bool isFull; !isFull;) {
            JobTerms memory terms = termsOf(offer, defaultTake(), uint32(own.length) + 1);
            terms.payout = client;
            vm.prank(client);
            assertEq(escrow.takeOffer(offer, signature, defaultTake()), idOfJob(terms), "its job");
            vm.prank(rival);
            escrow.submit(terms, keccak256("result"), 0);
            own.push(terms);
            Case memory opened = openCaseOf(terms);
            ownCases.push(opened);
            passSeed();
            (bool succeeded, ) = address(court).call(abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened)));
            if (succeeded) ++formed;
            else isFull = true;
        }
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
