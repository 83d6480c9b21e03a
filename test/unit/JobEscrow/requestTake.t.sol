// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Job, JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {RequestErrors} from "../../utils/RequestErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowTakeRequestTest is RequestFixture {
    function setUp() public {
        setUpRequests();
    }

    function testFuzz_When_OwnerTakesASignedOne(uint256 seed) public {
        Request memory request = anyRequest(seed);
        coverRequest(request);
        _takeAndCheck(owner, request, signRequest(CLIENT_KEY, request));
    }

    function testFuzz_When_OwnerTakesAPublishedOne(uint256 seed, bytes calldata ignoredSignature) public {
        Request memory request = anyRequest(seed);
        coverRequest(request);
        publishRequest(request);
        _takeAndCheck(owner, request, ignoredSignature);
    }

    function testFuzz_When_OperatorTakesWithinBounds(uint256 seed) public {
        Request memory request = anyRequest(seed);
        request.adjudicator = adjudicator;
        request.maxRatePerSecond = uint128(pick(seed, "max rate", RATE_PER_SECOND, type(uint96).max));
        request.startRatePerSecond = uint128(pick(seed, "start rate", RATE_PER_SECOND, request.maxRatePerSecond));
        coverRequest(request);
        _takeAndCheck(operator, request, signRequest(CLIENT_KEY, request));
    }

    function testFuzz_RevertWhen_RateIsBelowTheOperatorsBound(uint128 rate, uint32 wait) public {
        Request memory request = defaultRequest();
        request.startRatePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        request.maxRatePerSecond = RATE_PER_SECOND;
        vm.warp(block.timestamp + bound(wait, 0, 500 + RISE_SECONDS - 1));
        uint128 rateNow = rateAt(request, block.timestamp);
        _requireCannotPromise(operator, request, rateNow);

        // The bound is about the rate of now, not of the start: at the end of the rise the operator may.
        vm.warp(uint256(request.startsAt) + RISE_SECONDS);
        _takeAndCheck(operator, request, signRequest(CLIENT_KEY, request));
    }

    function testFuzz_When_RateIsBelowTheOperatorsBound_TheOwnerMay(uint128 rate) public {
        Request memory request = defaultRequest();
        request.startRatePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _takeAndCheck(owner, request, signRequest(CLIENT_KEY, request));
    }

    function testFuzz_RevertWhen_OperatorTakesAnotherAdjudicator(address other) public {
        vm.assume(other != adjudicator);
        Request memory request = defaultRequest();
        request.adjudicator = other;
        _requireCannotPromise(operator, request, RATE_PER_SECOND);
        _takeAndCheck(owner, request, signRequest(CLIENT_KEY, request));
    }

    function testFuzz_RevertWhen_OperatorTakesAnotherToken(address other) public {
        vm.assume(other != address(payToken));
        Request memory request = defaultRequest();
        request.token = other;
        _requireCannotPromise(operator, request, RATE_PER_SECOND);
    }

    function test_RevertWhen_OperatorWasRemoved() public {
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireCannotPromise(operator, defaultRequest(), RATE_PER_SECOND);
    }

    function testFuzz_RevertWhen_CallerIsNotOfTheProvider(address caller, bool published) public {
        vm.assume(caller != owner && caller != operator);
        Request memory request = defaultRequest();
        if (published) publishRequest(request);
        _requireCannotPromise(caller, request, RATE_PER_SECOND);
        _requireCannotPromise(provider, request, RATE_PER_SECOND);
        _requireCannotPromise(payout, request, RATE_PER_SECOND);
        _requireCannotPromise(rival, request, RATE_PER_SECOND);
        _requireCannotPromise(client, request, RATE_PER_SECOND);
    }

    function testFuzz_RevertWhen_ProviderIsNotRegistered(address nobody, address caller) public {
        vm.assume(registry.authEpochOf(nobody) == 0);
        Request memory request = defaultRequest();
        bytes memory signature = signRequest(CLIENT_KEY, request);
        bytes memory input = abi.encodeCall(IJobEscrow.takeRequest, (request, signature, nobody, machineId));
        requireRevert(caller, input, RequestErrors.cannotPromise(nobody, caller, RATE_PER_SECOND), "no provider");
        requireRevert(nobody, input, RequestErrors.cannotPromise(nobody, nobody, RATE_PER_SECOND), "of itself");
    }

    function testFuzz_RevertWhen_TakerIsAnotherProvider(address taker, bool published) public {
        vm.assume(taker != address(0) && taker != provider);
        Request memory request = defaultRequest();
        request.taker = taker;
        if (published) publishRequest(request);
        bytes memory expected = JobErrors.notTaker(escrow.hashRequest(request), provider, taker);
        requireRevert(owner, requestCall(request), expected, "for somebody else");
        requireRevert(operator, requestCall(request), expected, "for somebody else, by the operator");
    }

    /// @dev The taker is a provider's id, whoever owns it: not the key that calls.
    function test_RevertWhen_TakerIsTheOwnersKey() public {
        Request memory request = defaultRequest();
        request.taker = owner;
        bytes memory expected = JobErrors.notTaker(escrow.hashRequest(request), provider, owner);
        requireRevert(owner, requestCall(request), expected, "the owner's key");
        request.taker = provider;
        _takeAndCheck(owner, request, signRequest(CLIENT_KEY, request));
    }

    function test_RevertWhen_SpecDigestZero() public {
        Request memory request = defaultRequest();
        request.specDigest = 0;
        requireRevert(owner, requestCall(request), JobErrors.specDigestZero(), "no specification");
        publishRequest(request);
        requireRevert(owner, requestCall(request), JobErrors.specDigestZero(), "no specification, published");
    }

    function testFuzz_When_TagIsSet_JobTaggedFollows(bytes32 tag) public {
        vm.assume(tag != 0);
        Request memory request = defaultRequest();
        request.tag = tag;
        vm.recordLogs();
        JobTerms memory terms = takeSigned(request);
        assertEq(recordedEventsOf(address(escrow)), 3, "events of the market");

        declineJob(terms);
        _takeAndCheck(owner, request, "");
    }

    function test_When_TagIsZero_MarketEmitsTwoEvents() public {
        vm.recordLogs();
        takeSigned(defaultRequest());
        assertEq(recordedEventsOf(address(escrow)), 2, "events of the market");
    }

    function testFuzz_When_PayoutChanged_TheJobPaysTheNewOne(address newPayout) public {
        vm.assume(newPayout != address(0));
        Request memory request = defaultRequest();
        publishRequest(request);
        vm.prank(owner);
        registry.updateProfile(provider, Profile(newPayout, keccak256("x25519"), ""));
        payout = newPayout;
        assertEq(takeSigned(request).payout, newPayout, "payout of the terms");
    }

    /// @dev An offer's epoch is the provider's, a request's the client's: neither means anything to the other.
    function testFuzz_When_ProvidersEpochRises_RequestsLive(uint8 times) public {
        Request memory request = defaultRequest();
        for (uint256 i; i < bound(times, 1, 5); ++i) {
            vm.prank(owner);
            registry.raiseAuthEpoch(provider);
        }
        _takeAndCheck(operator, request, signRequest(CLIENT_KEY, request));
    }

    function test_When_CollateralIsZero_NoAuthorizationIsNeeded() public {
        authorizeEscrow(0, 0);
        Request memory request = defaultRequest();
        request.collateral = 0;
        _takeAndCheck(operator, request, signRequest(CLIENT_KEY, request));
    }

    /// @dev Takes a request for the provider, and checks events, money, stake, the order's slot and the job's slot.
    function _takeAndCheck(address caller, Request memory request, bytes memory signature) private {
        uint32 fill = escrow.orderStateOf(escrow.hashRequest(request)).filled + 1;
        JobTerms memory terms = termsOf(request, fill);
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim -= priceOf(terms);
        expected.marketClaim += priceOf(terms);
        expected.locked += request.collateral;
        expected.order.approved = true;
        expected.order.fillsOnce = true;
        expected.order.filled += 1;
        expected.order.active += 1;

        _expectOpening(request, terms);
        vm.prank(caller);
        bytes32 jobId = escrow.takeRequest(request, signature, provider, machineId);

        assertEq(jobId, idOfJob(terms), "job id");
        requireLedger(terms, expected);
        Job memory job = escrow.jobOf(jobId);
        assertTrue(job.state == JobState.ACTIVE, "state");
        assertEq(job.steppedAt, block.timestamp, "time of the step");
        assertEq(job.steppedBlock, block.number, "block of the step");
        assertEq(bytes32(job.resultMark), 0, "no result yet");
    }

    function _expectOpening(Request memory request, JobTerms memory terms) private {
        bytes32 jobId = idOfJob(terms);
        expectEvent(address(escrow));
        emit IJobEscrow.RequestTaken(terms.orderHash, provider, machineId);
        expectEvent(address(escrow));
        emit IJobEscrow.JobOpened(jobId, provider, client, terms, request.specRoot);
        if (request.tag != 0) {
            expectEvent(address(escrow));
            emit IJobEscrow.JobTagged(request.tag, jobId);
        }
        expectEvent(address(staking));
        emit IProviderStaking.StakeLocked(provider, address(escrow), request.collateral);
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), client, address(escrow), idOf(payToken), priceOf(terms));
    }

    function _requireCannotPromise(address caller, Request memory request, uint128 rate) private {
        bytes memory expected = RequestErrors.cannotPromise(provider, caller, rate);
        requireRevert(caller, requestCall(request), expected, "may not promise this");
    }
}
