// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Job, JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowTakeOfferTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_OwnerSigned(uint256 seed) public {
        Offer memory offer = anyOffer(seed);
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        _takeAndCheck(offer, signOffer(OWNER_KEY, offer), take);
    }

    function testFuzz_When_OwnerPublished(uint256 seed, bytes calldata ignoredSignature) public {
        Offer memory offer = anyOffer(seed);
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        publishOffer(offer);
        _takeAndCheck(offer, ignoredSignature, take);
    }

    function testFuzz_When_OperatorSignedWithinBounds(uint256 seed) public {
        Offer memory offer = _anyOfferOfOperator(seed);
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        _takeAndCheck(offer, signOffer(OPERATOR_KEY, offer), take);
    }

    function testFuzz_When_OperatorPublishedWithinBounds(uint256 seed) public {
        Offer memory offer = _anyOfferOfOperator(seed);
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        vm.prank(operator);
        escrow.publishOffer(offer);
        _takeAndCheck(offer, "", take);
    }

    function testFuzz_When_SignatureIsRemembered(uint256 seed) public {
        Offer memory offer = anyOffer(seed);
        offer.slots = uint32(bound(offer.slots, 2, type(uint32).max));
        offer.maxFills = uint32(bound(offer.maxFills, 2, type(uint32).max));
        Take memory take = anyTake(seed, offer);
        offer.collateral /= 2;
        coverAny(offer, take);
        openJobWith(offer, signOffer(OWNER_KEY, offer), take);
        coverAny(offer, take);
        _takeAndCheck(offer, "", take);
    }

    function testFuzz_PriceIsRateTimesRunLimit(uint96 rate, uint32 runLimit) public {
        Offer memory offer = defaultOffer();
        Take memory take = defaultTake();
        offer.ratePerSecond = uint128(bound(rate, 1, type(uint96).max));
        (offer.minRunSeconds, offer.maxRunSeconds) = (1, 30 days);
        take.runLimitSeconds = uint32(bound(runLimit, 1, 30 days));
        uint256 price = uint256(offer.ratePerSecond) * uint256(take.runLimitSeconds);
        fund(client, price);
        uint256 before = claimOf(client);
        openJobWith(offer, signOffer(OWNER_KEY, offer), take);
        assertEq(before - claimOf(client), price, "paid");
        assertEq(claimOf(address(escrow)), price, "held");
    }

    function testFuzz_RevertWhen_RunLimitOutOfBounds(uint32 least, uint32 most, uint32 limit) public {
        Offer memory offer = defaultOffer();
        Take memory take = defaultTake();
        offer.maxRunSeconds = uint32(bound(most, 1, 30 days));
        offer.minRunSeconds = uint32(bound(least, 1, offer.maxRunSeconds));
        vm.assume(limit < offer.minRunSeconds || limit > offer.maxRunSeconds);
        take.runLimitSeconds = limit;
        _requireRunLimitRefused(offer, take);
    }

    function testFuzz_RunLimitBoundsIncludeBothEnds(uint256 seed) public {
        Offer memory offer = anyOffer(seed);
        (offer.slots, offer.maxFills, offer.collateral) = (2, 2, offer.collateral / 2);
        Take memory take = anyTake(seed, offer);
        bytes memory signature = signOffer(OWNER_KEY, offer);

        take.runLimitSeconds = offer.minRunSeconds - 1;
        _requireRunLimitRefused(offer, take);
        take.runLimitSeconds = offer.maxRunSeconds + 1;
        _requireRunLimitRefused(offer, take);

        take.runLimitSeconds = offer.minRunSeconds;
        coverAny(offer, take);
        openJobWith(offer, signature, take);
        take.runLimitSeconds = offer.maxRunSeconds;
        coverAny(offer, take);
        openJobWith(offer, signature, take);
    }

    function test_RevertWhen_SpecDigestZero() public {
        Offer memory offer = defaultOffer();
        Take memory take = defaultTake();
        take.specDigest = 0;
        requireRevert(client, takeCall(offer, take), JobErrors.specDigestZero(), "no specification");
    }

    function testFuzz_When_TagIsSet_JobTaggedFollows(bytes32 tag) public {
        vm.assume(tag != 0);
        Offer memory offer = defaultOffer();
        offer.tag = tag;
        JobTerms memory terms = termsOf(offer, defaultTake(), 1);
        bytes memory signature = signOffer(OPERATOR_KEY, offer);
        expectEvent(address(escrow));
        emit IJobEscrow.JobOpened(idOfJob(terms), provider, client, terms, keccak256("spec root"));
        expectEvent(address(escrow));
        emit IJobEscrow.JobTagged(tag, idOfJob(terms));
        vm.prank(client);
        escrow.takeOffer(offer, signature, defaultTake());
    }

    function test_When_TagIsZero_MarketEmitsOneEvent() public {
        vm.recordLogs();
        openJob();
        assertEq(recordedEventsOf(address(escrow)), 1, "events of the market");
    }

    function test_JobIdsOfTwoEqualFillsDiffer() public {
        JobTerms memory first = openJob();
        JobTerms memory second = openJob();
        assertEq(first.fill, 1, "first fill");
        assertEq(second.fill, 2, "second fill");
        assertTrue(idOfJob(first) != idOfJob(second), "ids differ");
        assertTrue(stateOf(first) == JobState.ACTIVE && stateOf(second) == JobState.ACTIVE, "both run");
    }

    function testFuzz_When_PayoutChanges_OpenJobsPayTheOldOne(address newPayout) public {
        vm.assume(newPayout != address(0) && newPayout != address(escrow));
        vm.assume(newPayout != payout && claimOf(newPayout) == 0);
        JobTerms memory before = openJob();
        vm.prank(owner);
        registry.updateProfile(provider, Profile(newPayout, keccak256("x25519"), ""));
        address oldPayout = payout;
        payout = newPayout;
        JobTerms memory later = openJob();
        assertEq(later.payout, newPayout, "a new job's payout");

        submitJob(before);
        vm.prank(client);
        escrow.accept(before);
        assertEq(claimOf(oldPayout), priceOf(before), "the old job pays the old payout");
        assertEq(claimOf(newPayout), 0, "and not the new one");
    }

    function test_When_CollateralIsZero_NoAuthorizationIsNeeded() public {
        authorizeEscrow(0, 0);
        Offer memory offer = defaultOffer();
        offer.collateral = 0;
        _takeAndCheck(offer, signOffer(OPERATOR_KEY, offer), defaultTake());
    }

    /// @dev Takes an offer as the client, and checks events, money, stake, the order's slot and the job's slot.
    function _takeAndCheck(Offer memory offer, bytes memory signature, Take memory take) private {
        uint32 fill = escrow.orderStateOf(escrow.hashOffer(offer)).filled + 1;
        JobTerms memory terms = termsOf(offer, take, fill);
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim -= priceOf(terms);
        expected.marketClaim += priceOf(terms);
        expected.locked += offer.collateral;
        expected.order.approved = true;
        expected.order.filled += 1;
        expected.order.active += 1;

        _expectOpening(offer, take, terms);
        vm.prank(client);
        bytes32 jobId = escrow.takeOffer(offer, signature, take);

        assertEq(jobId, idOfJob(terms), "job id");
        requireLedger(terms, expected);
        Job memory job = escrow.jobOf(jobId);
        assertTrue(job.state == JobState.ACTIVE, "state");
        assertEq(job.steppedAt, block.timestamp, "time of the step");
        assertEq(job.steppedBlock, block.number, "block of the step");
        assertEq(bytes32(job.resultMark), 0, "no result yet");
    }

    function _expectOpening(Offer memory offer, Take memory take, JobTerms memory terms) private {
        bytes32 jobId = idOfJob(terms);
        expectEvent(address(escrow));
        emit IJobEscrow.JobOpened(jobId, provider, client, terms, take.specRoot);
        if (offer.tag != 0) {
            expectEvent(address(escrow));
            emit IJobEscrow.JobTagged(offer.tag, jobId);
        }
        expectEvent(address(staking));
        emit IProviderStaking.StakeLocked(provider, address(escrow), offer.collateral);
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), client, address(escrow), idOf(payToken), priceOf(terms));
    }

    function _requireRunLimitRefused(Offer memory offer, Take memory take) private {
        bytes memory expected = JobErrors.runLimitOutOfBounds(
            take.runLimitSeconds,
            offer.minRunSeconds,
            offer.maxRunSeconds
        );
        requireRevert(client, takeCall(offer, take), expected, "run limit out of bounds");
    }

    function _anyOfferOfOperator(uint256 seed) private view returns (Offer memory offer) {
        offer = anyOffer(seed);
        offer.adjudicator = adjudicator;
        offer.ratePerSecond = uint128(pick(seed, "rate", RATE_PER_SECOND, type(uint96).max));
    }
}
