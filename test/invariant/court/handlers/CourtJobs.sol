// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../../contracts/interfaces/IJobEscrow.sol";
import {ISlashingCourt} from "../../../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../../../contracts/types/Case.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {JobState, JobTerms} from "../../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../../contracts/types/Order.sol";
import {Matter} from "../CourtBook.sol";
import {CourtHandler} from "./CourtHandler.sol";

/// @title CourtJobs
/// @notice How a job comes to the court, and what the market makes of its ruling.
abstract contract CourtJobs is CourtHandler {
    string internal constant JOB_ACTIONS =
        "court.job.take court.job.submit court.job.dispute court.openCase court.concede court.applyRuling court.noRuling "
        "court.job.settle court.job.expire court.attack.unserved";
    string internal constant JOB_STATES =
        " court.stage.DRAWING court.conceded.drawing court.conceded.committing court.conceded.late "
        "court.conceded.noCase court.applied.RIGHT court.applied.WRONG court.applied.finished court.noRuling.asked "
        "court.noRuling.noCase court.noRuling.unapplied court.unserved.fee court.unserved.run court.unserved.late";

    bytes32 internal constant RESULT = keccak256("result");

    function _takeOffer(uint256 number, uint256 seed) internal returns (bool succeeded, uint256 id) {
        address client = _random(seed, "client") % 2 == 0 ? world.clientOne() : world.client2();
        (Offer memory offer, Take memory take, JobTerms memory terms) = world.orderOf(number, client, 0);
        terms.fill = escrow.orderStateOf(terms.orderHash).filled + 1;
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (offer, "", take));
        succeeded = _act("court.job.take", client, address(escrow), call);
        if (!succeeded) return (false, 0);
        id = store.noteJob(terms);
        store.endFlow(id);
    }

    function _submit(uint256 id) internal returns (bool succeeded) {
        JobTerms memory terms = store.matterOf(id).terms;
        bytes memory call = abi.encodeCall(IJobEscrow.submit, (terms, RESULT, 0));
        succeeded = _actOn(id, "court.job.submit", world.operatorOf(terms.provider), address(escrow), call);
        if (succeeded) store.noteSubmitted(id);
    }

    function _dispute(uint256 id) internal returns (bool succeeded) {
        JobTerms memory terms = store.matterOf(id).terms;
        bytes memory call = abi.encodeCall(IJobDisputes.dispute, (terms));
        succeeded = _actOn(id, "court.job.dispute", terms.client, address(escrow), call);
        if (succeeded) store.noteDisputed(id, _caseOf(terms));
    }

    /// @dev A disputed job without a case that the court takes, if its ruling is not too far.
    function _disputed(uint256 number, uint256 seed) internal returns (bool found, uint256 id) {
        (found, id) = _takeOffer(number, seed);
        found = found && _submit(id) && _dispute(id);
    }

    function _openCase(uint256 id, uint256 seed) internal returns (bool succeeded) {
        Matter memory matter = store.matterOf(id);
        bytes memory call = abi.encodeCall(IJobDisputes.openCase, (matter.terms));
        bytes32 reason = _unserved(matter);
        if (reason != 0) {
            // The reason is the court's; the fee stays where it is.
            _refuse("court.attack.unserved", _person(seed), address(escrow), call, "");
            store.reach(reason);
            return false;
        }
        if (!store.canOpen(address(escrow))) {
            bytes memory tooFew = abi.encodePacked(ISlashingCourt.SlashingCourt_TooFewSeats.selector);
            _refuse("court.attack.unserved", _person(seed), address(escrow), call, tooFew);
            return false;
        }
        succeeded = _actOn(id, "court.openCase", _person(seed), address(escrow), call);
        if (!succeeded) return false;
        store.noteOpened(id, matter.opened.fee);
        store.reach("court.stage.DRAWING");
    }

    function _concede(uint256 id) internal {
        Matter memory matter = store.matterOf(id);
        Stage stage = store.stageOf(id);
        bytes memory call = abi.encodeCall(IJobDisputes.concede, (matter.terms));
        if (!_actOn(id, "court.concede", matter.terms.client, address(escrow), call)) return;
        store.noteClosed(id);
        store.noteEnded(id, JobState.COMPLETED);
        if (stage == Stage.NONE) store.reach("court.conceded.noCase");
        else if (stage == Stage.DRAWING) store.reach("court.conceded.drawing");
        else if (stage == Stage.COMMITTING) store.reach("court.conceded.committing");
        else store.reach("court.conceded.late");
    }

    function _applyRuling(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        Ruling ruling = store.rulingOf(id);
        bytes memory call = abi.encodeCall(IJobDisputes.applyRuling, (matter.terms));
        if (!_actOn(id, "court.applyRuling", _person(seed), address(escrow), call)) return;
        store.noteEnded(id, ruling == Ruling.PROVIDER_RIGHT ? JobState.COMPLETED : JobState.REFUNDED);
        store.reach(ruling == Ruling.PROVIDER_RIGHT ? bytes32("court.applied.RIGHT") : bytes32("court.applied.WRONG"));
        if (matter.finished) store.reach("court.applied.finished");
    }

    function _noRuling(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        _passTo(matter.opened.rulingUntil + 1);
        bytes memory call = abi.encodeCall(IJobDisputes.noRuling, (matter.terms));
        if (!_actOn(id, "court.noRuling", _person(seed), address(escrow), call)) return;
        if (matter.openedAt == 0) store.reach("court.noRuling.noCase");
        else if (store.rulingOf(id) == Ruling.NONE) store.reach("court.noRuling.asked");
        else store.reach("court.noRuling.unapplied");
        store.noteEnded(id, JobState.SPLIT);
    }

    /// @dev Why the court must refuse a job's case; zero if it must not.
    function _unserved(Matter memory matter) internal view returns (bytes32) {
        if (matter.opened.fee != 3 * uint256(world.SEAT_FEE())) return "court.unserved.fee";
        if (matter.opened.runLimitSeconds > 300) return "court.unserved.run";
        if (matter.opened.rulingUntil < block.timestamp + 1_740 + 100) return "court.unserved.late";
        return 0;
    }

    /// @dev What the market hands over, put together without its help.
    function _caseOf(JobTerms memory terms) private view returns (Case memory) {
        return
            Case({
                caseId: keccak256(abi.encode(terms)),
                provider: terms.provider,
                client: terms.client,
                token: terms.token,
                fee: terms.disputeFee,
                rulingUntil: uint40(block.timestamp + terms.rulingSeconds),
                runLimitSeconds: terms.runLimitSeconds,
                specDigest: terms.specDigest,
                resultMark: bytes20(RESULT)
            });
    }
}
