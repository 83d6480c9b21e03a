// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {Lease, LeaseOffer, LeaseState, LeaseTerms} from "../../contracts/types/Lease.sol";
import {OrderState} from "../../contracts/types/Order.sol";
import {JobFuzz} from "./JobFuzz.sol";
import {vm} from "./Vm.sol";

/// @title LeaseFixture
/// @notice The job fixture's provider and client, who rent by the second.
abstract contract LeaseFixture is JobFuzz {
    uint32 internal constant LEASE_SECONDS = 3_600;
    uint32 internal constant FUNDED_SECONDS = 900;
    uint32 internal constant GRACE_SECONDS = 120;
    /// @dev The bitmaps of states that calls need.
    uint256 internal constant RUNNING_ONLY = 1 << 2;
    uint256 internal constant LIVE = (1 << 1) | (1 << 2);

    /// @dev Everything that a lease may move. As with {JobBooks-Ledger}, a test takes the books before a call, writes
    /// into them what the call should change, and compares all of it.
    struct Books {
        uint256 client;
        uint256 market;
        uint256 payout;
        uint256 provider;
        uint256 owner;
        uint256 operator;
        uint256 stranger;
        uint256 committed;
        OrderState order;
        Lease lease;
    }

    ILeaseEscrow internal leases;

    /// @dev Deploys everything, and sets up provider and client.
    function setUpLeases() internal {
        setUpJobs();
        setUpLeaseMarket();
    }

    /// @dev Adds the market of leases to a suite that is there: with the operator's bound, and the client's allowance.
    function setUpLeaseMarket() internal {
        leases = ILeaseEscrow(deploy("LeaseEscrow", abi.encode(registry, vault)));
        vm.label(address(leases), "lease market");
        vm.prank(owner);
        registry.setOperatorBound(provider, address(payToken), address(0), RATE_PER_SECOND);
        allowLeases(client);
    }

    /// @dev Lets the market draw on an account's claim without end.
    function allowLeases(address account) internal {
        vm.prank(account);
        vault.approve(address(leases), idOf(payToken), type(uint256).max);
    }

    /// @dev An offer that anyone may take, within the operator's bounds, of the provider's present epoch.
    function defaultLeaseOffer() internal view returns (LeaseOffer memory offer) {
        offer.provider = provider;
        offer.token = address(payToken);
        offer.ratePerSecond = RATE_PER_SECOND;
        offer.minFundedSeconds = 60;
        offer.maxLeaseSeconds = 86_400;
        offer.graceSeconds = GRACE_SECONDS;
        offer.slots = 3;
        offer.maxFills = 10;
        offer.expiresAt = uint40(block.timestamp) + 1 days;
        offer.authEpoch = registry.authEpochOf(provider);
        offer.machineId = machineId;
        offer.salt = 1;
    }

    /// @dev An offer within the limits that a seed stands for. Only the owner may sign it: its rate may be any.
    function anyLeaseOffer(uint256 seed) internal view returns (LeaseOffer memory offer) {
        offer = defaultLeaseOffer();
        offer.ratePerSecond = uint128(pick(seed, "rate", 1, type(uint96).max));
        offer.maxLeaseSeconds = uint32(pick(seed, "longest", 1, 366 days));
        offer.minFundedSeconds = uint32(pick(seed, "least", 1, offer.maxLeaseSeconds));
        offer.graceSeconds = uint32(pick(seed, "grace", 1, 1 days));
        offer.slots = uint32(pick(seed, "slots", 1, type(uint32).max));
        offer.maxFills = uint32(pick(seed, "fills", 1, type(uint32).max));
        offer.expiresAt = uint40(pick(seed, "expiry", block.timestamp, block.timestamp + 366 days));
        offer.taker = pick(seed, "taker", 0, 1) == 0 ? address(0) : client;
        offer.machineId = keccak256(abi.encode(seed, "machine"));
        offer.tag = pick(seed, "tag", 0, 1) == 0 ? bytes32(0) : keccak256(abi.encode(seed, "tag"));
        offer.salt = pick(seed, "salt", 0, type(uint256).max);
    }

    /// @dev A lease and a deposit within an offer's bounds.
    function anyPeriods(
        uint256 seed,
        LeaseOffer memory offer
    ) internal pure returns (uint32 leaseSeconds, uint32 fundedSeconds) {
        leaseSeconds = uint32(pick(seed, "lease", offer.minFundedSeconds, offer.maxLeaseSeconds));
        fundedSeconds = uint32(pick(seed, "funded", offer.minFundedSeconds, leaseSeconds));
    }

    /// @dev A lease of {anyLeaseOffer}, opened at its owner's signature, whose client can pay all of it.
    function anyLease(uint256 seed) internal returns (LeaseTerms memory terms) {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        (uint32 leaseSeconds, uint32 fundedSeconds) = anyPeriods(seed, offer);
        fund(client, uint256(offer.ratePerSecond) * leaseSeconds);
        return openLeaseWith(offer, signLeaseOffer(OWNER_KEY, offer), leaseSeconds, fundedSeconds);
    }

    /// @dev As {anyLease}, with a first check-in at any second in which it is possible.
    function anyRunningLease(uint256 seed) internal returns (LeaseTerms memory terms) {
        terms = anyLease(seed);
        pass(pick(seed, "first check-in", 0, terms.leaseSeconds));
        checkIn(terms);
    }

    /// @dev A key's signature over an offer for this market, on this chain.
    function signLeaseOffer(uint256 key, LeaseOffer memory offer) internal view returns (bytes memory) {
        return signDigest(key, leases.hashOffer(offer));
    }

    /// @dev The terms of a lease that is opened now, put together without the market's help.
    function termsOfLease(
        LeaseOffer memory offer,
        uint32 leaseSeconds,
        uint32 fill
    ) internal view returns (LeaseTerms memory terms) {
        terms.orderHash = leases.hashOffer(offer);
        terms.fill = fill;
        terms.client = client;
        terms.provider = offer.provider;
        terms.payout = payout;
        terms.token = offer.token;
        terms.ratePerSecond = offer.ratePerSecond;
        terms.openedAt = uint40(block.timestamp);
        terms.leaseSeconds = leaseSeconds;
        terms.graceSeconds = offer.graceSeconds;
    }

    /// @dev The client opens a lease of the default offer, which the operator signed.
    function openLease() internal returns (LeaseTerms memory terms) {
        return openLease(defaultLeaseOffer(), LEASE_SECONDS, FUNDED_SECONDS);
    }

    /// @dev The client opens a lease of an offer that the operator signed.
    function openLease(
        LeaseOffer memory offer,
        uint32 leaseSeconds,
        uint32 fundedSeconds
    ) internal returns (LeaseTerms memory terms) {
        return openLeaseWith(offer, signLeaseOffer(OPERATOR_KEY, offer), leaseSeconds, fundedSeconds);
    }

    /// @dev The client opens a lease with a signature.
    /// @return terms The lease's terms; the market's id is checked against them.
    function openLeaseWith(
        LeaseOffer memory offer,
        bytes memory signature,
        uint32 leaseSeconds,
        uint32 fundedSeconds
    ) internal returns (LeaseTerms memory terms) {
        terms = termsOfLease(offer, leaseSeconds, leases.orderStateOf(leases.hashOffer(offer)).filled + 1);
        vm.prank(client);
        bytes32 leaseId = leases.open(offer, signature, leaseSeconds, fundedSeconds);
        assertEq(leaseId, idOfLease(terms), "fixture: lease id");
    }

    /// @dev A lease of the default offer in which the provider checked in at once.
    function runningLease() internal returns (LeaseTerms memory terms) {
        return runningLease(LEASE_SECONDS, FUNDED_SECONDS);
    }

    function runningLease(uint32 leaseSeconds, uint32 fundedSeconds) internal returns (LeaseTerms memory terms) {
        terms = openLease(defaultLeaseOffer(), leaseSeconds, fundedSeconds);
        checkIn(terms);
    }

    /// @dev A lease of the default offer that stands in a state, by the shortest way there.
    function leaseIn(LeaseState state) internal returns (LeaseTerms memory terms) {
        if (state == LeaseState.NONE) return termsOfLease(defaultLeaseOffer(), LEASE_SECONDS, type(uint32).max);
        terms = state == LeaseState.OPEN ? openLease() : runningLease();
        if (state == LeaseState.CLOSED) closeAs(client, terms);
        assertTrue(leaseOf(terms).state == state, "fixture: state of the lease");
    }

    function checkIn(LeaseTerms memory terms) internal {
        vm.prank(operator);
        leases.checkIn(terms);
    }

    function topUp(LeaseTerms memory terms, uint32 extraSeconds) internal {
        vm.prank(terms.client);
        leases.topUp(terms, extraSeconds);
    }

    function closeAs(address caller, LeaseTerms memory terms) internal {
        vm.prank(caller);
        leases.close(terms);
    }

    /// @dev The provider is there for so many seconds: it checks in each grace, and at the end.
    function serve(LeaseTerms memory terms, uint256 numSeconds) internal {
        while (numSeconds != 0) {
            uint256 step = numSeconds < terms.graceSeconds ? numSeconds : terms.graceSeconds;
            pass(step);
            checkIn(terms);
            numSeconds -= step;
        }
    }

    /// @dev The owner publishes an offer.
    function publishLeaseOffer(LeaseOffer memory offer) internal returns (bytes32 orderHash) {
        vm.prank(owner);
        return leases.publishOffer(offer);
    }

    /// @dev The call that opens a lease of the default periods with the operator's signature.
    function openCall(LeaseOffer memory offer) internal view returns (bytes memory) {
        return openCallWith(offer, signLeaseOffer(OPERATOR_KEY, offer));
    }

    /// @dev The call that opens a lease of the default periods with a signature.
    function openCallWith(LeaseOffer memory offer, bytes memory signature) internal pure returns (bytes memory) {
        return abi.encodeCall(ILeaseEscrow.open, (offer, signature, LEASE_SECONDS, FUNDED_SECONDS));
    }

    /// @dev The books of now, as they concern a lease.
    function booksOf(LeaseTerms memory terms) internal view returns (Books memory books) {
        books.client = claimOf(client);
        books.market = claimOf(address(leases));
        books.payout = claimOf(terms.payout);
        books.provider = claimOf(provider);
        books.owner = claimOf(owner);
        books.operator = claimOf(operator);
        books.stranger = claimOf(stranger);
        books.committed = staking.committedOf(provider);
        books.order = leases.orderStateOf(terms.orderHash);
        books.lease = leaseOf(terms);
    }

    /// @dev Requires that the books of now are as expected, entry by entry.
    function requireBooks(LeaseTerms memory terms, Books memory expected) internal view {
        Books memory actual = booksOf(terms);
        assertEq(actual.client, expected.client, "the client's claim");
        assertEq(actual.market, expected.market, "the market's claim");
        assertEq(actual.payout, expected.payout, "the payout's claim");
        assertEq(actual.provider, expected.provider, "the provider's claim");
        assertEq(actual.owner, expected.owner, "the owner's claim");
        assertEq(actual.operator, expected.operator, "the operator's claim");
        assertEq(actual.stranger, expected.stranger, "the stranger's claim");
        assertEq(actual.committed, expected.committed, "committed stake");
        assertEq(keccak256(abi.encode(actual.order)), keccak256(abi.encode(expected.order)), "the order's slot");
        assertEq(uint8(actual.lease.state), uint8(expected.lease.state), "the lease's state");
        assertEq(actual.lease.openedBlock, expected.lease.openedBlock, "the opening's block");
        assertEq(actual.lease.seenAt, expected.lease.seenAt, "the last check-in");
        assertEq(actual.lease.fundedSeconds, expected.lease.fundedSeconds, "seconds funded");
        assertEq(actual.lease.servedSeconds, expected.lease.servedSeconds, "seconds served");
        assertEq(actual.lease.paidSeconds, expected.lease.paidSeconds, "seconds paid");
    }

    /// @dev Requires that a call to the market of leases reverts with exactly this data.
    function refuse(address caller, bytes memory input, bytes memory expected, string memory label) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory actual) = address(leases).call(input);
        assertFalse(succeeded, string.concat(label, ": did not revert"));
        assertEq(actual, expected, string.concat(label, ": revert data"));
    }

    function leaseOf(LeaseTerms memory terms) internal view returns (Lease memory) {
        return leases.leaseOf(idOfLease(terms));
    }

    /// @dev What so many seconds of a lease cost.
    function priceOf(LeaseTerms memory terms, uint256 numSeconds) internal pure returns (uint256) {
        return uint256(terms.ratePerSecond) * numSeconds;
    }

    /// @dev The last second of a lease.
    function lastSecondOf(LeaseTerms memory terms) internal pure returns (uint256) {
        return uint256(terms.openedAt) + terms.leaseSeconds;
    }

    /// @dev A lease's id, by its definition.
    function idOfLease(LeaseTerms memory terms) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }
}
