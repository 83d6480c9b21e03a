// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ruling} from "../../../contracts/types/Case.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {GhostVote, Matter} from "./CourtBook.sol";
import {CourtStage} from "./CourtStage.sol";

/// @notice The second half of invariant 8 of README.md: what each account gained by each job and case that is over, as it
/// was measured, without the rules.
contract InvariantCourtCoalitionTest is CourtStage {
    function setUp() public {
        _set(true);
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_8_NoCoalitionGains() external view {
        _store.requireUnbroken(8);
        uint256 count = _store.matterCount();
        uint256 moves = _store.moves();
        // Nobody gains by a matter but in a call about it: to look at those of the last move misses nothing.
        for (uint256 id; id < count; ++id) if (_store.flowedAt(id) + 1 == moves) _look(id);
    }

    /// @notice Where a run stops every matter is looked at once more.
    function _beforeReport() internal view override {
        uint256 count = _store.matterCount();
        for (uint256 id; id < count; ++id) _look(id);
    }

    function _look(uint256 id) private view {
        Matter memory matter = _store.matterOf(id);
        if (matter.isJob && matter.state <= JobState.DISPUTED) return;
        if (matter.openedAt != 0 && !matter.finished) return;
        address[] memory parties = _partiesOf(matter);
        _requireNoGain(id, matter, parties);
        if (matter.openedAt != 0) _requireHonestWhole(id, matter);
        if (matter.isJob && matter.openedAt != 0) _requireLosersLose(id, matter);
    }

    /// @dev Not even all of them together: no juror's fee falls, so that a coalition with more jurors has more, and the
    /// one of both parties and every juror that earned a fee has nothing but what was donated to the court.
    function _requireNoGain(uint256 id, Matter memory matter, address[] memory parties) private view {
        address[] memory accounts = _world.accounts();
        (int256[] memory gains, int256[] memory stakeGains) = _store.gainsOf(id);
        int256 together;
        int256 stakes;
        for (uint256 i; i < accounts.length; ++i) {
            int256 gain = gains[i];
            bool isContract = accounts[i] == address(court) || accounts[i] == address(escrow);
            bool isParty = _isIn(parties, accounts[i]);
            if (i < _world.JURORS() || accounts[i] == _world.provider2()) {
                require(isParty || gain >= 0, "8: a juror paid for a case");
                if (gain != 0)
                    require(isParty || _isPaid(id, matter, accounts[i]), "8: a fee for a seat that was not drawn");
            } else if (!isContract && gain < 0) {
                require(isParty, "8: somebody else paid for a case");
            }
            if (!isContract) together += gain;
            if (!isParty) require(stakeGains[i] <= 0, "8: somebody else got slashed stake");
        }
        int256 used = matter.isJob ? int256(0) : int256(matter.opened.fee) + _store.gainOf(id, matter.market);
        require(together <= used, "8: all of them together gained by a case");
        require(_store.gainOf(id, address(court)) == -used, "8: the court kept or lent something");
        require(_store.gainOf(id, address(escrow)) == 0, "8: the market kept or lent something");
        for (uint256 i; i < parties.length; ++i) stakes += _store.stakeGainOf(id, parties[i]);
        if (matter.isJob) require(2 * stakes <= -_slashedOf(matter), "8: a party gained by a slash");
    }

    /// @dev A seat that voted as the final ruling says has its fee, and its stake.
    function _requireHonestWhole(uint256 id, Matter memory matter) private view {
        int256 fees;
        for (uint256 i; i < matter.panel.length; ++i) if (_isCoherent(id, matter.panel[i])) ++fees;
        for (uint256 i; i < matter.appealPanel.length; ++i) if (_isCoherent(id, matter.appealPanel[i])) ++fees;
        int256 earned;
        for (uint256 i; i < _world.JURORS(); ++i) earned += _store.gainOf(id, _world.payoutAt(i));
        if (!_isParty(matter, _world.provider2())) earned += _store.gainOf(id, _world.provider2());
        if (matter.conceded || _store.finalRuling(id) == Ruling.NONE) return;
        require(
            earned == fees * int256(uint256(_world.SEAT_FEE())),
            "8: honest seats have another sum than their fees"
        );
        address[] memory jurors = _world.jurors();
        for (uint256 i; i < jurors.length; ++i) {
            if (_isParty(matter, jurors[i])) continue;
            bool isFaulty = _hasFault(id, matter.panel, jurors[i]);
            isFaulty = isFaulty || _hasFault(id, matter.appealPanel, jurors[i]);
            require(isFaulty || _store.stakeGainOf(id, jurors[i]) == 0, "8: an honest juror lost stake");
        }
    }

    /// @dev The side that the final ruling is against has gained nothing, together with every seat that voted for it: it
    /// is where a minority of the panel that decided can be found.
    function _requireLosersLose(uint256 id, Matter memory matter) private view {
        Ruling ruling = _store.finalRuling(id);
        if (matter.conceded || matter.state == JobState.SPLIT || ruling == Ruling.NONE) return;
        address loser = ruling == Ruling.PROVIDER_RIGHT ? matter.terms.client : matter.terms.provider;
        // A client that concedes pays although it may be right.
        if (matter.state == JobState.COMPLETED && ruling == Ruling.PROVIDER_WRONG) return;
        int256 gain = _store.gainOf(id, loser);
        int256 stake = _store.stakeGainOf(id, loser);
        if (loser != matter.terms.client && matter.terms.payout != loser) {
            gain += _store.gainOf(id, matter.terms.payout) + _store.gainOf(id, _world.ownerOf(loser));
            gain += _store.gainOf(id, _world.operatorOf(loser));
        }
        require(gain <= 0 && stake <= 0, "8: the side that lost has gained");
        if (loser == matter.terms.client) require(gain < 0, "8: the client that lost has paid nothing");
        else
            require(stake <= -int256(uint256(matter.terms.collateral)), "8: the provider that lost has its collateral");
    }

    function _partiesOf(Matter memory matter) private view returns (address[] memory parties) {
        parties = new address[](6);
        parties[0] = matter.isJob ? matter.terms.client : matter.opened.client;
        parties[1] = matter.isJob ? matter.terms.provider : matter.opened.provider;
        parties[2] = _world.ownerOf(parties[1]);
        parties[3] = _world.operatorOf(parties[1]);
        parties[4] = matter.isJob ? matter.terms.payout : matter.market;
        // What a spent appeal's fee goes to has no owner.
        parties[5] = matter.market;
    }

    function _isPaid(uint256 id, Matter memory matter, address payout) private view returns (bool) {
        return _isPaidBy(id, matter.panel, payout) || _isPaidBy(id, matter.appealPanel, payout);
    }

    function _isPaidBy(uint256 id, uint256[] memory panel, address payout) private view returns (bool) {
        for (uint256 i; i < panel.length; ++i) {
            if (_world.payoutOf(_store.voteOf(id, panel[i]).juror) == payout) return true;
        }
        return false;
    }

    function _hasFault(uint256 id, uint256[] memory panel, address juror) private view returns (bool) {
        for (uint256 i; i < panel.length; ++i) {
            if (_store.voteOf(id, panel[i]).juror == juror && !_isCoherent(id, panel[i])) return true;
        }
        return false;
    }

    function _isCoherent(uint256 id, uint256 seat) private view returns (bool) {
        GhostVote memory vote = _store.voteOf(id, seat);
        return vote.revealed && vote.right == (_store.finalRuling(id) == Ruling.PROVIDER_RIGHT);
    }

    function _isParty(Matter memory matter, address juror) private view returns (bool) {
        return _isIn(_partiesOf(matter), juror);
    }

    function _slashedOf(Matter memory matter) private pure returns (int256) {
        bool isSlashed = matter.state == JobState.REFUNDED || matter.state == JobState.EXPIRED;
        return isSlashed ? int256(uint256(matter.terms.collateral)) : int256(0);
    }

    function _isIn(address[] memory list, address account) private pure returns (bool) {
        for (uint256 i; i < list.length; ++i) if (list[i] == account) return true;
        return false;
    }
}
