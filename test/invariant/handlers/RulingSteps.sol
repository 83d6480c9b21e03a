// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {Attestation} from "../../../contracts/types/Attestation.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostJob} from "../stores/MarketBook.sol";
import {JobSteps} from "./JobSteps.sol";

/// @title RulingSteps
/// @notice How the honest adjudicator's signers rule.
abstract contract RulingSteps is JobSteps {
    string internal constant RULING_ACTIONS = " attested.rule";
    string internal constant RULING_STATES = " ruling.right ruling.wrong ruling.remainder ruling.conceded";

    /// @dev Two of the three signers rule; anybody brings it.
    function _rule(uint256 jobId, GhostJob memory job, bool right, uint256 seed) internal returns (bool succeeded) {
        bytes32 digest = _rulingDigest(address(escrow), job.marketId, right);
        store.cover(Holding.CLAIM, address(attested), job.terms.token, job.terms.disputeFee);
        bytes memory call = abi.encodeCall(
            IAttestedAdjudicator.rule,
            (address(escrow), job.marketId, right, _attest(digest, _random(seed, "absent") % 3))
        );
        (succeeded, ) = _act("attested.rule", _person(_random(seed, "bringer")), address(attested), call);
        if (!succeeded) return false;
        store.noteDocketEnded(jobId);
        store.reach(right ? bytes32("ruling.right") : bytes32("ruling.wrong"));
        if (job.terms.disputeFee % 2 == 1) store.reach("ruling.remainder");
        // Whoever can rule does so on a dispute that goes on, or for the fee of one that the client conceded.
        if (job.caseOpen) return true;
        if (job.state == JobState.COMPLETED) store.reach("ruling.conceded");
        else store.breach(5, "a ruling on a job that has ended otherwise");
    }

    /// @dev The signatures of all signers but one.
    function _attest(bytes32 digest, uint256 absent) internal view returns (Attestation[] memory attestations) {
        address[] memory signers = world.signers();
        attestations = new Attestation[](signers.length - 1);
        uint256 size;
        for (uint256 i; i < signers.length; ++i) {
            if (i != absent) attestations[size++] = Attestation(signers[i], world.sign(signers[i], digest));
        }
    }

    function _rulingDigest(address market, bytes32 caseId, bool right) internal view returns (bytes32) {
        return TypedData.rulingDigest(address(attested), block.chainid, market, caseId, right);
    }
}
