// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../contracts/interfaces/IAdjudicator.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Request, Take} from "../../contracts/types/Order.sol";
import {JobFuzz} from "./JobFuzz.sol";
import {IToldAdjudicator} from "./MockInterfaces.sol";
import {RequestTerms} from "./RequestTerms.sol";
import {TypedData} from "./TypedData.sol";
import {vm} from "./Vm.sol";

/// @title DisputeFixture
/// @notice Jobs on every way out. Their adjudicator does what it is told, function by function.
abstract contract DisputeFixture is JobFuzz {
    IToldAdjudicator internal told;

    /// @dev As {setUpJobs}, with an adjudicator that obeys.
    function setUpDisputes() internal {
        deployAll();
        told = IToldAdjudicator(deploy("ToldAdjudicator", ""));
        adjudicator = address(told);
        setUpProvider();
        setUpClient();
    }

    /// @dev Says what the adjudicator does when it is asked for a ruling: returns a word.
    function tellRuling(uint256 word) internal {
        told.tell(IAdjudicator.rulingOf.selector, IToldAdjudicator.Way.RETURN, address(0), abi.encode(word));
    }

    /// @dev Says what the adjudicator does when a function is called.
    function tell(bytes4 selector, IToldAdjudicator.Way way, bytes memory data) internal {
        told.tell(selector, way, address(escrow), data);
    }

    /// @dev Any job, submitted at any time, whose client can pay any fee.
    function anySubmittedJob(uint256 seed) internal returns (JobTerms memory terms) {
        Offer memory offer = anyOffer(seed);
        offer.adjudicator = adjudicator;
        return submittedJob(seed, offer);
    }

    /// @dev As {anySubmittedJob}, of an offer.
    function submittedJob(uint256 seed, Offer memory offer) internal returns (JobTerms memory terms) {
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        terms = openJobWith(offer, signOffer(OWNER_KEY, offer), take);
        pass(pick(seed, "run", 0, deliverUntil(terms) - block.timestamp));
        submitJob(terms);
        if (offer.disputeFee != 0) fund(client, offer.disputeFee);
    }

    /// @dev Any job, disputed at any time of its review.
    /// @param opened Whether the adjudicator has the case.
    function anyDisputedJob(uint256 seed, bool opened) internal returns (JobTerms memory terms) {
        terms = anySubmittedJob(seed);
        disputeAnyTime(seed, terms, opened);
    }

    /// @dev Disputes a submitted job at any time of its review.
    function disputeAnyTime(uint256 seed, JobTerms memory terms, bool opened) internal {
        pass(pick(seed, "review time", 0, terms.reviewSeconds));
        disputeJob(terms);
        if (opened) escrow.openCase(terms);
    }

    /// @dev The client disputes the result.
    function disputeJob(JobTerms memory terms) internal {
        vm.prank(terms.client);
        escrow.dispute(terms);
    }

    /// @dev A job of the default offer that is disputed.
    function disputedJob(bool opened) internal returns (JobTerms memory terms) {
        terms = jobIn(JobState.SUBMITTED);
        disputeJob(terms);
        if (opened) escrow.openCase(terms);
    }

    /// @dev The last second in which a ruling on a disputed job is taken.
    function rulingUntil(JobTerms memory terms) internal view returns (uint256) {
        return steppedAt(terms) + terms.rulingSeconds;
    }

    /// @dev A job of the default offer in any state.
    function jobAt(JobState state) internal returns (JobTerms memory terms) {
        if (state == JobState.CANCELED) {
            terms = openJob();
            cancelJob(terms);
        } else if (state == JobState.DISPUTED) {
            terms = disputedJob(false);
        } else if (state == JobState.REFUNDED) {
            terms = disputedJob(true);
            tellRuling(2);
            escrow.applyRuling(terms);
        } else if (state == JobState.SPLIT) {
            terms = disputedJob(false);
            vm.warp(rulingUntil(terms) + 1);
            escrow.noRuling(terms);
        } else {
            terms = jobIn(state);
        }
        assertTrue(stateOf(terms) == state, "fixture: state of the job");
    }

    /// @dev The operator cancels a job with its client's word.
    function cancelJob(JobTerms memory terms) internal {
        uint40 expiresAt = uint40(block.timestamp);
        bytes memory signature = signCancel(CLIENT_KEY, terms, expiresAt);
        vm.prank(operator);
        escrow.cancel(terms, expiresAt, signature);
    }

    /// @dev A key's word that a job may be canceled.
    function signCancel(uint256 key, JobTerms memory terms, uint40 expiresAt) internal view returns (bytes memory) {
        bytes32 digest = TypedData.cancelDigest(address(escrow), block.chainid, idOfJob(terms), expiresAt);
        return signDigest(key, digest);
    }

    /// @dev A request like the default offer, by the client, for any provider, at a flat rate.
    function plainRequest() internal view returns (Request memory request) {
        request.client = client;
        request.token = address(payToken);
        request.adjudicator = adjudicator;
        request.startRatePerSecond = RATE_PER_SECOND;
        request.maxRatePerSecond = RATE_PER_SECOND;
        request.collateral = COLLATERAL;
        request.disputeFee = 3e18;
        request.runLimitSeconds = RUN_LIMIT_SECONDS;
        request.declineSeconds = 60;
        request.slackSeconds = 120;
        request.reviewSeconds = 900;
        request.rulingSeconds = 7_200;
        request.noRulingBps = 4_000;
        request.expiresAt = uint40(block.timestamp) + 1 days;
        request.epoch = escrow.requestEpochOf(client);
        request.specDigest = keccak256("spec");
        request.specRoot = keccak256("spec root");
        request.salt = 1;
    }

    /// @dev The operator takes a request that the client signed.
    function takeRequest(Request memory request) internal returns (JobTerms memory terms) {
        terms = termsOfRequest(request, escrow.orderStateOf(escrow.hashRequest(request)).filled + 1);
        bytes memory signature = signDigest(CLIENT_KEY, terms.orderHash);
        vm.prank(operator);
        bytes32 jobId = escrow.takeRequest(request, signature, provider, machineId);
        assertEq(jobId, idOfJob(terms), "fixture: job id of a request");
    }

    /// @dev The terms of a flat request's job with the provider.
    function termsOfRequest(Request memory request, uint32 fill) internal view returns (JobTerms memory) {
        bytes32 orderHash = escrow.hashRequest(request);
        return RequestTerms.compose(request, orderHash, fill, provider, payout, request.maxRatePerSecond);
    }

    /// @dev Calls the market, and requires that it works.
    function requireCall(address caller, bytes memory input, string memory label) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory answer) = address(escrow).call(input);
        if (!succeeded) assertEq(answer, "", label);
        assertTrue(succeeded, label);
    }
}
