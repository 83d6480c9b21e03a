// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Deployed} from "../../utils/Deployed.sol";
import {vm} from "../../utils/Vm.sol";
import {CourtStore} from "./CourtStore.sol";
import {CourtSuite, CourtWorld} from "./CourtWorld.sol";

/// @title CourtStage
/// @notice The court's world, its handlers, and what the fuzzer may call. Test contracts add the invariants.
abstract contract CourtStage is Deployed {
    CourtWorld internal _world;
    CourtStore internal _store;
    ISlashingCourt internal court;
    uint256 internal _token;
    address[] private _handlers;
    mapping(string name => address) private _handlerOf;

    /// @notice Only handlers are called.
    function targetContracts() external view returns (address[] memory) {
        return _handlers;
    }

    /// @notice Where a handler is, for those who repeat its moves.
    function handlerNamed(string calldata name) external view returns (address) {
        return _handlerOf[name];
    }

    /// @notice Writes down what one run reached; scripts/invariants/Reach.ts sums it up.
    function afterInvariant() external {
        _beforeReport();
        if (vm.envOr("WATTLE_REACH", 0) == 1) vm.writeLine("cache/invariant-reach.jsonl", _store.report());
    }

    /// @dev What is done where a run stops.
    function _beforeReport() internal virtual {}

    function _set(bool watchesFlows) internal {
        // By their artifacts: all of them inside of the test contract would be more code than any chain takes.
        _world = CourtWorld(deploy("CourtWorld", ""));
        _store = CourtStore(deploy("CourtStore", abi.encode(_world, watchesFlows)));
        CourtSuite memory suite = _world.suite();
        (payToken, stakeToken, court) = (suite.payToken, suite.stakeToken, suite.court);
        (registry, staking, vault, escrow) = (suite.registry, suite.staking, suite.vault, suite.escrow);
        _token = idOf(payToken);
        string[6] memory names = [
            "CourtJobHandler",
            "CourtCaseHandler",
            "CourtAttacks",
            "CourtSeatHandler",
            "CourtShamHandler",
            "CourtTimeHandler"
        ];
        for (uint256 i; i < names.length; ++i) {
            _handlerOf[names[i]] = deploy(names[i], abi.encode(_store, _world));
            _handlers.push(_handlerOf[names[i]]);
        }
        _store.declare("", "court.end.everything");
        _takeSeats();
    }

    /// @dev Every juror has a seat, two of them a second; the made-up market's list is too short for an appeal.
    function _takeSeats() private {
        address[] memory jurors = _world.jurors();
        for (uint256 i; i < jurors.length + 2; ++i) _takeSeat(address(escrow), jurors[i % jurors.length]);
        uint256[4] memory ofSham = [uint256(2), 3, 11, 12];
        for (uint256 i; i < ofSham.length; ++i) _takeSeat(_world.shamMarket(), jurors[ofSham[i]]);
        // Only seats that were held in an earlier second are drawn.
        vm.warp(block.timestamp + 1);
    }

    function _takeSeat(address market, address juror) private {
        vm.prank(_world.ownerOf(juror));
        court.takeSeat(market, juror);
        _store.noteTaken(market, juror);
    }
}
