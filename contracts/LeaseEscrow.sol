// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {LeaseOffers} from "./abstracts/LeaseOffers.sol";
import {OrderBook} from "./abstracts/OrderBook.sol";
import {VaultHolder} from "./abstracts/VaultHolder.sol";
import {ILeaseEscrow} from "./interfaces/ILeaseEscrow.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "./interfaces/IProviderRegistry.sol";
import {LeaseMath} from "./libraries/LeaseMath.sol";
import {LeaseSlot} from "./libraries/LeaseSlot.sol";
import {Lease, LeaseOffer, LeaseState, LeaseTerms} from "./types/Lease.sol";

/// @title LeaseEscrow
/// @notice See {ILeaseEscrow}.
/// @dev Needs no reentrancy guard: registry and vault call nobody on the functions used here, and a contract that owns
/// a provider is asked by a static call.
contract LeaseEscrow is ILeaseEscrow, LeaseOffers, VaultHolder {
    using LeaseMath for LeaseTerms;

    uint256 private constant LIVE = (1 << uint8(LeaseState.OPEN)) | (1 << uint8(LeaseState.RUNNING));

    mapping(bytes32 leaseId => uint256 slot) private _leases;

    /// @param providerRegistry Knows providers, operators and payout addresses.
    /// @param paymentVault Where deposits are held.
    constructor(
        IProviderRegistry providerRegistry,
        IPaymentVault paymentVault
    ) EIP712("Wattle LeaseEscrow", "1") OrderBook(providerRegistry) VaultHolder(paymentVault) {}

    /// @inheritdoc ILeaseEscrow
    function open(
        LeaseOffer calldata offer,
        bytes calldata signature,
        uint32 leaseSeconds,
        uint32 fundedSeconds
    ) external returns (bytes32 leaseId) {
        // Check: the lease is one that the offer allows.
        require(
            leaseSeconds >= offer.minFundedSeconds && leaseSeconds <= offer.maxLeaseSeconds,
            LeaseEscrow_LeaseSecondsOutOfBounds(leaseSeconds, offer.minFundedSeconds, offer.maxLeaseSeconds)
        );
        _requireFunded(fundedSeconds, offer.minFundedSeconds, leaseSeconds);

        // Effect: the fill's number makes the terms, and so the id, unlike any other.
        (bytes32 orderHash, uint32 fill, address payout) = _fillLeaseOffer(offer, signature);
        LeaseTerms memory terms = LeaseTerms({
            orderHash: orderHash,
            fill: fill,
            client: msg.sender,
            provider: offer.provider,
            payout: payout,
            token: offer.token,
            ratePerSecond: offer.ratePerSecond,
            openedAt: uint40(block.timestamp),
            leaseSeconds: leaseSeconds,
            graceSeconds: offer.graceSeconds
        });
        leaseId = LeaseMath.idOfNew(terms);
        _store(
            leaseId,
            Lease({
                state: LeaseState.OPEN,
                openedBlock: uint40(block.number),
                seenAt: uint40(block.timestamp),
                fundedSeconds: fundedSeconds,
                servedSeconds: 0,
                paidSeconds: 0
            })
        );
        emit LeaseOpened(leaseId, offer.provider, msg.sender, terms, fundedSeconds, offer.machineId);
        if (offer.tag != 0) emit LeaseTagged(offer.tag, leaseId);

        // Interaction: the deposit waits here.
        _collect(msg.sender, offer.token, uint256(offer.ratePerSecond) * fundedSeconds);
    }

    /// @inheritdoc ILeaseEscrow
    function checkIn(LeaseTerms calldata terms) external {
        // Check: the provider, in a lease that still pays.
        (bytes32 leaseId, Lease memory lease, uint32 served) = _load(terms, LIVE);
        _requireOperator(leaseId, terms.provider);
        _requirePaying(leaseId, terms, lease, served);
        _checkIn(leaseId, terms, lease, served);
    }

    /// @inheritdoc ILeaseEscrow
    function checkInMany(LeaseTerms[] calldata leases) external returns (uint256 checkedIn) {
        for (uint256 i; i < leases.length; ++i) {
            LeaseTerms calldata terms = leases[i];
            (bytes32 leaseId, Lease memory lease, uint32 served) = _find(terms);
            _requireOperator(leaseId, terms.provider);
            bool isLive = _isIn(lease, LIVE);
            if (!isLive || block.timestamp > terms.endsAt() || terms.isExhausted(lease, served)) continue;
            _checkIn(leaseId, terms, lease, served);
            ++checkedIn;
        }
    }

    /// @inheritdoc ILeaseEscrow
    function topUp(LeaseTerms calldata terms, uint32 extraSeconds) external {
        // Check: the client, in a lease that goes on; the gap is paid, and nothing that it cannot use.
        (bytes32 leaseId, Lease memory lease, uint32 served) = _load(terms, LIVE);
        require(msg.sender == terms.client, LeaseEscrow_NotClient(leaseId, msg.sender));
        _requirePaying(leaseId, terms, lease, served);
        uint256 fundedAfter = uint256(lease.fundedSeconds) + extraSeconds;
        uint32 minimum = served > lease.fundedSeconds ? served : lease.fundedSeconds + 1;
        _requireFunded(fundedAfter, minimum, terms.leaseSeconds);

        // Effect: what was served beyond the deposit is earned now. Cast not lossy: at most the lease's length.
        lease.fundedSeconds = uint32(fundedAfter);
        _store(leaseId, lease);
        emit LeaseToppedUp(leaseId, terms.provider, terms.client, extraSeconds, lease.fundedSeconds);

        // Interaction: the deposit rises.
        _collect(terms.client, terms.token, terms.priceOf(extraSeconds));
    }

    /// @inheritdoc ILeaseEscrow
    function withdraw(LeaseTerms calldata terms) external returns (uint256 amount) {
        // Check: there is something.
        (bytes32 leaseId, Lease memory lease, uint32 served) = _load(terms, 1 << uint8(LeaseState.RUNNING));
        uint32 covered = LeaseMath.coveredSeconds(lease, served);
        require(covered > lease.paidSeconds, LeaseEscrow_NothingToWithdraw(leaseId, served, lease.paidSeconds));

        // Effect: no second is paid twice. Who calls does not show that the provider is there.
        amount = terms.priceOf(covered - lease.paidSeconds);
        lease.paidSeconds = covered;
        _store(leaseId, lease);
        emit LeaseWithdrawn(leaseId, terms.provider, amount, covered);

        // Interaction: the payout address has it.
        _pay(terms.payout, terms.token, amount);
    }

    /// @inheritdoc ILeaseEscrow
    function close(LeaseTerms calldata terms) external {
        // Check: one of the two sides, or there is nothing to wait for.
        (bytes32 leaseId, Lease memory lease, uint32 served) = _load(terms, LIVE);
        require(
            msg.sender == terms.client ||
                terms.isOver(lease, served, uint40(block.timestamp)) ||
                registry.canOperate(terms.provider, msg.sender),
            LeaseEscrow_NotOver(leaseId, msg.sender)
        );

        // Effect: what was served beyond the deposit is nobody's debt.
        uint32 covered = LeaseMath.coveredSeconds(lease, served);
        uint256 amount = terms.priceOf(covered - lease.paidSeconds);
        uint256 rest = terms.priceOf(lease.fundedSeconds - covered);
        lease.state = LeaseState.CLOSED;
        lease.servedSeconds = served;
        lease.paidSeconds = covered;
        _store(leaseId, lease);
        _freeSlot(terms.orderHash, false);
        emit LeaseClosed(leaseId, terms.provider, terms.client, msg.sender, amount, rest, served);

        // Interaction: each has its own.
        if (amount != 0) _pay(terms.payout, terms.token, amount);
        if (rest != 0) _pay(terms.client, terms.token, rest);
    }

    /// @inheritdoc ILeaseEscrow
    function leaseOf(bytes32 leaseId) external view returns (Lease memory) {
        return LeaseSlot.unpack(_leases[leaseId]);
    }

    /// @inheritdoc ILeaseEscrow
    function accruedOf(LeaseTerms calldata terms) external view returns (uint32 servedSeconds, uint256 earnedAmount) {
        (, Lease memory lease, uint32 served) = _find(terms);
        return (served, terms.priceOf(LeaseMath.coveredSeconds(lease, served) - lease.paidSeconds));
    }

    /// @inheritdoc ILeaseEscrow
    function leaseIdOf(LeaseTerms calldata terms) external pure returns (bytes32 leaseId) {
        return terms.idOf();
    }

    /// @dev Counts the time up to now. The first check-in starts the clock, with nothing earned yet.
    function _checkIn(bytes32 leaseId, LeaseTerms calldata terms, Lease memory lease, uint32 served) private {
        lease.state = LeaseState.RUNNING;
        lease.seenAt = uint40(block.timestamp);
        lease.servedSeconds = served;
        _store(leaseId, lease);
        emit LeaseCheckedIn(leaseId, terms.provider, served);
    }

    /// @dev Writes a lease's slot.
    function _store(bytes32 leaseId, Lease memory lease) private {
        _leases[leaseId] = LeaseSlot.pack(lease);
    }

    /// @dev The only gate: finds the lease of the terms, and reverts unless it is in a state that the call needs.
    function _load(
        LeaseTerms calldata terms,
        uint256 allowed
    ) private view returns (bytes32 leaseId, Lease memory lease, uint32 served) {
        (leaseId, lease, served) = _find(terms);
        require(_isIn(lease, allowed), LeaseEscrow_UnexpectedState(leaseId, lease.state, allowed));
    }

    /// @dev Finds the lease of the terms, in whatever state, and how long its provider was there until now.
    function _find(
        LeaseTerms calldata terms
    ) private view returns (bytes32 leaseId, Lease memory lease, uint32 served) {
        leaseId = terms.idOf();
        lease = LeaseSlot.unpack(_leases[leaseId]);
        served = terms.servedSeconds(lease, uint40(block.timestamp));
    }

    /// @dev Reverts unless the caller may act for the provider.
    function _requireOperator(bytes32 leaseId, address provider) private view {
        require(registry.canOperate(provider, msg.sender), LeaseEscrow_NotOperator(leaseId, msg.sender));
    }

    /// @dev Reverts once no more seconds can be earned in the lease.
    function _requirePaying(
        bytes32 leaseId,
        LeaseTerms calldata terms,
        Lease memory lease,
        uint32 served
    ) private view {
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt <= terms.endsAt(), LeaseEscrow_TooLate(leaseId, nowAt, terms.endsAt()));
        require(
            !terms.isExhausted(lease, served),
            LeaseEscrow_Exhausted(leaseId, served, lease.fundedSeconds, terms.graceSeconds)
        );
    }

    /// @dev Reverts unless a lease's deposit lies within its bounds.
    function _requireFunded(uint256 fundedSeconds, uint32 minimum, uint32 maximum) private pure {
        require(
            fundedSeconds >= minimum && fundedSeconds <= maximum,
            LeaseEscrow_FundedSecondsOutOfBounds(fundedSeconds, minimum, maximum)
        );
    }

    /// @dev Whether the lease is in one of the states.
    function _isIn(Lease memory lease, uint256 allowed) private pure returns (bool) {
        return (1 << uint8(lease.state)) & allowed != 0;
    }
}
