// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {Lease, LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowOpenTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    function testFuzz_When_OwnerSigned(uint256 seed) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        _openAndCheck(seed, offer, signLeaseOffer(OWNER_KEY, offer));
    }

    function testFuzz_When_OwnerPublished(uint256 seed, bytes calldata ignoredSignature) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        publishLeaseOffer(offer);
        _openAndCheck(seed, offer, ignoredSignature);
    }

    function testFuzz_When_OperatorSignedWithinBounds(uint256 seed) public {
        LeaseOffer memory offer = _anyOfferOfOperator(seed);
        _openAndCheck(seed, offer, signLeaseOffer(OPERATOR_KEY, offer));
    }

    function testFuzz_When_OperatorPublishedWithinBounds(uint256 seed) public {
        LeaseOffer memory offer = _anyOfferOfOperator(seed);
        vm.prank(operator);
        leases.publishOffer(offer);
        _openAndCheck(seed, offer, "");
    }

    function testFuzz_When_SignatureIsRemembered(uint256 seed, bytes calldata ignoredSignature) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        if (offer.slots == 1) offer.slots = 2;
        if (offer.maxFills == 1) offer.maxFills = 2;
        _openAndCheck(seed, offer, signLeaseOffer(OWNER_KEY, offer));
        _openAndCheck(seed, offer, ignoredSignature);
    }

    function testFuzz_RevertWhen_TheLeaseIsOutOfBounds(uint256 seed, uint32 leaseSeconds) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        vm.assume(leaseSeconds < offer.minFundedSeconds || leaseSeconds > offer.maxLeaseSeconds);
        _requireLengthRefused(offer, leaseSeconds);
        _requireLengthRefused(offer, offer.minFundedSeconds - 1);
        _requireLengthRefused(offer, offer.maxLeaseSeconds + 1);
    }

    function testFuzz_RevertWhen_TheDepositIsOutOfBounds(uint256 seed, uint32 fundedSeconds) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        (uint32 leaseSeconds, ) = anyPeriods(seed, offer);
        vm.assume(fundedSeconds < offer.minFundedSeconds || fundedSeconds > leaseSeconds);
        _requireDepositRefused(offer, leaseSeconds, fundedSeconds);
        _requireDepositRefused(offer, leaseSeconds, offer.minFundedSeconds - 1);
        _requireDepositRefused(offer, leaseSeconds, leaseSeconds + 1);
    }

    function testFuzz_BothEndsOfBothBoundsAreAllowed(uint256 seed) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        (offer.slots, offer.maxFills) = (3, 3);
        fund(client, 3 * uint256(offer.ratePerSecond) * offer.maxLeaseSeconds);
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        openLeaseWith(offer, signature, offer.minFundedSeconds, offer.minFundedSeconds);
        openLeaseWith(offer, signature, offer.maxLeaseSeconds, offer.minFundedSeconds);
        openLeaseWith(offer, signature, offer.maxLeaseSeconds, offer.maxLeaseSeconds);
    }

    function testFuzz_When_TagIsSet_LeaseTaggedFollows(bytes32 tag) public {
        vm.assume(tag != 0);
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.tag = tag;
        vm.recordLogs();
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        assertEq(recordedEventsOf(address(leases)), 2, "events of the market");
    }

    function test_When_TagIsZero_MarketEmitsOneEvent() public {
        vm.recordLogs();
        openLease();
        assertEq(recordedEventsOf(address(leases)), 1, "events of the market");
    }

    function test_IdsOfTwoEqualFillsDiffer() public {
        LeaseTerms memory first = openLease();
        LeaseTerms memory second = openLease();
        assertEq(first.fill, 1, "first fill");
        assertEq(second.fill, 2, "second fill");
        assertTrue(idOfLease(first) != idOfLease(second), "ids differ");
        closeAs(client, first);
        assertTrue(leaseOf(second).state == LeaseState.OPEN, "the other one goes on");
    }

    function testFuzz_When_PayoutChanges_OpenLeasesPayTheOldOne(address newPayout) public {
        vm.assume(newPayout != address(0) && newPayout != address(leases));
        vm.assume(newPayout != payout && claimOf(newPayout) == 0);
        LeaseTerms memory before = runningLease();
        vm.prank(owner);
        registry.updateProfile(provider, Profile(newPayout, keccak256("x25519"), ""));
        (address oldPayout, uint256 rate) = (payout, RATE_PER_SECOND);
        payout = newPayout;
        LeaseTerms memory later = runningLease();
        pass(7);
        leases.withdraw(before);
        assertEq(claimOf(oldPayout), 7 * rate, "the old lease pays the old payout");
        assertEq(claimOf(newPayout), 0, "and not the new one");
        leases.withdraw(later);
        assertEq(claimOf(newPayout), 7 * rate, "a new lease pays the new one");
    }

    /// @dev A market that no provider authorized: no stake is locked.
    function test_NoStakeIsNeeded() public {
        authorizeEscrow(0, 0);
        openLease();
        (uint128 limit, , uint128 locked) = staking.authorizationOf(provider, address(leases));
        assertEq(limit + locked, 0, "the market's part of the stake");
    }

    function testFuzz_RevertWhen_ClaimDoesNotCoverTheDeposit(uint256 claim) public {
        uint256 price = uint256(RATE_PER_SECOND) * FUNDED_SECONDS;
        claim = bound(claim, 0, price - 1);
        uint256 excess = claimOf(client) - claim;
        vm.prank(client);
        vault.transfer(stranger, idOf(payToken), excess);
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientBalance.selector,
            client,
            claim,
            price,
            idOf(payToken)
        );
        refuse(client, openCall(defaultLeaseOffer()), expected, "claim below the deposit");
        assertEq(leases.orderStateOf(leases.hashOffer(defaultLeaseOffer())).filled, 0, "nothing was filled");
    }

    function testFuzz_RevertWhen_AllowanceDoesNotCoverTheDeposit(uint256 allowance, uint128 spare) public {
        uint256 price = uint256(RATE_PER_SECOND) * FUNDED_SECONDS;
        allowance = bound(allowance, 0, price - 1);
        vm.prank(client);
        vault.approve(address(leases), idOf(payToken), allowance);
        _requireNoAllowance(client, allowance);
        vm.prank(client);
        vault.approve(address(leases), idOf(payToken), price + spare);
        openLease();
        assertEq(vault.allowance(client, address(leases), idOf(payToken)), spare, "allowance left");
    }

    function testFuzz_ClaimsOfOthersAreNeverDrawn(address caller) public {
        vm.assume(caller != client && caller != address(0) && caller != address(leases));
        _requireNoAllowance(caller, 0);
    }

    /// @dev Opens a lease as the client, and checks events, money, the order's slot and the lease's slot.
    function _openAndCheck(uint256 seed, LeaseOffer memory offer, bytes memory signature) private {
        (uint32 leaseSeconds, uint32 fundedSeconds) = anyPeriods(seed, offer);
        fund(client, uint256(offer.ratePerSecond) * fundedSeconds);
        uint32 fill = leases.orderStateOf(leases.hashOffer(offer)).filled + 1;
        LeaseTerms memory terms = termsOfLease(offer, leaseSeconds, fill);
        Books memory expected = booksOf(terms);
        expected.client -= uint256(offer.ratePerSecond) * fundedSeconds;
        expected.market += uint256(offer.ratePerSecond) * fundedSeconds;
        expected.order.approved = true;
        expected.order.filled += 1;
        expected.order.active += 1;
        expected.lease = Lease({
            state: LeaseState.OPEN,
            openedBlock: uint40(block.number),
            seenAt: uint40(block.timestamp),
            fundedSeconds: fundedSeconds,
            servedSeconds: 0,
            paidSeconds: 0
        });

        _expectOpening(offer, terms, fundedSeconds);
        vm.prank(client);
        bytes32 leaseId = leases.open(offer, signature, leaseSeconds, fundedSeconds);
        assertEq(leaseId, idOfLease(terms), "lease id");
        requireBooks(terms, expected);
    }

    function _expectOpening(LeaseOffer memory offer, LeaseTerms memory terms, uint32 fundedSeconds) private {
        bytes32 leaseId = idOfLease(terms);
        expectEvent(address(leases));
        emit ILeaseEscrow.LeaseOpened(leaseId, provider, client, terms, fundedSeconds, offer.machineId);
        if (offer.tag != 0) {
            expectEvent(address(leases));
            emit ILeaseEscrow.LeaseTagged(offer.tag, leaseId);
        }
        uint256 deposit = uint256(offer.ratePerSecond) * fundedSeconds;
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(leases), client, address(leases), idOf(payToken), deposit);
    }

    function _requireLengthRefused(LeaseOffer memory offer, uint32 leaseSeconds) private {
        bytes memory expected = LeaseErrors.leaseSecondsOutOfBounds(
            leaseSeconds,
            offer.minFundedSeconds,
            offer.maxLeaseSeconds
        );
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        bytes memory input = abi.encodeCall(leases.open, (offer, signature, leaseSeconds, offer.minFundedSeconds));
        refuse(client, input, expected, "the lease's length");
    }

    function _requireDepositRefused(LeaseOffer memory offer, uint32 leaseSeconds, uint32 fundedSeconds) private {
        bytes memory expected = LeaseErrors.fundedSecondsOutOfBounds(
            fundedSeconds,
            offer.minFundedSeconds,
            leaseSeconds
        );
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        bytes memory input = abi.encodeCall(leases.open, (offer, signature, leaseSeconds, fundedSeconds));
        refuse(client, input, expected, "the deposit");
    }

    function _requireNoAllowance(address caller, uint256 allowance) private {
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientAllowance.selector,
            leases,
            allowance,
            uint256(RATE_PER_SECOND) * FUNDED_SECONDS,
            idOf(payToken)
        );
        refuse(caller, openCall(defaultLeaseOffer()), expected, "allowance below the deposit");
    }

    function _anyOfferOfOperator(uint256 seed) private view returns (LeaseOffer memory offer) {
        offer = anyLeaseOffer(seed);
        offer.ratePerSecond = uint128(pick(seed, "rate", RATE_PER_SECOND, type(uint96).max));
    }
}
