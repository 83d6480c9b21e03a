// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../../../contracts/interfaces/ICourtVotes.sol";
import {Hearing, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Of the first panel and of the appeal's.
contract SlashingCourtRevealTest is CourtStages {
    function setUp() public {
        setUpCourt();
    }

    /// @dev In any second of the stage, by anybody who knows the vote.
    function testFuzz_When_AVoteIsRevealed(
        bool isAppeal,
        uint256 place,
        bool providerRight,
        address caller,
        uint256 wait
    ) public {
        (uint256[] memory seats, uint256 chosen) = _committed(isAppeal, place, providerRight);
        vm.warp(bound(wait, block.timestamp, untilOf(CASE, _stage(isAppeal))));
        Hearing memory expected = court.hearingOf(market, CASE);
        expectEvent(address(court));
        emit ICourtVotes.VoteRevealed(market, CASE, seats[chosen], providerRight);
        vm.prank(caller);
        court.reveal(market, CASE, chosen, providerRight, SALT);

        if (isAppeal && providerRight) ++expected.appealRightVotes;
        if (isAppeal && !providerRight) ++expected.appealWrongVotes;
        if (!isAppeal && providerRight) ++expected.rightVotes;
        if (!isAppeal && !providerRight) ++expected.wrongVotes;
        assertEq(abi.encode(court.hearingOf(market, CASE)), abi.encode(expected), "counted once, on its side");
        assertEq(uint256(court.voteOf(market, CASE, seats[chosen])), providerRight ? 1 : 2, "the answer");
    }

    function testFuzz_RevertWhen_ItIsNotWhatWasCommitted(
        bool isAppeal,
        uint256 place,
        bool providerRight,
        bytes32 salt
    ) public {
        vm.assume(salt != SALT);
        (uint256[] memory seats, uint256 chosen) = _committed(isAppeal, place, providerRight);
        bytes32 committed = court.voteOf(market, CASE, seats[chosen]);
        _requireMismatch(seats[chosen], chosen, !providerRight, SALT, committed, "the other answer");
        _requireMismatch(seats[chosen], chosen, providerRight, salt, committed, "another salt");
    }

    function testFuzz_RevertWhen_TheSeatDidNotCommit(
        bool isAppeal,
        uint256 place,
        bool providerRight,
        bytes32 salt
    ) public {
        (uint256[] memory seats, uint256 chosen) = _committed(isAppeal, place, providerRight);
        uint256 silent = (chosen + 1) % seats.length;
        _requireMismatch(seats[silent], silent, providerRight, salt, 0, "silent");
    }

    function testFuzz_RevertWhen_RevealedTwice(bool isAppeal, uint256 place, bool providerRight, bool other) public {
        (uint256[] memory seats, uint256 chosen) = _committed(isAppeal, place, providerRight);
        court.reveal(market, CASE, chosen, providerRight, SALT);
        bytes32 answer = bytes32(uint256(providerRight ? 1 : 2));
        _requireMismatch(seats[chosen], chosen, other, SALT, answer, "twice");
    }

    /// @dev Whoever copies what it cannot read is bound to it: neither answer is what it committed to, with no salt.
    function testFuzz_RevertWhen_TheCommitmentIsACopy(bool isAppeal, uint256 place, bool providerRight) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        uint256 chosen = bound(place, 0, seats.length - 1);
        uint256 copying = (chosen + 1) % seats.length;
        commit(CASE, chosen, seats[chosen], providerRight);
        bytes32 copy = court.voteOf(market, CASE, seats[chosen]);
        vm.prank(jurorAt(seats[copying]));
        court.commit(market, CASE, copying, copy);
        vm.warp(untilOf(CASE, isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING) + 1);

        court.reveal(market, CASE, chosen, providerRight, SALT);
        _requireMismatch(seats[copying], copying, providerRight, SALT, copy, "the copied answer");
        _requireMismatch(seats[copying], copying, !providerRight, SALT, copy, "the other answer");
    }

    /// @dev Nor is a vote of one case one of another.
    function test_RevertWhen_TheCommitmentIsOfAnotherCase() public {
        (, uint256[] memory seats) = committingCase(false);
        bytes32 commitment = court.commitmentOf(market, "another", seats[0], true, SALT);
        vm.prank(jurorAt(seats[0]));
        court.commit(market, CASE, 0, commitment);
        vm.warp(untilOf(CASE, Stage.COMMITTING) + 1);
        _requireMismatch(seats[0], 0, true, SALT, commitment, "of another case");
    }

    function testFuzz_RevertWhen_ThePanelHasNoSuchPlace(bool isAppeal, uint256 place, bool providerRight) public {
        (uint256[] memory seats, ) = _committed(isAppeal, 0, providerRight);
        place = bound(place, seats.length, type(uint256).max);
        bytes memory expected = CourtErrors.noPlace(place, seats.length);
        requireRevert(stranger, _call(place, providerRight, SALT), expected, "no place");
        expected = CourtErrors.noPlace(seats.length, seats.length);
        requireRevert(stranger, _call(seats.length, providerRight, SALT), expected, "one beyond the last place");
    }

    /// @dev Nobody reveals while somebody can still commit; the first second and the last are in time.
    function testFuzz_TimeIncludesItsFirstAndLastSecond(bool isAppeal, uint256 place, bool providerRight) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        uint256 chosen = bound(place, 0, seats.length - 1);
        commit(CASE, chosen, seats[chosen], providerRight);
        Stage stage = isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING;
        bytes memory input = _call(chosen, providerRight, SALT);
        vm.warp(untilOf(CASE, stage));
        bytes memory expected = CourtErrors.notToReveal(market, CASE, stage);
        requireRevert(jurorAt(seats[chosen]), input, expected, "too early");

        vm.warp(untilOf(CASE, _stage(isAppeal)) + 1);
        expected = CourtErrors.notToReveal(market, CASE, Stage.DECIDED);
        requireRevert(jurorAt(seats[chosen]), input, expected, "too late");

        uint256 snapshot = vm.snapshotState();
        vm.warp(untilOf(CASE, stage) + 1);
        court.reveal(market, CASE, chosen, providerRight, SALT);
        vm.revertToState(snapshot);
        vm.warp(untilOf(CASE, _stage(isAppeal)));
        court.reveal(market, CASE, chosen, providerRight, SALT);
    }

    /// @dev One seat of the panel has committed, and reveals begin.
    function _committed(
        bool isAppeal,
        uint256 place,
        bool providerRight
    ) private returns (uint256[] memory seats, uint256 chosen) {
        (, seats) = committingCase(isAppeal);
        chosen = bound(place, 0, seats.length - 1);
        commit(CASE, chosen, seats[chosen], providerRight);
        vm.warp(untilOf(CASE, isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING) + 1);
    }

    function _requireMismatch(
        uint256 seat,
        uint256 place,
        bool providerRight,
        bytes32 salt,
        bytes32 committed,
        string memory label
    ) private {
        bytes32 hash = court.commitmentOf(market, CASE, seat, providerRight, salt);
        bytes memory expected = CourtErrors.voteMismatch(seat, hash, committed);
        requireRevert(stranger, _call(place, providerRight, salt), expected, label);
    }

    function _call(uint256 place, bool providerRight, bytes32 salt) private view returns (bytes memory) {
        return abi.encodeCall(ICourtVotes.reveal, (market, CASE, place, providerRight, salt));
    }

    function _stage(bool isAppeal) private pure returns (Stage) {
        return isAppeal ? Stage.APPEAL_REVEALING : Stage.REVEALING;
    }
}
