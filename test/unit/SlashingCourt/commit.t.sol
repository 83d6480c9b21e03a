// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../../../contracts/interfaces/ICourtVotes.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Of the first panel and of the appeal's.
contract SlashingCourtCommitTest is CourtStages {
    function setUp() public {
        setUpCourt();
    }

    /// @dev In any second of the stage, by the owner or an operator.
    function testFuzz_When_AJurorCommits(
        bool isAppeal,
        uint256 place,
        bytes32 commitment,
        bool byOperator,
        uint256 wait
    ) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        place = bound(place, 0, seats.length - 1);
        uint256 seat = seats[place];
        if (uint256(commitment) <= 2) commitment = bytes32(uint256(3));
        vm.warp(bound(wait, block.timestamp, untilOf(CASE, _stage(isAppeal))));
        expectEvent(address(court));
        emit ICourtVotes.VoteCommitted(market, CASE, seat, commitment);
        vm.prank(byOperator ? keyOf(seat) : jurorAt(seat));
        court.commit(market, CASE, place, commitment);

        for (uint256 i; i < seats.length; ++i) {
            assertEq(court.voteOf(market, CASE, seats[i]), i == place ? commitment : bytes32(0), "vote");
        }
        assertEq(claimOf(registry.payoutOf(jurorAt(seat))), 0, "earns nothing yet");
    }

    function testFuzz_RevertWhen_TheCallerIsNotTheJuror(bool isAppeal, uint256 place, address caller) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        place = bound(place, 0, seats.length - 1);
        address juror = jurorAt(seats[place]);
        vm.assume(caller != juror && caller != keyOf(seats[place]));
        _requireNotJuror(place, juror, caller);
        _requireNotJuror(place, juror, payoutAt(seats[place]));
        _requireNotJuror(place, juror, jurorAt(seats[(place + 1) % seats.length]));
        _requireNotJuror(place, juror, keyOf(seats[(place + 1) % seats.length]));
        _requireNotJuror(place, juror, market);
        _requireNotJuror(place, juror, client);
        _requireNotJuror(place, juror, provider);
        vm.prank(juror);
        registry.setOperator(juror, keyOf(seats[place]), false);
        _requireNotJuror(place, juror, keyOf(seats[place]));
    }

    function testFuzz_RevertWhen_TheSeatHasCommitted(bool isAppeal, uint256 place, bytes32 commitment) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        place = bound(place, 0, seats.length - 1);
        commit(CASE, place, seats[place], true);
        bytes32 first = court.commitmentOf(market, CASE, seats[place], true, SALT);
        bytes memory expected = CourtErrors.alreadyCommitted(seats[place], first);
        requireRevert(jurorAt(seats[place]), _call(place, commitment), expected, "twice");
        requireRevert(keyOf(seats[place]), _call(place, first), expected, "the same twice");
    }

    /// @dev None could be taken for a vote, or for none.
    function testFuzz_RevertWhen_TheCommitmentIsNoHash(bool isAppeal, uint256 place) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        place = bound(place, 0, seats.length - 1);
        for (uint256 i; i <= 2; ++i) {
            bytes memory expected = CourtErrors.commitmentInvalid(bytes32(i));
            requireRevert(jurorAt(seats[place]), _call(place, bytes32(i)), expected, "no hash");
        }
        vm.prank(jurorAt(seats[place]));
        court.commit(market, CASE, place, bytes32(uint256(3)));
    }

    function testFuzz_RevertWhen_ThePanelHasNoSuchPlace(bool isAppeal, uint256 place, address caller) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        place = bound(place, seats.length, type(uint256).max);
        bytes memory expected = CourtErrors.noPlace(place, seats.length);
        requireRevert(caller, _call(place, "a commitment"), expected, "no place");
        expected = CourtErrors.noPlace(seats.length, seats.length);
        requireRevert(caller, _call(seats.length, "a commitment"), expected, "one beyond the last place");
    }

    function testFuzz_TimeIncludesItsLastSecond(bool isAppeal, uint256 place) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        place = bound(place, 0, seats.length - 1);
        Stage stage = _stage(isAppeal);
        vm.warp(untilOf(CASE, stage) + 1);
        Stage next = Stage(uint256(stage) + 1);
        bytes memory expected = CourtErrors.notToCommit(market, CASE, next);
        requireRevert(jurorAt(seats[place]), _call(place, "a commitment"), expected, "too late");
        vm.warp(untilOf(CASE, stage));
        vm.prank(jurorAt(seats[place]));
        court.commit(market, CASE, place, "a commitment");
    }

    /// @dev Leaving is no way out of a case, and no way out of its fee either.
    function test_When_TheJurorLeft() public {
        Case memory opened = openCase(market, CASE);
        for (uint256 i; i < JURORS; ++i) leaveSeat(market, i);
        draw(opened);
        uint256[] memory seats = court.panelOf(market, CASE, false);
        vote(CASE, false, "RRR");
        finish(opened);
        for (uint256 i; i < PANEL; ++i) requireSeat(seats[i], 16, 1, "left, and paid");
    }

    /// @dev The shape that a juror computes without asking the court.
    function testFuzz_TheHashBindsTheSeat(bytes32 caseId, uint256 seat, bool providerRight, bytes32 salt) public view {
        bytes32 expected = keccak256(abi.encode(address(court), market, caseId, seat, providerRight, salt));
        assertEq(court.commitmentOf(market, caseId, seat, providerRight, salt), expected, "shape");
    }

    function _requireNotJuror(uint256 place, address juror, address caller) private {
        requireRevert(caller, _call(place, "a commitment"), CourtErrors.notJuror(juror, caller), "not the juror");
    }

    function _call(uint256 place, bytes32 commitment) private view returns (bytes memory) {
        return abi.encodeCall(ICourtVotes.commit, (market, CASE, place, commitment));
    }

    function _stage(bool isAppeal) private pure returns (Stage) {
        return isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING;
    }
}
