// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {JobDisputes} from "./abstracts/JobDisputes.sol";
import {JobLedger} from "./abstracts/JobLedger.sol";
import {JobOffers} from "./abstracts/JobOffers.sol";
import {OrderBook} from "./abstracts/OrderBook.sol";
import {RequestBook} from "./abstracts/RequestBook.sol";
import {VaultHolder} from "./abstracts/VaultHolder.sol";
import {IJobEscrow} from "./interfaces/IJobEscrow.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "./interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "./interfaces/IProviderStaking.sol";
import {JobMath} from "./libraries/JobMath.sol";
import {RequestLib} from "./libraries/RequestLib.sol";
import {SignatureLib} from "./libraries/SignatureLib.sol";
import {Job, JobState, JobTerms} from "./types/Job.sol";
import {Offer, Request, Take} from "./types/Order.sol";

/// @title JobEscrow
/// @notice See {IJobEscrow}.
/// @dev Needs no reentrancy guard. Registry, staking and vault call nobody on the functions used here. Two kinds of
/// contract that anybody may write are called besides: accounts that sign by ERC-1271, and a job's adjudicator for its
/// ruling, by static calls, in which nothing can change; and the adjudicator when it takes a case or learns that the
/// client conceded, after every effect.
contract JobEscrow is JobOffers, RequestBook, JobDisputes {
    using JobMath for JobTerms;
    using RequestLib for Request;

    bytes32 private constant CANCEL_TYPEHASH = keccak256("Cancel(bytes32 jobId,uint40 expiresAt)");

    /// @param providerRegistry Knows providers, operators and payout addresses.
    /// @param providerStaking Where collateral is locked.
    /// @param paymentVault Where prices are held.
    constructor(
        IProviderRegistry providerRegistry,
        IProviderStaking providerStaking,
        IPaymentVault paymentVault
    )
        EIP712("Wattle JobEscrow", "1")
        OrderBook(providerRegistry)
        JobLedger(providerStaking)
        VaultHolder(paymentVault)
    {}

    /// @inheritdoc IJobEscrow
    function takeOffer(
        Offer calldata offer,
        bytes calldata signature,
        Take calldata take
    ) external returns (bytes32 jobId) {
        // Check: the job is one that the offer allows.
        require(
            take.runLimitSeconds >= offer.minRunSeconds && take.runLimitSeconds <= offer.maxRunSeconds,
            JobEscrow_RunLimitOutOfBounds(take.runLimitSeconds, offer.minRunSeconds, offer.maxRunSeconds)
        );
        require(take.specDigest != 0, JobEscrow_SpecDigestZero());

        // Effect: the fill's number makes the terms, and so the id, unlike any other.
        (bytes32 orderHash, uint32 fill, address payout) = _fillJobOffer(offer, signature);
        JobTerms memory terms = JobTerms({
            orderHash: orderHash,
            fill: fill,
            client: msg.sender,
            provider: offer.provider,
            payout: payout,
            token: offer.token,
            adjudicator: offer.adjudicator,
            ratePerSecond: offer.ratePerSecond,
            collateral: offer.collateral,
            disputeFee: offer.disputeFee,
            runLimitSeconds: take.runLimitSeconds,
            declineSeconds: offer.declineSeconds,
            slackSeconds: offer.slackSeconds,
            reviewSeconds: offer.reviewSeconds,
            rulingSeconds: offer.rulingSeconds,
            noRulingBps: offer.noRulingBps,
            specDigest: take.specDigest
        });
        jobId = _open(terms, take.specRoot, offer.tag);
    }

    /// @inheritdoc IJobEscrow
    function takeRequest(
        Request calldata request,
        bytes calldata signature,
        address provider,
        bytes32 machineId
    ) external returns (bytes32 jobId) {
        // Check: the provider is what the client asks for, and the caller may promise this in its name.
        require(request.specDigest != 0, JobEscrow_SpecDigestZero());
        uint128 ratePerSecond = request.rateDown(uint40(block.timestamp));
        _requireSuitable(request, ratePerSecond, provider, machineId);

        // Effect: as in {takeOffer}.
        (bytes32 orderHash, uint32 fill) = _fillRequest(request, signature, provider);
        (, address payout) = _standingOf(provider);
        emit RequestTaken(orderHash, provider, machineId);
        JobTerms memory terms = JobTerms({
            orderHash: orderHash,
            fill: fill,
            client: request.client,
            provider: provider,
            payout: payout,
            token: request.token,
            adjudicator: request.adjudicator,
            ratePerSecond: ratePerSecond,
            collateral: request.collateral,
            disputeFee: request.disputeFee,
            runLimitSeconds: request.runLimitSeconds,
            declineSeconds: request.declineSeconds,
            slackSeconds: request.slackSeconds,
            reviewSeconds: request.reviewSeconds,
            rulingSeconds: request.rulingSeconds,
            noRulingBps: request.noRulingBps,
            specDigest: request.specDigest
        });
        jobId = _open(terms, request.specRoot, request.tag);
    }

    /// @inheritdoc IJobEscrow
    function decline(JobTerms calldata terms, string calldata reason) external {
        // Check: the provider, in time.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, terms.declineUntil(job.steppedAt));

        // Effect, then interaction: nobody loses anything, and a request is open again.
        _step(jobId, JobState.DECLINED, job.resultMark);
        emit JobDeclined(jobId, terms.provider, reason, job.steppedBlock);
        _freeSlot(terms.orderHash, true);
        _returnCollateral(terms, 0);
        _pay(terms.client, terms.token, terms.price());
    }

    /// @inheritdoc IJobEscrow
    function cancel(JobTerms calldata terms, uint40 expiresAt, bytes calldata signature) external {
        // Check: the provider, and the client's word, which is good for a time.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, expiresAt);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(CANCEL_TYPEHASH, jobId, expiresAt)));
        require(
            SignatureLib.hasSigned(terms.client, digest, signature),
            JobEscrow_SignatureInvalid(jobId, terms.client)
        );

        // Effect, then interaction: nobody loses anything.
        _step(jobId, JobState.CANCELED, job.resultMark);
        emit JobCanceled(jobId, terms.provider, terms.client, terms.price(), job.steppedBlock);
        _end(terms, 0, terms.client);
    }

    /// @inheritdoc IJobEscrow
    function submit(JobTerms calldata terms, bytes32 resultDigest, bytes32 resultRoot) external {
        // Check: the provider, in time, with a result.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, terms.deliverUntil(job.steppedAt));
        require(bytes20(resultDigest) != 0, JobEscrow_ResultDigestInvalid(jobId, resultDigest));

        // Effect: the client has the turn.
        _step(jobId, JobState.SUBMITTED, bytes20(resultDigest));
        emit JobSubmitted(jobId, terms.provider, resultDigest, resultRoot, job.steppedBlock);
    }

    /// @inheritdoc IJobEscrow
    function accept(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(terms, JobState.SUBMITTED);
        _requireClient(jobId, terms.client);
        _complete(terms, jobId, job, true);
    }

    /// @inheritdoc IJobEscrow
    function settle(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(terms, JobState.SUBMITTED);
        _requireAfter(jobId, terms.reviewUntil(job.steppedAt));
        _complete(terms, jobId, job, false);
    }

    /// @inheritdoc IJobEscrow
    function settleMany(JobTerms[] calldata jobs) external returns (uint256 settled) {
        for (uint256 i; i < jobs.length; ++i) {
            JobTerms calldata terms = jobs[i];
            (bytes32 jobId, Job memory job) = _find(terms);
            if (job.state != JobState.SUBMITTED || block.timestamp <= terms.reviewUntil(job.steppedAt)) continue;
            _complete(terms, jobId, job, false);
            ++settled;
        }
    }

    /// @inheritdoc IJobEscrow
    function expire(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(terms, JobState.ACTIVE);
        _requireAfter(jobId, terms.deliverUntil(job.steppedAt));
        _expire(terms, jobId, job, terms.collateral, false);
    }

    /// @inheritdoc IJobEscrow
    function expireMany(JobTerms[] calldata jobs) external returns (uint256 expired) {
        for (uint256 i; i < jobs.length; ++i) {
            JobTerms calldata terms = jobs[i];
            (bytes32 jobId, Job memory job) = _find(terms);
            if (job.state != JobState.ACTIVE || block.timestamp <= terms.deliverUntil(job.steppedAt)) continue;
            _expire(terms, jobId, job, terms.collateral, false);
            ++expired;
        }
    }

    /// @inheritdoc IJobEscrow
    function forfeit(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(terms, JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, terms.deliverUntil(job.steppedAt));
        _expire(terms, jobId, job, terms.forfeitSlashUp(job.steppedAt, uint40(block.timestamp)), true);
    }

    /// @inheritdoc IJobEscrow
    function checkResult(
        JobTerms calldata terms,
        bytes32 resultDigest
    ) external view returns (JobState state, bool submitted) {
        (, Job memory job) = _find(terms);
        return (job.state, job.resultMark != 0 && job.resultMark == bytes20(resultDigest));
    }

    /// @dev Reverts unless the provider meets the request's requirements, and the caller may promise this in its name.
    function _requireSuitable(
        Request calldata request,
        uint128 ratePerSecond,
        address provider,
        bytes32 machineId
    ) private view {
        require(
            _canPromise(provider, msg.sender, request.token, request.adjudicator, ratePerSecond),
            JobEscrow_CannotPromise(provider, msg.sender, ratePerSecond)
        );
        if (request.asksForMachine()) {
            require(
                registry.machineMeets(
                    provider,
                    machineId,
                    request.gpuModel,
                    request.minGpuCount,
                    request.minVramMib,
                    request.region
                ),
                JobEscrow_MachineUnsuitable(provider, machineId)
            );
        }
        if (request.minStake == 0) return;
        uint128 committed = staking.committedOf(provider);
        require(committed >= request.minStake, JobEscrow_StakeTooSmall(provider, committed, request.minStake));
    }
}
