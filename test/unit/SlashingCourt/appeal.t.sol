// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {Hearing, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {vm} from "../../utils/Vm.sol";

contract SlashingCourtAppealTest is CourtStages {
    function setUp() public {
        setUpCourt();
    }

    /// @dev Either party, in any second of the stage, whatever the first ruling says.
    function testFuzz_When_APartyAppeals(uint256 who, bool providerRight, uint256 wait, uint16 blocks) public {
        address party = _partyOf(who);
        Case memory opened = drawnCase(CASE);
        vote(CASE, false, providerRight ? bytes("RR-") : bytes("WWR"));
        vm.warp(bound(wait, untilOf(CASE, Stage.REVEALING) + 1, untilOf(CASE, Stage.APPEALABLE)));
        vm.roll(block.number + blocks);
        Hearing memory expected = court.hearingOf(market, CASE);
        uint40[7] memory deadlines = court.deadlinesOf(market, CASE);
        _fundAppeal(party);
        expectEvent(address(court));
        emit ISlashingCourt.RulingAppealed(market, CASE, party, APPEAL_FEE, uint40(block.number) + DRAW_BLOCKS);
        vm.prank(party);
        court.appeal(market, opened);

        expected.appealedBlock = uint40(block.number);
        expected.appellant = party;
        assertEq(abi.encode(court.hearingOf(market, CASE)), abi.encode(expected), "hearing");
        assertEq(abi.encode(court.deadlinesOf(market, CASE)), abi.encode(deadlines), "no deadline moves");
        assertEq(claimOf(party), 0, "the appellant paid");
        assertEq(claimOf(address(court)), PANEL_FEE + APPEAL_FEE, "the fee waits");
        requireStage(CASE, Stage.APPEAL_DRAWING, "stage");
        requireRuling(CASE, Ruling.NONE, "no answer while it can change");
    }

    function testFuzz_RevertWhen_TheCallerIsNoParty(address caller, uint256 juror) public {
        vm.assume(caller != client && caller != provider && caller != providerOperator);
        Case memory opened = caseAt(Stage.APPEALABLE);
        _requireNotParty(opened, caller);
        _requireNotParty(opened, market);
        _requireNotParty(opened, payoutAt(bound(juror, 0, JURORS - 1)));
        _requireNotParty(opened, jurorAt(bound(juror, 0, JURORS - 1)));
        _requireNotParty(opened, registry.payoutOf(provider));
        vm.prank(provider);
        registry.setOperator(provider, providerOperator, false);
        _requireNotParty(opened, providerOperator);
    }

    /// @dev Of either party, or of both: there is one appeal.
    function testFuzz_RevertWhen_AppealedTwice(uint256 first, uint256 second) public {
        Case memory opened = caseAt(Stage.APPEALABLE);
        appeal(_partyOf(first), opened);
        _fundAppeal(_partyOf(second));
        bytes memory expected = CourtErrors.unexpectedStage(market, CASE, Stage.APPEAL_DRAWING, Stage.APPEALABLE);
        requireRevert(_partyOf(second), _call(opened), expected, "twice");
    }

    /// @dev There is nothing to appeal against.
    function testFuzz_RevertWhen_ThereIsNoRuling(uint256 who, uint256 votes) public {
        bytes[5] memory letters = [bytes("---"), "RW-", "Rrw", "www", "W-R"];
        Case memory opened = drawnCase(CASE);
        vote(CASE, false, letters[votes % 5]);
        vm.warp(untilOf(CASE, Stage.REVEALING) + 1);
        bytes memory expected = CourtErrors.unexpectedStage(market, CASE, Stage.DECIDED, Stage.APPEALABLE);
        requireRevert(_partyOf(who), _call(opened), expected, "no ruling");
        court.finish(market, opened);
        requireRuling(CASE, Ruling.NONE, "none for ever");
    }

    function testFuzz_TimeIncludesItsLastSecond(uint256 who, uint32 late) public {
        Case memory opened = caseAt(Stage.APPEALABLE);
        address party = _partyOf(who);
        _fundAppeal(party);
        uint256 lastAt = untilOf(CASE, Stage.APPEALABLE);
        bytes memory expected = CourtErrors.unexpectedStage(market, CASE, Stage.DECIDED, Stage.APPEALABLE);
        vm.warp(lastAt + 1 + late);
        requireRevert(party, _call(opened), expected, "too late");
        vm.warp(lastAt + 1);
        requireRevert(party, _call(opened), expected, "a second too late");
        requireRuling(CASE, Ruling.PROVIDER_WRONG, "the answer stands");
        vm.warp(lastAt);
        vm.prank(party);
        court.appeal(market, opened);
    }

    function testFuzz_RevertWhen_TheFeeIsNotThere(uint256 who, uint256 amount, uint256 allowance) public {
        Case memory opened = caseAt(Stage.APPEALABLE);
        address party = _partyOf(who);
        uint256 id = idOf(payToken);
        amount = bound(amount, 0, APPEAL_FEE - 1);
        allowance = bound(allowance, 0, APPEAL_FEE - 1);
        if (amount != 0) fund(party, amount);
        vm.prank(party);
        vault.approve(address(court), id, APPEAL_FEE);
        bytes memory expected = DisputeErrors.insufficientBalance(party, amount, APPEAL_FEE, id);
        requireRevert(party, _call(opened), expected, "too little");
        fund(party, APPEAL_FEE - amount);
        vm.prank(party);
        vault.approve(address(court), id, allowance);
        expected = DisputeErrors.insufficientAllowance(address(court), allowance, APPEAL_FEE, id);
        requireRevert(party, _call(opened), expected, "too small an allowance");
        requireStage(CASE, Stage.APPEALABLE, "no appeal");
    }

    /// @dev Ten seats make two panels. What counts is the list when the case opened.
    function testFuzz_RevertWhen_TheListIsTooShort(uint256 seats, uint256 later) public {
        uint256 needed = PANEL + APPEAL_PANEL;
        seats = bound(seats, PANEL, needed - 1);
        market = otherMarket;
        address juror = richJuror(0, 2 * needed);
        takeSeats(market, juror, seats);
        vm.warp(block.timestamp + 1);
        Case memory opened = drawnCase(CASE);
        takeSeats(market, juror, bound(later, 0, needed));
        vote(CASE, false, "RRR");
        vm.warp(untilOf(CASE, Stage.REVEALING) + 1);
        bytes memory expected = CourtErrors.tooFewSeats(market, seats, needed);
        requireRevert(client, _call(opened), expected, "too short a list");
        finish(opened);
        requireRuling(CASE, Ruling.PROVIDER_RIGHT, "the answer stands");
    }

    /// @dev Places that nobody held when the case opened can be on no panel, whoever takes them later.
    function testFuzz_RevertWhen_TooManyPlacesWereFree(uint256 held, bool taken) public {
        uint256 needed = PANEL + APPEAL_PANEL;
        held = bound(held, PANEL, needed - 1);
        freePlaces(market, held, JURORS);
        Case memory opened = drawnCase(CASE);
        if (taken) takeSeats(market, richJuror(0, JURORS - held), JURORS - held);
        vote(CASE, false, "RRR");
        vm.warp(untilOf(CASE, Stage.REVEALING) + 1);
        requireRevert(client, _call(opened), CourtErrors.tooFewSeats(market, held, needed), "too few were held");
    }

    function test_When_TheListIsJustLongEnough() public {
        market = otherMarket;
        takeSeats(market, richJuror(0, PANEL + APPEAL_PANEL), PANEL + APPEAL_PANEL);
        vm.warp(block.timestamp + 1);
        Case memory opened = drawnCase(CASE);
        vote(CASE, false, "RRR");
        appeal(client, opened);
        draw(opened);
        requireStage(CASE, Stage.APPEAL_COMMITTING, "a second panel");
    }

    function testFuzz_RevertWhen_TheCaseIsAnother(bytes32 specDigest) public {
        Case memory opened = caseAt(Stage.APPEALABLE);
        bytes32 hash = keccak256(abi.encode(opened));
        vm.assume(specDigest != opened.specDigest);
        opened.specDigest = specDigest;
        bytes memory expected = CourtErrors.caseMismatch(market, CASE, keccak256(abi.encode(opened)), hash);
        requireRevert(client, _call(opened), expected, "another case");
        opened = abi.decode(abi.encode(opened), (Case));
        opened.client = stranger;
        expected = CourtErrors.caseMismatch(market, CASE, keccak256(abi.encode(opened)), hash);
        requireRevert(stranger, _call(opened), expected, "another client");
    }

    /// @dev Seven others judge, whom the first panel is not among, whoever draws.
    function testFuzz_DrawsOthers(bytes32 caseId, address caller, uint256 blocks) public {
        Case memory opened = drawnCase(caseId);
        uint256[] memory firstSeats = court.panelOf(market, caseId, false);
        vote(caseId, false, "WWW");
        appeal(provider, opened);
        vm.roll(block.number + DRAW_BLOCKS + 1 + (blocks % 250));
        vm.prank(caller);
        court.draw(market, opened);
        uint256[] memory seats = court.panelOf(market, caseId, true);
        assertEq(seats.length, APPEAL_PANEL, "size of the panel");
        for (uint256 i; i < APPEAL_PANEL; ++i) {
            assertFalse(isOneOf(seats[i], firstSeats), "not of the first panel");
            for (uint256 j; j < i; ++j) assertTrue(seats[i] != seats[j], "distinct");
        }
        for (uint256 seat; seat < JURORS; ++seat) {
            bool isDrawn = isOneOf(seat, seats) || isOneOf(seat, firstSeats);
            assertEq(court.seatOf(market, seat).unitsAtRisk, isDrawn ? 4 : 0, "units at risk");
        }
        assertEq(abi.encode(court.panelOf(market, caseId, false)), abi.encode(firstSeats), "the first panel stays");
    }

    /// @dev The appeal's block, or whoever appeals would know its panel.
    function testFuzz_RevertWhen_TheSeedOfTheAppealIsNotThereYet(uint256 blocks) public {
        Case memory opened = caseAt(Stage.APPEALABLE);
        appeal(client, opened);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        vm.roll(bound(blocks, block.number, seedBlock));
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (market, opened));
        requireRevert(stranger, input, CourtErrors.noSeed(seedBlock, block.number), "no seed");
        vm.roll(seedBlock);
        requireRevert(stranger, input, CourtErrors.noSeed(seedBlock, seedBlock), "the block itself");
        vm.roll(seedBlock + 1);
        court.draw(market, opened);
    }

    function _requireNotParty(Case memory opened, address caller) private {
        requireRevert(caller, _call(opened), CourtErrors.notParty(market, CASE, caller), "no party");
    }

    function _fundAppeal(address party) private {
        fund(party, APPEAL_FEE);
        vm.prank(party);
        vault.approve(address(court), idOf(payToken), APPEAL_FEE);
    }

    function _call(Case memory opened) private view returns (bytes memory) {
        return abi.encodeCall(ISlashingCourt.appeal, (market, opened));
    }

    function _partyOf(uint256 who) private view returns (address) {
        return [client, provider, providerOperator][who % 3];
    }
}
