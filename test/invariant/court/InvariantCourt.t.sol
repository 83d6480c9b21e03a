// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState} from "../../../contracts/types/Job.sol";
import {Hearing, Seat} from "../../../contracts/types/Court.sol";
import {GhostSeat, Reading} from "./CourtBook.sol";
import {CourtStage} from "./CourtStage.sol";

/// @notice One function for each invariant of README.md, under its number, with the court in play; 6 and the second half
/// of 8 have contracts of their own.
contract InvariantCourtTest is CourtStage {
    function setUp() public {
        _set(false);
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_2_CourtHoldsEveryFee() external view {
        _store.requireUnbroken(5);
        uint256 claim = vault.balanceOf(address(court), _token);
        uint256 owed = _store.courtOwes();
        require(claim >= owed, "2: the court's claim is less than the fees of its cases");
        require(claim - owed == _store.donated(), "2: the court's surplus is not what was donated");
        require(payToken.balanceOf(address(court)) == _store.sentTokens(), "2: the court holds tokens itself");
        require(vault.balanceOf(address(escrow), _token) == _store.marketOwes(), "2: the market's claim");
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_4_EverySeatIsFreedOnce() external view {
        _store.requireUnbroken(5);
        address[] memory jurors = _world.jurors();
        uint256[] memory units = new uint256[](jurors.length);
        _requireSeats(address(escrow), jurors, units);
        _requireSeats(_world.shamMarket(), jurors, units);
        for (uint256 i; i < jurors.length; ++i) {
            (uint128 limit, , uint128 locked) = staking.authorizationOf(jurors[i], address(court));
            require(locked == units[i] * _world.UNIT(), "4: locked stake is not the units of the seats");
            require(locked <= limit, "3: the court holds more than its part");
        }
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_5_NoStageButThoseOfTheTable() external view {
        _store.requireUnbroken(5);
        uint256 count = _store.matterCount();
        for (uint256 id; id < count; ++id) {
            Reading memory reading = _store.readMatter(id);
            if (reading.isJob) {
                JobState state = escrow.jobOf(reading.name).state;
                require(state == reading.state, "5: a job stands elsewhere than its calls led it");
            }
            (address market, bytes32 name) = (reading.market, reading.name);
            require(court.stageOf(market, name) == reading.stage, "5: a case is at another stage");
            require(court.rulingOf(market, name) == reading.ruling, "5: another ruling than the votes say");
            Hearing memory hearing = court.hearingOf(market, name);
            require(hearing.openedAt == reading.openedAt, "5: a case was opened at another time");
            require(hearing.seatCount == reading.seatCount, "5: another length of the list");
            require(hearing.heldSeats == reading.heldSeats, "5: another count of held seats");
            if (!reading.finished) require(hearing.appellant == reading.appellant, "5: somebody else appealed");
        }
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_8_EverybodyHasWhatTheRulesSay() external view {
        _store.requireUnbroken(8);
        address[] memory accounts = _world.accounts();
        (uint256[] memory owned, uint256[] memory slashes) = _store.claimsOf(accounts);
        uint256 claims;
        for (uint256 i; i < accounts.length; ++i) {
            uint256 claim = vault.balanceOf(accounts[i], _token);
            require(claim == owned[i], "8: the vault's claims are not the twin's");
            require(staking.claimOf(accounts[i]) == slashes[i], "8: the claims of slashes");
            claims += claim;
        }
        require(payToken.balanceOf(address(vault)) == claims, "1: the vault's tokens are not the sum of claims");
        address[] memory stakers = _world.stakers();
        for (uint256 i; i < stakers.length; ++i) {
            require(staking.committedOf(stakers[i]) == _store.stakeOf(stakers[i]), "8: stakes are not the twin's");
        }
        require(staking.unburned() == _store.burned(), "8: what is burned is not the twin's");
    }

    /// @dev Every place of a list is as the book has it.
    function _requireSeats(address market, address[] memory jurors, uint256[] memory units) private view {
        GhostSeat[] memory ghosts = _store.seatsOf(market);
        uint256 count = ghosts.length;
        require(court.seatCountOf(market) == count, "4: a list has another length");
        require(count == _store.mostSeatsOf(market), "4: a list has more places than seats were ever held at once");
        require(count - court.heldSeatCountOf(market) == _store.freePlacesOf(market), "4: other places are free");
        for (uint256 i; i < count; ++i) {
            GhostSeat memory ghost = ghosts[i];
            Seat memory seat = court.seatOf(market, i);
            require(seat.juror == ghost.juror, "4: somebody else holds a seat");
            require(seat.units == ghost.units, "4: a seat lost other units than the rules say");
            require(seat.unitsAtRisk == ghost.atRisk, "4: a seat was not freed once by each case");
            require(seat.leftAt == ghost.leftAt, "4: a seat was left at another time");
            for (uint256 j; j < jurors.length; ++j) if (jurors[j] == ghost.juror) units[j] += ghost.units;
        }
    }
}
