// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Request} from "../../../contracts/types/Order.sol";
import {Breaches} from "./Breaches.sol";

/// @notice An offer that was signed or published.
struct GhostOffer {
    Offer offer;
    bytes signature;
    bytes32 orderHash;
    bool canceled;
    uint32 filled;
    uint32 active;
}

/// @notice A request that was signed or published.
struct GhostRequest {
    Request request;
    bytes signature;
    bytes32 orderHash;
    bool canceled;
    bool taken;
    uint32 filled;
}

/// @notice A job that was opened.
struct GhostJob {
    bytes32 marketId;
    JobTerms terms;
    JobState state;
    bool ofRequest;
    bool caseOpen;
    bool docketOpen;
    uint256 orderId;
    uint256 lockId;
    uint256 price;
    uint256 declineUntil;
    uint256 deliverUntil;
    uint256 reviewUntil;
    uint256 rulingUntil;
}

/// @notice Which jobs of a state are meant.
/// @custom:value0 ANY All.
/// @custom:value1 DECLINABLE Those in their decline window.
/// @custom:value2 DELIVERABLE Those before their deadline.
/// @custom:value3 DISPUTABLE Those in their review.
/// @custom:value4 CASE_TO_OPEN Disputes in time, whose case nobody has, with an adjudicator that can take it.
/// @custom:value5 CASE_OPEN Disputes in time whose case the adjudicator has.
/// @custom:value6 RULABLE Disputes in time.
/// @custom:value7 DOCKET Those whose case the honest adjudicator has not ended, in any state.
/// @custom:value8 DOCKET_IN_TIME As before, in time for a ruling.
enum Window {
    ANY,
    DECLINABLE,
    DELIVERABLE,
    DISPUTABLE,
    CASE_TO_OPEN,
    CASE_OPEN,
    RULABLE,
    DOCKET,
    DOCKET_IN_TIME
}

/// @title MarketBook
/// @notice Every offer, every request and every job, kept from what handlers asked for.
abstract contract MarketBook is Breaches {
    GhostOffer[] private _offers;
    GhostRequest[] private _requests;
    GhostJob[] private _jobs;

    /// @notice The prices of all jobs in a token that have not ended.
    mapping(address token => uint256) public openPrices;
    /// @notice The fees of all disputes in a token that no adjudicator has and that have not ended.
    mapping(address token => uint256) public heldFees;
    /// @notice The fees in a token of all cases that the honest adjudicator has not ended.
    mapping(address token => uint256) public docketFees;

    /// @notice An offer was made.
    function noteOffered(
        Offer calldata offer,
        bytes32 orderHash,
        bytes calldata signature
    ) external returns (uint256 offerId) {
        offerId = _offers.length;
        _offers.push(GhostOffer(offer, signature, orderHash, false, 0, 0));
    }

    /// @notice A request was made.
    function noteRequested(
        Request calldata request,
        bytes32 orderHash,
        bytes calldata signature
    ) external returns (uint256 requestId) {
        requestId = _requests.length;
        _requests.push(GhostRequest(request, signature, orderHash, false, false, 0));
    }

    /// @notice An offer was canceled.
    function noteCanceled(uint256 offerId) external {
        _offers[offerId].canceled = true;
    }

    /// @notice A request was canceled.
    function noteRequestCanceled(uint256 requestId) external {
        _requests[requestId].canceled = true;
    }

    /// @notice A client's offer was taken: a job was opened.
    function noteOpened(uint256 offerId, uint256 lockId, JobTerms calldata terms) external {
        GhostOffer storage ghost = _offers[offerId];
        ++ghost.filled;
        ++ghost.active;
        if (ghost.canceled) breach(9, "a canceled offer opened a job");
        if (ghost.active > ghost.offer.slots) breach(9, "more jobs at once than slots");
        if (ghost.filled > ghost.offer.maxFills) breach(9, "more jobs than fills");
        _noteJob(false, offerId, lockId, terms);
    }

    /// @notice A client's request was taken: a job was opened.
    function noteRequestTaken(uint256 requestId, uint256 lockId, JobTerms calldata terms) external {
        GhostRequest storage ghost = _requests[requestId];
        if (ghost.canceled) breach(9, "a canceled request opened a job");
        if (ghost.taken) breach(9, "a request opened a job beside one that was not declined");
        ++ghost.filled;
        ghost.taken = true;
        _noteJob(true, requestId, lockId, terms);
    }

    /// @notice A result was submitted.
    function noteSubmitted(uint256 jobId) external {
        _jobs[jobId].state = JobState.SUBMITTED;
        _jobs[jobId].reviewUntil = block.timestamp + _jobs[jobId].terms.reviewSeconds;
    }

    /// @notice A result was disputed.
    function noteDisputed(uint256 jobId) external {
        GhostJob storage job = _jobs[jobId];
        job.state = JobState.DISPUTED;
        job.rulingUntil = block.timestamp + job.terms.rulingSeconds;
        heldFees[job.terms.token] += job.terms.disputeFee;
    }

    /// @notice An adjudicator took a case and its fee.
    function noteCaseOpened(uint256 jobId, bool byHonest) external {
        GhostJob storage job = _jobs[jobId];
        job.caseOpen = true;
        heldFees[job.terms.token] -= job.terms.disputeFee;
        if (!byHonest) return;
        job.docketOpen = true;
        docketFees[job.terms.token] += job.terms.disputeFee;
    }

    /// @notice The honest adjudicator ended a case.
    function noteDocketEnded(uint256 jobId) external {
        GhostJob storage job = _jobs[jobId];
        if (!job.docketOpen) breach(2, "a case ended twice");
        job.docketOpen = false;
        docketFees[job.terms.token] -= job.terms.disputeFee;
    }

    /// @notice A job ended.
    function noteEnded(uint256 jobId, JobState state) external {
        GhostJob storage job = _jobs[jobId];
        if (job.state == JobState.DISPUTED && !job.caseOpen) heldFees[job.terms.token] -= job.terms.disputeFee;
        job.state = state;
        job.caseOpen = false;
        if (!job.ofRequest) --_offers[job.orderId].active;
        else if (state == JobState.DECLINED) _requests[job.orderId].taken = false;
        openPrices[job.terms.token] -= job.price;
    }

    function jobOf(uint256 jobId) external view returns (GhostJob memory) {
        return _jobs[jobId];
    }

    function jobCount() external view returns (uint256) {
        return _jobs.length;
    }

    function offerOf(uint256 offerId) external view returns (GhostOffer memory) {
        return _offers[offerId];
    }

    function offerCount() external view returns (uint256) {
        return _offers.length;
    }

    function requestOf(uint256 requestId) external view returns (GhostRequest memory) {
        return _requests[requestId];
    }

    function requestCount() external view returns (uint256) {
        return _requests.length;
    }

    /// @notice What an offer's slot in the market should say.
    function fillsOf(uint256 offerId) external view returns (bytes32 orderHash, uint32 filled, uint32 active) {
        GhostOffer storage ghost = _offers[offerId];
        return (ghost.orderHash, ghost.filled, ghost.active);
    }

    /// @notice What a request's slot in the market should say.
    function takesOf(uint256 requestId) external view returns (bytes32 orderHash, uint32 filled, bool taken) {
        GhostRequest storage ghost = _requests[requestId];
        return (ghost.orderHash, ghost.filled, ghost.taken);
    }

    /// @notice What a job's slot in the market should say.
    function stateOf(uint256 jobId) external view returns (bytes32 marketId, JobState state, bool caseOpen) {
        return (_jobs[jobId].marketId, _jobs[jobId].state, _jobs[jobId].caseOpen);
    }

    /// @notice A job in a state, from a random place on.
    function findJob(JobState state, Window window, uint256 random) external view returns (bool found, uint256 jobId) {
        for (uint256 i; i < _jobs.length; ++i) {
            jobId = ((random % _jobs.length) + i) % _jobs.length;
            GhostJob storage job = _jobs[jobId];
            if ((job.state == state || window >= Window.DOCKET) && _isIn(job, window)) return (true, jobId);
        }
    }

    function _noteJob(bool ofRequest, uint256 orderId, uint256 lockId, JobTerms calldata terms) private {
        GhostJob storage job = _jobs.push();
        job.marketId = keccak256(abi.encode(terms));
        job.terms = terms;
        job.state = JobState.ACTIVE;
        job.ofRequest = ofRequest;
        job.orderId = orderId;
        job.lockId = lockId;
        job.price = uint256(terms.ratePerSecond) * terms.runLimitSeconds;
        job.declineUntil = block.timestamp + terms.declineSeconds;
        job.deliverUntil = job.declineUntil + terms.runLimitSeconds + terms.slackSeconds;
        openPrices[terms.token] += job.price;
    }

    function _isIn(GhostJob storage job, Window window) private view returns (bool) {
        if (window == Window.ANY) return true;
        if (window == Window.DECLINABLE) return block.timestamp <= job.declineUntil;
        if (window == Window.DELIVERABLE) return block.timestamp <= job.deliverUntil;
        if (window == Window.DISPUTABLE) return block.timestamp <= job.reviewUntil;
        if (window == Window.DOCKET) return job.docketOpen;
        if (block.timestamp > job.rulingUntil) return false;
        if (window == Window.DOCKET_IN_TIME) return job.docketOpen;
        if (window == Window.CASE_OPEN) return job.caseOpen;
        return window == Window.RULABLE || (!job.caseOpen && job.terms.adjudicator.code.length != 0);
    }
}
