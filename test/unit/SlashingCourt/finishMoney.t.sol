// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {Fault, Hearing, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The table of money in docs/protocol.md, for every way in which two panels can vote.
contract SlashingCourtFinishMoneyTest is CourtStages {
    /// @dev What was voted, what comes of it, and to whom each panel's seats belong.
    struct Outcome {
        Case opened;
        bytes letters;
        bytes appealLetters;
        uint256[] seats;
        uint256[] appealSeats;
        address appellant;
        Ruling first;
        Ruling ruling;
        uint256 clientFee;
        uint256 appellantFee;
        uint256 burnedFee;
        uint256 units;
    }

    function setUp() public {
        setUpCourt();
    }

    /// @dev All votes of a first panel, and nobody appeals.
    function testFuzz_When_NobodyAppeals(uint256 seed, address caller, uint32 wait) public {
        Outcome memory outcome = _firstPanel(seed);
        outcome.ruling = outcome.first;
        vm.warp(untilOf(CASE, outcome.first == Ruling.NONE ? Stage.REVEALING : Stage.APPEALABLE) + 1 + wait);
        _finish(outcome, caller);
    }

    /// @dev All votes of both panels.
    function testFuzz_When_BothPanelsVote(uint256 seed, address caller, uint32 wait) public {
        Outcome memory outcome = _appealed(seed);
        draw(outcome.opened);
        outcome.appealSeats = court.panelOf(market, CASE, true);
        outcome.appealLetters = _anyLetters(uint256(keccak256(abi.encode(seed))), APPEAL_PANEL);
        vote(CASE, true, outcome.appealLetters);
        outcome.ruling = _majority(outcome.appealLetters);
        if (outcome.ruling == Ruling.NONE) outcome.ruling = outcome.first;
        vm.warp(untilOf(CASE, Stage.APPEAL_REVEALING) + 1 + wait);
        _finish(outcome, caller);
    }

    /// @dev An appeal without a panel is one without an answer: the first stands, and the fee is spent.
    function testFuzz_When_TheAppealIsNotDrawn(uint256 seed, address caller, uint32 wait) public {
        Outcome memory outcome = _appealed(seed);
        outcome.ruling = outcome.first;
        vm.warp(untilOf(CASE, Stage.APPEAL_DRAWING) + 1 + wait);
        _finish(outcome, caller);
        assertEq(claimOf(DEAD), APPEAL_FEE, "all of it is spent");
    }

    /// @dev There is one end, and what it did stays.
    function testFuzz_RevertWhen_FinishedTwice(uint256 seed, address caller) public {
        Outcome memory outcome = _firstPanel(seed);
        outcome.ruling = outcome.first;
        finish(outcome.opened);
        bytes memory input = abi.encodeCall(ISlashingCourt.finish, (market, outcome.opened));
        bytes memory expected = CourtErrors.unexpectedStage(market, CASE, Stage.FINISHED, Stage.DECIDED);
        requireRevert(caller, input, expected, "twice");
        requireRuling(CASE, outcome.ruling, "the answer stays");
    }

    function testFuzz_RevertWhen_TheCaseIsAnother(uint256 fee) public {
        Outcome memory outcome = _firstPanel(fee);
        bytes32 hash = keccak256(abi.encode(outcome.opened));
        vm.assume(fee != PANEL_FEE);
        outcome.opened.fee = fee;
        vm.warp(untilOf(CASE, Stage.APPEALABLE) + 1);
        bytes memory input = abi.encodeCall(ISlashingCourt.finish, (market, outcome.opened));
        bytes32 other = keccak256(abi.encode(outcome.opened));
        requireRevert(stranger, input, CourtErrors.caseMismatch(market, CASE, other, hash), "another case");
    }

    /// @dev Fees of another case stay where they are.
    function testFuzz_When_AnotherCaseIsOpen(uint256 seed) public {
        Case memory other = openCase(market, "another");
        Outcome memory outcome = _firstPanel(seed);
        finish(outcome.opened);
        assertEq(claimOf(address(court)), PANEL_FEE, "the other one's fee");
        court.finish(market, other);
        assertEq(claimOf(address(court)), 0, "nothing is left");
    }

    /// @dev Where every seat earned its fee, nothing goes back, and nobody hears of a transfer of nothing.
    function test_When_NothingGoesBack() public {
        Case memory opened = drawnCase(CASE);
        vote(CASE, false, "RRR");
        vm.warp(untilOf(CASE, Stage.APPEALABLE) + 1);
        vm.recordLogs();
        court.finish(market, opened);
        assertEq(vm.getRecordedLogs().length, 2 * PANEL + 1, "two events a seat that is paid, and the end");
    }

    /// @dev Lets a panel vote.
    function _firstPanel(uint256 seed) private returns (Outcome memory outcome) {
        outcome.opened = drawnCase(CASE);
        outcome.seats = court.panelOf(market, CASE, false);
        outcome.letters = _anyLetters(seed, PANEL);
        vote(CASE, false, outcome.letters);
        outcome.first = _majority(outcome.letters);
    }

    /// @dev Lets a panel rule, and a party appeal.
    function _appealed(uint256 seed) private returns (Outcome memory outcome) {
        outcome.opened = drawnCase(CASE);
        outcome.seats = court.panelOf(market, CASE, false);
        outcome.letters = _anyLetters(seed, PANEL);
        bytes1 letter = seed & 1 == 0 ? bytes1("R") : bytes1("W");
        uint256 odd = (seed >> 128) % PANEL;
        for (uint256 i; i < PANEL; ++i) if (i != odd) outcome.letters[i] = letter;
        vote(CASE, false, outcome.letters);
        outcome.first = _majority(outcome.letters);
        outcome.appellant = [client, provider, providerOperator][(seed >> 64) % 3];
        appeal(outcome.appellant, outcome.opened);
    }

    /// @dev Settles, and compares every event and all money with what the table says.
    function _finish(Outcome memory outcome, address caller) private {
        uint256 total = _totalClaims();
        requireRuling(CASE, outcome.ruling, "the answer, before anybody settled");
        uint256 burned = staking.unburned();
        uint256 earned = _expectPanel(outcome, outcome.letters, outcome.seats);
        uint256 appealEarned = _expectPanel(outcome, outcome.appealLetters, outcome.appealSeats);
        outcome.clientFee = PANEL_FEE - earned;
        uint256 rest = outcome.appellant == address(0) ? 0 : APPEAL_FEE - appealEarned;
        if (_majority(outcome.appealLetters) == Ruling.NONE) outcome.burnedFee = rest;
        else outcome.appellantFee = rest;
        expectEvent(address(court));
        emit ISlashingCourt.CaseFinished(
            market,
            CASE,
            outcome.ruling,
            outcome.clientFee,
            outcome.appellantFee,
            outcome.burnedFee
        );
        vm.prank(caller);
        court.finish(market, outcome.opened);

        _requirePanel(outcome, outcome.letters, outcome.seats);
        _requirePanel(outcome, outcome.appealLetters, outcome.appealSeats);
        _requireHome(outcome);
        assertEq(_totalClaims(), total, "fees out are fees in");
        assertEq(staking.unburned() - burned, outcome.units * UNIT, "what seats lost is burned");
        _requireCleared(outcome);
    }

    /// @dev What each seat of a panel is told, in order.
    function _expectPanel(
        Outcome memory outcome,
        bytes memory letters,
        uint256[] memory seats
    ) private returns (uint256 earned) {
        for (uint256 i; i < seats.length; ++i) {
            (address juror, uint256 seat) = (jurorAt(seats[i]), seats[i]);
            Fault fault = _faultOf(letters[i], outcome.ruling);
            uint8 units = _unitsOf(fault);
            outcome.units += units;
            if (_isPaid(letters[i], outcome.ruling)) {
                earned += SEAT_FEE;
                expectEvent(address(court));
                emit ICourtVotes.SeatPaid(market, CASE, juror, seat, payoutAt(seat), SEAT_FEE);
            } else if (fault != Fault.NONE) {
                expectEvent(address(court));
                emit ICourtVotes.SeatPenalized(market, CASE, juror, seat, fault, uint128(units) * UNIT);
            }
        }
    }

    function _requirePanel(Outcome memory outcome, bytes memory letters, uint256[] memory seats) private view {
        for (uint256 i; i < seats.length; ++i) {
            uint8 units = 16 - _unitsOf(_faultOf(letters[i], outcome.ruling));
            uint256 fees = _isPaid(letters[i], outcome.ruling) ? 1 : 0;
            requireSeat(seats[i], units, fees, string(abi.encodePacked("seat with ", letters[i])));
        }
    }

    /// @dev Neither party has a part of what the other paid.
    function _requireHome(Outcome memory outcome) private view {
        bool isClients = outcome.appellant == client;
        assertEq(claimOf(client), outcome.clientFee + (isClients ? outcome.appellantFee : 0), "the client's");
        if (!isClients && outcome.appellant != address(0)) {
            assertEq(claimOf(outcome.appellant), outcome.appellantFee, "the appellant's");
        }
        assertEq(claimOf(DEAD), outcome.burnedFee, "burned");
        assertEq(claimOf(address(court)), 0, "the court keeps nothing");
        assertEq(claimOf(registry.payoutOf(provider)), 0, "nothing reaches the provider's payout");
    }

    /// @dev What nobody needs any more is gone, and the answer stays.
    function _requireCleared(Outcome memory outcome) private view {
        Hearing memory hearing = court.hearingOf(market, CASE);
        requireStage(CASE, Stage.FINISHED, "stage");
        requireRuling(CASE, outcome.ruling, "the answer");
        assertEq(uint160(hearing.caseMark), 0, "mark of the case");
        assertEq(hearing.appellant, address(0), "appellant");
        for (uint256 i; i < 2; ++i) assertEq(court.panelOf(market, CASE, i == 1).length, 0, "panel");
        for (uint256 seat; seat < JURORS; ++seat) assertEq(uint256(court.voteOf(market, CASE, seat)), 0, "vote");
    }

    function _totalClaims() private view returns (uint256 total) {
        address[7] memory others = [client, provider, providerOperator, market, address(court), DEAD, stranger];
        for (uint256 i; i < others.length; ++i) total += claimOf(others[i]);
        for (uint256 i; i < JURORS; ++i) total += claimOf(payoutAt(i));
    }

    /// @dev Half of a panel's seats lean to one side, the others do anything.
    function _anyLetters(uint256 seed, uint256 seats) private pure returns (bytes memory letters) {
        bytes1 lean = (seed >> 255) == 0 ? bytes1("R") : bytes1("W");
        letters = new bytes(seats);
        for (uint256 i; i < seats; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            letters[i] = random & 1 == 0 ? lean : bytes("RWrw-")[(random >> 8) % 5];
        }
    }

    function _majority(bytes memory letters) private pure returns (Ruling) {
        uint256 right;
        uint256 wrong;
        for (uint256 i; i < letters.length; ++i) {
            if (letters[i] == "R") ++right;
            if (letters[i] == "W") ++wrong;
        }
        if (right > letters.length / 2) return Ruling.PROVIDER_RIGHT;
        return wrong > letters.length / 2 ? Ruling.PROVIDER_WRONG : Ruling.NONE;
    }

    function _isPaid(bytes1 letter, Ruling ruling) private pure returns (bool) {
        return (letter == "R" && ruling == Ruling.PROVIDER_RIGHT) || (letter == "W" && ruling == Ruling.PROVIDER_WRONG);
    }

    function _faultOf(bytes1 letter, Ruling ruling) private pure returns (Fault) {
        if (letter == "-") return Fault.SILENT;
        if (letter == "r" || letter == "w") return Fault.UNREVEALED;
        return ruling == Ruling.NONE || _isPaid(letter, ruling) ? Fault.NONE : Fault.INCOHERENT;
    }

    function _unitsOf(Fault fault) private pure returns (uint8) {
        return [0, 1, 2, 4][uint256(fault)];
    }
}
