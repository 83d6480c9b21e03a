// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Ruling} from "../../../contracts/types/Case.sol";
import {Stage} from "../../../contracts/types/Court.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {GhostSeat, Matter} from "./CourtBook.sol";
import {CourtStore} from "./CourtStore.sol";
import {CourtSuite, CourtWorld} from "./CourtWorld.sol";

/// @title CourtEnds
/// @notice Brings every job and case to an end from wherever it stands: no juror says anything any more, time passes,
/// and a stranger makes the calls that anyone may make. Then every seat is left, and everybody takes out what is theirs.
contract CourtEnds {
    address private constant STRANGER = address(uint160(0x57a26e7));
    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;
    uint256 private constant EXIT_SECONDS = 1_741;

    CourtStore private immutable _STORE;
    CourtWorld private immutable _WORLD;
    CourtSuite private _suite;
    uint256 private immutable _TOKEN;

    constructor(CourtStore store, CourtWorld world) {
        _STORE = store;
        _WORLD = world;
        _suite = world.suite();
        _TOKEN = uint256(uint160(address(_suite.payToken)));
    }

    /// @notice Reverts where something does not end, or something of somebody's stays behind.
    function run() external {
        uint256 count = _STORE.matterCount();
        for (uint256 id; id < count; ++id) _endCase(id);
        for (uint256 id; id < count; ++id) _endJob(id);
        require(_STORE.courtOwes() == 0 && _STORE.marketOwes() == 0, "6: a case or a job does not end");
        _closeSeats(address(_suite.escrow));
        _closeSeats(_WORLD.shamMarket());
        _requireAllHome();
        _withdrawAll();
    }

    /// @dev Each stage ends in the second after its last.
    function _endCase(uint256 id) private {
        if (_STORE.stageOf(id) == Stage.NONE || _STORE.stageOf(id) == Stage.FINISHED) return;
        while (_STORE.stageOf(id) != Stage.DECIDED) {
            Stage stage = _STORE.stageOf(id);
            bool waitsForPanel = stage == Stage.DRAWING || stage == Stage.APPEAL_DRAWING;
            if (waitsForPanel && id % 2 == 0 && _draw(id, stage == Stage.APPEAL_DRAWING)) continue;
            _passTo(_STORE.stageUntil(id) + 1);
        }
        Matter memory matter = _STORE.matterOf(id);
        // The market hears of a ruling before or after its jurors are free.
        if (id % 3 != 0) _applyRuling(id, matter);
        vm.prank(STRANGER);
        _suite.court.finish(matter.market, matter.opened);
        _STORE.noteFinished(id);
        if (id % 3 == 0) _applyRuling(id, matter);
    }

    function _draw(uint256 id, bool isAppeal) private returns (bool) {
        Matter memory matter = _STORE.matterOf(id);
        uint256 seedBlock = (isAppeal ? matter.appealedBlock : matter.openedBlock) + 4;
        if (block.number <= seedBlock) vm.roll(seedBlock + 1);
        uint256 needed = isAppeal ? 7 : 3;
        (uint256 serving, uint256 occupied) = _STORE.servingSeats(id);
        if (block.number - seedBlock > 256 || serving < needed) return false;
        vm.prank(STRANGER);
        try _suite.court.draw(matter.market, matter.opened) {} catch {
            require(occupied > needed / 3, "6: a panel that could form did not");
            return false;
        }
        _STORE.noteDrawn(id, isAppeal, _suite.court.panelOf(matter.market, matter.opened.caseId, isAppeal));
        return true;
    }

    function _applyRuling(uint256 id, Matter memory matter) private {
        Ruling ruling = _STORE.finalRuling(id);
        if (!matter.isJob || matter.state != JobState.DISPUTED || ruling == Ruling.NONE) return;
        if (block.timestamp > matter.opened.rulingUntil) return;
        vm.prank(STRANGER);
        _suite.escrow.applyRuling(matter.terms);
        _STORE.noteEnded(id, ruling == Ruling.PROVIDER_RIGHT ? JobState.COMPLETED : JobState.REFUNDED);
    }

    function _endJob(uint256 id) private {
        Matter memory matter = _STORE.matterOf(id);
        if (!matter.isJob || matter.state > JobState.DISPUTED) return;
        JobState end = JobState.SPLIT;
        if (matter.state == JobState.ACTIVE) {
            uint256 seconds_ = uint256(matter.terms.declineSeconds) + matter.terms.runLimitSeconds;
            _passTo(matter.steppedAt + seconds_ + matter.terms.slackSeconds + 1);
            vm.prank(STRANGER);
            _suite.escrow.expire(matter.terms);
            end = JobState.EXPIRED;
        } else if (matter.state == JobState.SUBMITTED) {
            _passTo(matter.steppedAt + matter.terms.reviewSeconds + 1);
            vm.prank(STRANGER);
            _suite.escrow.settle(matter.terms);
            end = JobState.COMPLETED;
        } else {
            _passTo(matter.opened.rulingUntil + 1);
            vm.prank(STRANGER);
            _suite.escrow.noRuling(matter.terms);
        }
        _STORE.noteEnded(id, end);
    }

    /// @dev Owners leave; the rest is a stranger's.
    function _closeSeats(address market) private {
        uint256 count = _STORE.seatCountOf(market);
        for (uint256 i; i < count; ++i) {
            GhostSeat memory seat = _STORE.seatOf(market, i);
            if (seat.juror == address(0) || seat.leftAt != 0) continue;
            vm.prank(_WORLD.ownerOf(seat.juror));
            _suite.court.leaveSeat(market, i);
            _STORE.noteLeft(market, i);
        }
        for (uint256 i; i < count; ++i) {
            GhostSeat memory seat = _STORE.seatOf(market, i);
            if (seat.juror == address(0)) continue;
            _passTo(seat.leftAt + EXIT_SECONDS);
            vm.prank(STRANGER);
            _suite.court.closeSeat(market, i);
        }
    }

    function _requireAllHome() private view {
        uint256 held = _suite.vault.balanceOf(address(_suite.court), _TOKEN);
        require(held == _STORE.donated(), "6: the court keeps a fee");
        require(_suite.vault.balanceOf(address(_suite.escrow), _TOKEN) == 0, "6: the market keeps a price or a fee");
        address[] memory accounts = _WORLD.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            uint256 claim = _suite.vault.balanceOf(accounts[i], _TOKEN);
            require(claim == _STORE.claimOf(accounts[i]), "6: somebody has another claim than the rules say");
        }
        address[] memory stakers = _WORLD.stakers();
        for (uint256 i; i < stakers.length; ++i) {
            require(_suite.staking.committedOf(stakers[i]) == _STORE.stakeOf(stakers[i]), "6: somebody's stake");
            (, , uint128 locked) = _suite.staking.authorizationOf(stakers[i], address(_suite.court));
            require(locked == 0, "6: the court keeps a seat's stake");
        }
    }

    function _withdrawAll() private {
        address[] memory accounts = _WORLD.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            uint256 claim = _suite.vault.balanceOf(accounts[i], _TOKEN);
            bool isUseless = accounts[i] == DEAD || accounts[i] == address(_suite.court);
            if (claim == 0 || isUseless) continue;
            vm.prank(accounts[i]);
            _suite.vault.withdraw(IERC20(address(_suite.payToken)), claim, accounts[i]);
        }
        uint256 left = _STORE.donated() + _suite.vault.balanceOf(DEAD, _TOKEN);
        require(_suite.payToken.balanceOf(address(_suite.vault)) == left, "6: the vault keeps what was not donated");
        address[] memory stakers = _WORLD.stakers();
        for (uint256 i; i < stakers.length; ++i) _startToLeave(stakers[i]);
        vm.warp(block.timestamp + _suite.staking.thawSeconds());
        for (uint256 i; i < stakers.length; ++i) {
            address owner = _WORLD.ownerOf(stakers[i]);
            vm.prank(owner);
            _suite.staking.withdraw(stakers[i], owner);
        }
        for (uint256 i; i < accounts.length; ++i) {
            if (_suite.staking.claimOf(accounts[i]) == 0) continue;
            vm.prank(accounts[i]);
            _suite.staking.withdrawClaim(accounts[i]);
        }
        vm.prank(STRANGER);
        _suite.staking.burn();
        require(_suite.stakeToken.balanceOf(address(_suite.staking)) == 0, "6: staking keeps something");
    }

    function _startToLeave(address id) private {
        address owner = _WORLD.ownerOf(id);
        vm.startPrank(owner);
        _suite.staking.authorize(id, address(_suite.court), 0, 0);
        _suite.staking.authorize(id, address(_suite.escrow), 0, 0);
        _suite.staking.startThaw(id, _suite.staking.freeOf(id));
        vm.stopPrank();
    }

    function _passTo(uint256 timestamp) private {
        if (timestamp <= block.timestamp) return;
        vm.roll(block.number + 1 + (timestamp - block.timestamp) / 12);
        vm.warp(timestamp);
    }
}
