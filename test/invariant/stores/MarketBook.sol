// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
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

/// @notice A job that was opened.
struct GhostJob {
    bytes32 marketId;
    JobTerms terms;
    JobState state;
    uint256 offerId;
    uint256 lockId;
    uint256 price;
    uint256 declineUntil;
    uint256 deliverUntil;
    uint256 reviewUntil;
}

/// @notice Which jobs of a state are meant.
/// @custom:value0 ANY All.
/// @custom:value1 DECLINABLE Those in their decline window.
/// @custom:value2 DELIVERABLE Those before their deadline.
enum Window {
    ANY,
    DECLINABLE,
    DELIVERABLE
}

/// @title MarketBook
/// @notice Every offer and every job, kept from what handlers asked for.
abstract contract MarketBook is Breaches {
    GhostOffer[] private _offers;
    GhostJob[] private _jobs;

    /// @notice The prices of all jobs in a token that have not ended.
    mapping(address token => uint256) public openPrices;

    /// @notice An offer was made.
    function noteOffered(
        Offer calldata offer,
        bytes32 orderHash,
        bytes calldata signature
    ) external returns (uint256 offerId) {
        offerId = _offers.length;
        _offers.push(GhostOffer(offer, signature, orderHash, false, 0, 0));
    }

    /// @notice An offer was canceled.
    function noteCanceled(uint256 offerId) external {
        _offers[offerId].canceled = true;
    }

    /// @notice A job was opened.
    function noteOpened(uint256 offerId, uint256 lockId, JobTerms calldata terms) external {
        GhostOffer storage ghost = _offers[offerId];
        ++ghost.filled;
        ++ghost.active;
        if (ghost.canceled) breach(9, "a canceled offer opened a job");
        if (ghost.active > ghost.offer.slots) breach(9, "more jobs at once than slots");
        if (ghost.filled > ghost.offer.maxFills) breach(9, "more jobs than fills");

        GhostJob storage job = _jobs.push();
        job.marketId = keccak256(abi.encode(terms));
        job.terms = terms;
        job.state = JobState.ACTIVE;
        job.offerId = offerId;
        job.lockId = lockId;
        job.price = uint256(terms.ratePerSecond) * terms.runLimitSeconds;
        job.declineUntil = block.timestamp + terms.declineSeconds;
        job.deliverUntil = job.declineUntil + terms.runLimitSeconds + terms.slackSeconds;
        openPrices[terms.token] += job.price;
    }

    /// @notice A result was submitted.
    function noteSubmitted(uint256 jobId) external {
        _jobs[jobId].state = JobState.SUBMITTED;
        _jobs[jobId].reviewUntil = block.timestamp + _jobs[jobId].terms.reviewSeconds;
    }

    /// @notice A job ended.
    function noteEnded(uint256 jobId, JobState state) external {
        GhostJob storage job = _jobs[jobId];
        job.state = state;
        --_offers[job.offerId].active;
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

    /// @notice What an offer's slot in the market should say.
    function fillsOf(uint256 offerId) external view returns (bytes32 orderHash, uint32 filled, uint32 active) {
        GhostOffer storage ghost = _offers[offerId];
        return (ghost.orderHash, ghost.filled, ghost.active);
    }

    /// @notice What a job's slot in the market should say.
    function stateOf(uint256 jobId) external view returns (bytes32 marketId, JobState state) {
        return (_jobs[jobId].marketId, _jobs[jobId].state);
    }

    /// @notice A job in a state, from a random place on.
    function findJob(JobState state, Window window, uint256 random) external view returns (bool found, uint256 jobId) {
        for (uint256 i; i < _jobs.length; ++i) {
            jobId = ((random % _jobs.length) + i) % _jobs.length;
            GhostJob storage job = _jobs[jobId];
            if (job.state != state) continue;
            if (window == Window.DECLINABLE && block.timestamp > job.declineUntil) continue;
            if (window == Window.DELIVERABLE && block.timestamp > job.deliverUntil) continue;
            return (true, jobId);
        }
    }
}
