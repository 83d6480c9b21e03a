// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../../contracts/interfaces/IJobEscrow.sol";
import {IPaymentVault} from "../../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderStaking} from "../../../../contracts/interfaces/IProviderStaking.sol";
import {ISlashingCourt} from "../../../../contracts/interfaces/ISlashingCourt.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {JobState} from "../../../../contracts/types/Job.sol";
import {vm} from "../../../utils/Vm.sol";
import {Matter} from "../CourtBook.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtSuite, CourtWorld} from "../CourtWorld.sol";

/// @title CourtHandler
/// @notice What every handler of the court needs. As in the suite's other world, a move takes one random number, chooses
/// a call from it that should succeed (or be refused), makes it, and tells the store what it meant. No move reverts.
abstract contract CourtHandler {
    CourtWorld internal immutable world;
    CourtStore internal immutable store;
    IProviderStaking internal immutable staking;
    IPaymentVault internal immutable vault;
    IJobEscrow internal immutable escrow;
    ISlashingCourt internal immutable court;
    address internal immutable sham;
    uint256 internal immutable token;

    constructor(CourtStore sharedStore, CourtWorld sharedWorld, string memory actions, string memory states) {
        store = sharedStore;
        world = sharedWorld;
        CourtSuite memory suite = sharedWorld.suite();
        (staking, vault, escrow, court) = (suite.staking, suite.vault, suite.escrow, suite.court);
        sham = sharedWorld.shamMarket();
        token = uint256(uint160(address(suite.payToken)));
        sharedStore.declare(actions, states);
    }

    modifier move() {
        store.beginMove();
        _;
        store.noteMove();
    }

    /// @dev Makes a call that the tables allow and that lacks nothing. A refusal would lock money in.
    function _act(bytes32 action, address by, address target, bytes memory data) internal returns (bool succeeded) {
        store.beginFlow();
        vm.prank(by);
        // Gas as a transaction has it.
        (succeeded, ) = target.call{gas: 4_000_000}(data);
        store.count(action, succeeded);
        if (!succeeded) store.breach(5, string.concat("refused, against the table: ", store.text(action)));
    }

    /// @dev As {_act}, about a matter that there is.
    function _actOn(
        uint256 id,
        bytes32 action,
        address by,
        address target,
        bytes memory data
    ) internal returns (bool succeeded) {
        succeeded = _act(action, by, target, data);
        if (succeeded) store.endFlow(id);
    }

    /// @dev Makes a call that must be refused with exactly this reason, or one that begins so.
    function _refuse(bytes32 action, address by, address target, bytes memory data, bytes memory expected) internal {
        vm.prank(by);
        (bool succeeded, bytes memory reason) = target.call{gas: 4_000_000}(data);
        bool asMeant = !succeeded && reason.length >= expected.length;
        if (asMeant) {
            bytes32 hash = keccak256(expected);
            uint256 length = expected.length;
            assembly ("memory-safe") {
                asMeant := eq(keccak256(add(reason, 0x20), length), hash)
            }
        }
        store.count(action, asMeant);
        if (asMeant) return;
        string memory what = succeeded ? "got through: " : "was refused for another reason: ";
        store.breach(5, string.concat(what, store.text(action)));
    }

    /// @dev A matter at a stage, from a random one on.
    function _find(Stage stage, uint256 random) internal view returns (bool found, uint256 id) {
        uint256 count = store.matterCount();
        for (uint256 i; i < count; ++i) {
            id = ((random % count) + i) % count;
            if (store.stageOf(id) == stage && (stage != Stage.NONE || store.matterOf(id).isJob)) return (true, id);
        }
    }

    /// @dev A job in a state; of those that are disputed, one without a case.
    function _findJob(JobState state, uint256 random) internal view returns (bool found, uint256 id) {
        uint256 count = store.matterCount();
        for (uint256 i; i < count; ++i) {
            id = ((random % count) + i) % count;
            Matter memory matter = store.matterOf(id);
            if (!matter.isJob || matter.state != state) continue;
            if (state != JobState.DISPUTED || matter.openedAt == 0) return (true, id);
        }
    }

    function _random(uint256 seed, string memory purpose) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, purpose)));
    }

    /// @dev Anybody.
    function _person(uint256 random) internal view returns (address) {
        address[] memory accounts = world.accounts();
        // Those behind the payouts of the jurors, up to the sham market.
        return accounts[12 + (random % 9)];
    }

    function _passTo(uint256 timestamp) internal {
        if (timestamp <= block.timestamp) return;
        vm.roll(block.number + 1 + (timestamp - block.timestamp) / 12);
        vm.warp(timestamp);
    }
}
