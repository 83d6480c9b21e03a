// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../../contracts/interfaces/IAdjudicator.sol";
import {IPaymentVault} from "../../../../contracts/interfaces/IPaymentVault.sol";
import {ISlashingCourt} from "../../../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../../../contracts/types/Case.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {vm} from "../../../utils/Vm.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtWorld} from "../CourtWorld.sol";
import {CourtHandler} from "./CourtHandler.sol";

/// @title CourtShamHandler
/// @notice A market that somebody made up opens cases as it likes, about jobs of the real one too; and claims and tokens
/// are given to the court for nothing.
contract CourtShamHandler is CourtHandler {
    address private immutable _PAY_TOKEN;

    constructor(
        CourtStore store,
        CourtWorld world
    )
        CourtHandler(
            store,
            world,
            "court.sham.openCase court.sham.closeCase court.donate court.send court.attack.openCase",
            "court.sham.namesake court.sham.ofDonation court.sham.closed"
        )
    {
        _PAY_TOKEN = address(world.suite().payToken);
    }

    function shamCase(uint256 seed) external move {
        if (!store.canOpen(sham)) return _refuseShortList(seed);
        Case memory opened = _anyCase(seed);
        // What was donated is there as well; whoever comes first opens a case of it.
        uint256 given = store.donated();
        uint256 paid = given >= opened.fee ? 0 : opened.fee - given;
        if (_random(seed, "pay") % 2 == 0) paid = opened.fee;
        store.beginFlow();
        if (paid != 0) {
            vm.prank(sham);
            vault.transfer(address(court), token, paid);
        }
        vm.prank(sham);
        (bool succeeded, ) = address(court).call(abi.encodeCall(IAdjudicator.openCase, (opened)));
        store.count("court.sham.openCase", succeeded);
        if (!succeeded) return store.breach(5, "a made-up market's case was refused");
        uint256 id = store.noteShamCase(sham, opened, paid);
        store.endFlow(id);
        if (paid < opened.fee) store.reach("court.sham.ofDonation");
    }

    function _refuseShortList(uint256 seed) private {
        bytes memory call = abi.encodeCall(IAdjudicator.openCase, (_anyCase(seed)));
        bytes memory reason = abi.encodePacked(ISlashingCourt.SlashingCourt_TooFewSeats.selector);
        _refuse("court.attack.openCase", sham, address(court), call, reason);
    }

    function shamClose(uint256 seed) external move {
        uint256 count = store.matterCount();
        for (uint256 i; i < count; ++i) {
            uint256 id = ((seed % count) + i) % count;
            Stage stage = store.stageOf(id);
            if (store.matterOf(id).market != sham) continue;
            if (stage != Stage.DRAWING && stage != Stage.COMMITTING) continue;
            bytes memory call = abi.encodeCall(IAdjudicator.closeCase, (store.matterOf(id).opened.caseId));
            if (!_actOn(id, "court.sham.closeCase", sham, address(court), call)) return;
            store.noteClosed(id);
            return store.reach("court.sham.closed");
        }
    }

    function donate(uint256 seed) external move {
        address from = _payer(seed);
        uint256 amount = 1 + (_random(seed, "amount") % (4 * uint256(world.SEAT_FEE())));
        bytes memory call = abi.encodeCall(IERC6909.transfer, (address(court), token, amount));
        if (_act("court.donate", from, address(vault), call)) store.noteDonated(from, amount);
    }

    /// @notice Tokens that nobody can ever move again.
    function send(uint256 seed) external move {
        address from = _payer(seed);
        bytes memory call = abi.encodeCall(
            IPaymentVault.withdraw,
            (IERC20(_PAY_TOKEN), 1 + (seed % 1e18), address(court))
        );
        if (_act("court.send", from, address(vault), call)) store.noteSent(from, 1 + (seed % 1e18));
    }

    /// @notice A case that lacks something, by whoever.
    function attackOpenCase(uint256 seed) external move {
        Case memory opened = _anyCase(seed);
        bytes4 reason;
        uint256 way = _random(seed, "flaw") % 6;
        address by = sham;
        if (way == 0) {
            // Without its fee, beside those of all open cases and what was donated.
            if (store.donated() >= opened.fee || !store.canOpen(sham)) return;
            reason = ISlashingCourt.SlashingCourt_FeeMissing.selector;
        } else if (way == 1) {
            opened.token = address(world.suite().stakeToken);
            reason = ISlashingCourt.SlashingCourt_TokenMismatch.selector;
        } else if (way == 2) {
            opened.fee = _random(seed, "fee") % opened.fee;
            reason = ISlashingCourt.SlashingCourt_FeeMismatch.selector;
        } else if (way == 3) {
            opened.runLimitSeconds = 301;
            reason = ISlashingCourt.SlashingCourt_RunTooLong.selector;
        } else if (way == 4) {
            opened.rulingUntil = uint40(block.timestamp + 1_740 + 100 - 1);
            reason = ISlashingCourt.SlashingCourt_RulingTooLate.selector;
        } else {
            by = world.strangerOne();
            reason = ISlashingCourt.SlashingCourt_TooFewSeats.selector;
        }
        bytes memory call = abi.encodeCall(IAdjudicator.openCase, (opened));
        _refuse("court.attack.openCase", by, address(court), call, abi.encodePacked(reason));
    }

    function _payer(uint256 seed) private view returns (address) {
        return [world.strangerOne(), world.client2(), world.provider2()][seed % 3];
    }

    /// @dev Any case, sometimes under the name of a job's.
    function _anyCase(uint256 seed) private returns (Case memory opened) {
        opened.caseId = keccak256(abi.encode(seed, store.moves()));
        uint256 count = store.matterCount();
        if (count != 0 && seed % 3 == 0) {
            bytes32 name = store.matterOf(_random(seed, "namesake") % count).opened.caseId;
            if (court.hearingOf(sham, name).openedAt == 0 && name != 0) {
                opened.caseId = name;
                store.reach("court.sham.namesake");
            }
        }
        opened.provider = _random(seed, "provider") % 2 == 0 ? world.provider2() : world.providerOne();
        opened.client = _random(seed, "client") % 2 == 0 ? world.client2() : world.clientOne();
        opened.token = _PAY_TOKEN;
        opened.fee = 3 * uint256(world.SEAT_FEE());
        opened.rulingUntil = uint40(block.timestamp + 1_740 + 100);
        opened.runLimitSeconds = 300;
    }
}
