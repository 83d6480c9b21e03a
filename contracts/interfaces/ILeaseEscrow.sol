// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Lease, LeaseOffer, LeaseState, LeaseTerms} from "../types/Lease.sol";
import {ILeaseOffers} from "./ILeaseOffers.sol";
import {IVaultHolder} from "./IVaultHolder.sol";

/// @title ILeaseEscrow
/// @notice Rentals by the second. The client pays in as many seconds as it likes; the provider earns each second that
/// it is there, which it shows by checking in; either side ends it at once.
/// @dev A lease's id is the hash of its terms, so every call passes the terms and needs no id. The chain stores one
/// slot a lease; its `openedBlock` is the block of {LeaseOpened}, which carries the terms. A check-in counts for the
/// grace, or up to the next one; before the first there is nothing to earn. All of it is counted in whole seconds, so
/// no amount is ever rounded. No stake is locked: who may leave at any time breaks no promise.
interface ILeaseEscrow is ILeaseOffers, IVaultHolder {
    /// @notice Emitted when a lease is opened: its first seconds are in escrow.
    /// @param leaseId The hash of the terms.
    /// @param provider The provider's id.
    /// @param client Who pays.
    /// @param terms All that was agreed.
    /// @param fundedSeconds What the client paid in.
    /// @param machineId The machine, as the offer names it.
    event LeaseOpened(
        bytes32 indexed leaseId,
        address indexed provider,
        address indexed client,
        LeaseTerms terms,
        uint32 fundedSeconds,
        bytes32 machineId
    );

    /// @notice Emitted after {LeaseOpened} when the offer carried an integrator's tag.
    event LeaseTagged(bytes32 indexed tag, bytes32 indexed leaseId);

    /// @notice Emitted when the provider shows that it is there.
    /// @param leaseId The lease.
    /// @param provider The provider's id.
    /// @param servedSeconds How long it was there so far.
    event LeaseCheckedIn(bytes32 indexed leaseId, address indexed provider, uint32 servedSeconds);

    /// @notice Emitted when the client pays more seconds in.
    /// @param leaseId The lease.
    /// @param provider The provider's id.
    /// @param client Who paid.
    /// @param extraSeconds The seconds.
    /// @param fundedSeconds What was paid in so far, with them.
    event LeaseToppedUp(
        bytes32 indexed leaseId,
        address indexed provider,
        address indexed client,
        uint32 extraSeconds,
        uint32 fundedSeconds
    );

    /// @notice Emitted when earnings leave the escrow before the end.
    /// @param leaseId The lease.
    /// @param provider The provider's id.
    /// @param amount Base units of the payment token; the claim of the terms' payout address rose by it.
    /// @param paidSeconds What was paid so far, with it.
    event LeaseWithdrawn(bytes32 indexed leaseId, address indexed provider, uint256 amount, uint32 paidSeconds);

    /// @notice Emitted when a lease ends.
    /// @param leaseId The lease.
    /// @param provider The provider's id.
    /// @param client Who has the rest back.
    /// @param caller Who ended it.
    /// @param amount Base units of the payment token; the claim of the terms' payout address rose by it.
    /// @param rest Base units of the payment token; the client's claim rose by it.
    /// @param servedSeconds How long the provider was there, in all.
    event LeaseClosed(
        bytes32 indexed leaseId,
        address indexed provider,
        address indexed client,
        address caller,
        uint256 amount,
        uint256 rest,
        uint32 servedSeconds
    );

    /// @notice The lease is in another state than the call needs.
    /// @param leaseId The hash of the terms that were passed; terms that no lease has are in state NONE.
    /// @param current The lease's state.
    /// @param allowed The states that the call needs, as a bitmap: bit n stands for the state of value n.
    error LeaseEscrow_UnexpectedState(bytes32 leaseId, LeaseState current, uint256 allowed);

    /// @notice The caller is not the lease's client.
    error LeaseEscrow_NotClient(bytes32 leaseId, address caller);

    /// @notice The caller is neither the provider's owner nor one of its operators.
    error LeaseEscrow_NotOperator(bytes32 leaseId, address caller);

    /// @notice The caller is on neither side, and the lease is not over, not empty and its provider not gone.
    error LeaseEscrow_NotOver(bytes32 leaseId, address caller);

    /// @notice The lease's last second is over.
    error LeaseEscrow_TooLate(bytes32 leaseId, uint40 nowAt, uint40 endsAt);

    /// @notice The lease has been empty for longer than its grace.
    error LeaseEscrow_Exhausted(bytes32 leaseId, uint32 servedSeconds, uint32 fundedSeconds, uint32 graceSeconds);

    /// @notice The lease would be longer than the offer allows, or shorter than what must be paid in.
    error LeaseEscrow_LeaseSecondsOutOfBounds(uint32 leaseSeconds, uint32 minFundedSeconds, uint32 maxLeaseSeconds);

    /// @notice The deposit would be less than it must be, or more than the lease can use: `minimum` to `maximum`
    /// seconds.
    error LeaseEscrow_FundedSecondsOutOfBounds(uint256 fundedSeconds, uint32 minimum, uint32 maximum);

    /// @notice The provider has earned nothing since the last withdrawal, or nothing that the deposit covers.
    error LeaseEscrow_NothingToWithdraw(bytes32 leaseId, uint32 servedSeconds, uint32 paidSeconds);

    /// @notice Opens a lease from a provider's offer; the caller is its client. The provider earns from its first
    /// check-in on.
    /// @dev Callable by anyone, or by the offer's taker. Emits {LeaseOpened}, and {LeaseTagged} if the offer has a tag.
    /// Requirements: the offer is alive and signed or published; both periods are within the offer's bounds, and what
    /// is paid in is no more than the lease; the caller's vault claim and this market's allowance cover it.
    /// @param offer The offer.
    /// @param signature Of the provider's owner or an operator; ignored once the offer was published, or taken on a
    /// key's signature. A contract that owns the provider is asked every time.
    /// @param leaseSeconds How long the lease may last.
    /// @param fundedSeconds How many seconds to pay in now.
    /// @return leaseId The hash of the terms.
    function open(
        LeaseOffer calldata offer,
        bytes calldata signature,
        uint32 leaseSeconds,
        uint32 fundedSeconds
    ) external returns (bytes32 leaseId);

    /// @notice Shows that the provider is there. The time since the last check-in is earned, up to the grace.
    /// @dev Callable by the provider's owner and operators. Emits {LeaseCheckedIn}.
    /// Requirements: OPEN or RUNNING; not after the lease's last second; not empty for longer than the grace.
    /// @param terms The lease's terms.
    function checkIn(LeaseTerms calldata terms) external;

    /// @notice Checks in on many leases, and leaves those as they are where {checkIn} is not possible any more.
    /// @dev Callable by the owner and operators of all their providers. Emits {LeaseCheckedIn} for each.
    /// @param leases The leases' terms.
    /// @return checkedIn How many were possible.
    function checkInMany(LeaseTerms[] calldata leases) external returns (uint256 checkedIn);

    /// @notice Pays more seconds in. In an empty lease this pays for the time that the provider held the machine, too.
    /// @dev Callable by the client. Emits {LeaseToppedUp}.
    /// Requirements: OPEN or RUNNING; not after the lease's last second; not empty for longer than the grace; at least
    /// what was served is covered then, and no more is paid in than the lease's length; what can not be served any more
    /// comes back at the end.
    /// @param terms The lease's terms.
    /// @param extraSeconds How many seconds to pay in.
    function topUp(LeaseTerms calldata terms, uint32 extraSeconds) external;

    /// @notice Pays the provider what it has earned so far.
    /// @dev Callable by anyone. Emits {LeaseWithdrawn}.
    /// Requirements: RUNNING; something was earned since the last withdrawal, and the deposit covers it.
    /// @param terms The lease's terms.
    /// @return amount Base units of the payment token.
    function withdraw(LeaseTerms calldata terms) external returns (uint256 amount);

    /// @notice Ends a lease: the provider has what it earned, the client the rest.
    /// @dev Callable by the client, and by the provider's owner and operators, at any time; by anyone after the lease's
    /// last second, once the lease has been empty for longer than the grace, or once the provider has not checked in
    /// for longer than the grace. Emits {LeaseClosed}.
    /// Requirements: OPEN or RUNNING.
    /// @param terms The lease's terms.
    function close(LeaseTerms calldata terms) external;

    /// @notice What is stored of a lease.
    function leaseOf(bytes32 leaseId) external view returns (Lease memory);

    /// @notice How long the provider was there so far, and how much of it the deposit covers.
    /// @param terms The lease's terms.
    /// @return servedSeconds How long it was there.
    /// @return earnedAmount Base units of the payment token that it can withdraw.
    function accruedOf(LeaseTerms calldata terms) external view returns (uint32 servedSeconds, uint256 earnedAmount);

    /// @notice The id of the lease that has these terms.
    function leaseIdOf(LeaseTerms calldata terms) external pure returns (bytes32 leaseId);
}
