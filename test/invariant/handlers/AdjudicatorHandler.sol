// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {Attestation} from "../../../contracts/types/Attestation.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {JobEnds} from "./JobEnds.sol";
import {RulingSteps} from "./RulingSteps.sol";

/// @title AdjudicatorHandler
/// @notice The honest adjudicator's signers rule, or do not and the fee goes back; and whoever is not two of them tries.
contract AdjudicatorHandler is RulingSteps, JobEnds {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                ACTIONS,
                REQUEST_ACTIONS,
                JOB_ACTIONS,
                RULING_ACTIONS,
                END_ACTIONS,
                " attested.returnFee attack.ruling attack.feeTooEarly attack.caseOfAnother attack.unpaidCase"
            ),
            string.concat(STATES, REQUEST_STATES, JOB_STATES, RULING_STATES, " fee.returned fee.returnedAfterTheEnd")
        )
    {}

    function rule(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _docket(Window.DOCKET_IN_TIME, seed);
        if (!found) return;
        // A client that sees it come may concede first.
        if (job.caseOpen && _random(seed, "conceded") % 3 == 0) {
            bytes memory call = abi.encodeCall(IJobDisputes.concede, (job.terms));
            if (!_end("job.end", job.terms.client, jobId, job, JobState.COMPLETED, call)) return;
            job = store.jobOf(jobId);
        }
        _rule(jobId, job, _random(seed, "right") % 2 == 0, seed);
    }

    function returnFee(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _docket(Window.DOCKET, seed);
        if (!found) return;
        if (block.timestamp <= job.rulingUntil) vm.warp(job.rulingUntil + 1);
        if (job.state == JobState.DISPUTED && _random(seed, "split") % 2 == 0 && _split(jobId, job, seed)) {
            job = store.jobOf(jobId);
        }
        store.cover(Holding.CLAIM, address(attested), job.terms.token, job.terms.disputeFee);
        bytes memory call = abi.encodeCall(IAttestedAdjudicator.returnFee, (address(escrow), job.marketId));
        (bool succeeded, ) = _act("attested.returnFee", _person(_random(seed, "by")), address(attested), call);
        if (!succeeded) return;
        store.noteDocketEnded(jobId);
        bool ended = job.state != JobState.DISPUTED;
        store.reach(ended ? bytes32("fee.returnedAfterTheEnd") : bytes32("fee.returned"));
    }

    /// @notice A ruling that fewer than two of the signers stand behind, or that is of another case or market.
    function ruleWithoutRight(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _docket(Window.DOCKET_IN_TIME, seed);
        if (!found) return;
        uint256 flaw = _random(seed, "flaw") % 7;
        address market = flaw == 0 ? address(world.otherEscrow()) : address(escrow);
        bytes32 caseId = flaw == 1 ? keccak256("another case") : job.marketId;
        bytes32 digest = _rulingDigest(market, caseId, flaw != 2);
        Attestation[] memory attestations = _attest(digest, 2);
        if (flaw == 3) attestations[1] = attestations[0];
        if (flaw == 4) attestations[1].signature = attestations[0].signature;
        if (flaw == 5) (attestations[0], attestations[1]) = (attestations[1], attestations[0]);
        if (flaw == 6) {
            address by = _person(seed);
            uint256 place = by > attestations[0].signer ? 1 : 0;
            attestations[place] = Attestation(by, world.sign(by, digest));
        }
        bytes memory call = abi.encodeCall(
            IAttestedAdjudicator.rule,
            (address(escrow), job.marketId, true, attestations)
        );
        _attack(10, "attack.ruling", _person(_random(seed, "by")), address(attested), call);
    }

    /// @notice Takes back a fee while the signers have the turn, or in another market's name.
    function takeFee(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _docket(Window.DOCKET_IN_TIME, seed);
        if (!found) return;
        bytes memory call = abi.encodeCall(IAttestedAdjudicator.returnFee, (address(escrow), job.marketId));
        _attack(7, "attack.feeTooEarly", job.terms.client, address(attested), call);
        call = abi.encodeCall(IAdjudicator.closeCase, (job.marketId));
        address by = _random(seed, "by") % 2 == 0 ? job.terms.client : address(world.otherEscrow());
        _attack(7, "attack.caseOfAnother", by, address(attested), call);
    }

    /// @notice A market that nobody knows says that it paid what others paid, or the market repeats a case.
    function openUnpaidCase(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _docket(Window.DOCKET_IN_TIME, seed);
        if (!found) return;
        address token = job.terms.token;
        uint256 free = store.donatedClaims(address(attested), token);
        Case memory unpaid = Case({
            caseId: job.marketId,
            provider: job.terms.provider,
            client: address(world.hostileService()),
            token: token,
            fee: free + 1,
            rulingUntil: uint40(block.timestamp),
            runLimitSeconds: job.terms.runLimitSeconds,
            specDigest: job.terms.specDigest,
            resultMark: 0
        });
        address by = address(world.hostileService());
        if (_random(seed, "again") % 3 == 0) (by, unpaid.fee) = (address(escrow), 0);
        bytes memory call = abi.encodeCall(IAdjudicator.openCase, (unpaid));
        _attack(2, "attack.unpaidCase", by, address(attested), call);
    }

    /// @dev A case that the honest adjudicator has, in any state of its job; a new one where there is none.
    function _docket(Window window, uint256 seed) private returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.NONE, window, _random(seed, "docket"));
        if (found) return (true, jobId, store.jobOf(jobId));
        (found, jobId, job) = _withCase(seed);
        if (found) found = job.docketOpen;
    }
}
