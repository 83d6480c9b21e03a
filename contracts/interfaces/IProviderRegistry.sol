// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Machine, MachineClaim, Profile} from "../types/Provider.sol";

/// @title IProviderRegistry
/// @notice Who sells compute: an identity with an owner (cold key), operators (hot keys) and what they may promise, a
/// payout address, an encryption key, an endpoint, and the machines it claims to own.
/// @dev A provider's id is the address that registered. The id never changes; its owner can.
interface IProviderRegistry {
    /// @notice Emitted when an address becomes a provider.
    /// @param provider The new provider's id, and its first owner.
    event ProviderRegistered(address indexed provider);

    /// @notice Emitted when a provider's profile is set, at registration too.
    /// @param provider The provider's id.
    /// @param payout The address whose vault claims receive the earnings of jobs that open from now on.
    /// @param encryptionKey The raw X25519 public key that clients encrypt job inputs to.
    /// @param endpoint Where the provider can be reached off chain; free text, usually a URL; may be empty.
    event ProfileUpdated(address indexed provider, address indexed payout, bytes32 encryptionKey, string endpoint);

    /// @notice Emitted when an owner offers the provider to another address.
    /// @param provider The provider's id.
    /// @param owner The present owner.
    /// @param pendingOwner The address that may accept; zero withdraws the offer.
    event OwnershipOffered(address indexed provider, address indexed owner, address indexed pendingOwner);

    /// @notice Emitted when a provider changes hands.
    /// @param provider The provider's id.
    /// @param previousOwner The owner until now.
    /// @param owner The owner from now on.
    event OwnershipTransferred(address indexed provider, address indexed previousOwner, address indexed owner);

    /// @notice Emitted when an operator is added or removed.
    /// @param provider The provider's id.
    /// @param operator The hot key.
    /// @param allowed True when added, false when removed.
    event OperatorSet(address indexed provider, address indexed operator, bool allowed);

    /// @notice Emitted when an owner bounds what operators may promise.
    /// @param provider The provider's id.
    /// @param token The payment token of the promise.
    /// @param adjudicator The adjudicator of the promise.
    /// @param minRatePerSecond The lowest rate, in the token's base units a second; zero forbids the pair.
    event OperatorBoundSet(
        address indexed provider,
        address indexed token,
        address indexed adjudicator,
        uint128 minRatePerSecond
    );

    /// @notice Emitted when everything signed so far for a provider loses its force.
    /// @param provider The provider's id.
    /// @param authEpoch The epoch that offers must carry from now on.
    event AuthEpochRaised(address indexed provider, uint32 authEpoch);

    /// @notice Emitted when a provider claims a machine.
    /// @param provider The provider's id.
    /// @param machineId The machine's id: the hash of the provider and the claim.
    /// @param claim What the provider says of the machine.
    event MachineAdded(address indexed provider, bytes32 indexed machineId, MachineClaim claim);

    /// @notice Emitted when a machine is withdrawn for good.
    /// @param provider The provider's id.
    /// @param machineId The machine's id.
    event MachineRetired(address indexed provider, bytes32 indexed machineId);

    /// @notice The caller is a provider already.
    error ProviderRegistry_AlreadyRegistered(address provider);

    /// @notice No provider has this id.
    error ProviderRegistry_NotRegistered(address provider);

    /// @notice The caller does not own the provider.
    error ProviderRegistry_NotOwner(address provider, address caller);

    /// @notice The caller was not offered the provider.
    error ProviderRegistry_NotPendingOwner(address provider, address caller);

    /// @notice The caller is neither the provider's owner nor one of its operators.
    error ProviderRegistry_NotOperator(address provider, address caller);

    /// @notice Earnings need an address to go to.
    error ProviderRegistry_PayoutZero(address provider);

    /// @notice A profile needs a key that clients can encrypt to.
    error ProviderRegistry_EncryptionKeyZero(address provider);

    /// @notice The operator already is, or already is not, allowed.
    error ProviderRegistry_OperatorUnchanged(address provider, address operator, bool allowed);

    /// @notice A machine needs a model, at least one card and memory.
    error ProviderRegistry_MachineClaimInvalid(address provider, bytes32 gpuModel, uint16 gpuCount, uint32 vramMib);

    /// @notice The same claim was made before; a machine is never claimed twice nor rewritten.
    error ProviderRegistry_MachineExists(address provider, bytes32 machineId);

    /// @notice The machine was never claimed, or is retired already.
    error ProviderRegistry_MachineNotActive(address provider, bytes32 machineId);

    /// @notice Makes the caller a provider, its id the caller's address, and its own first owner.
    /// @dev Callable by anyone. Emits {ProviderRegistered}, {ProfileUpdated} and {AuthEpochRaised} (to 1).
    /// Requirements: the caller is not a provider yet; payout and encryption key are not zero.
    /// @param profile Payout address, encryption key and endpoint.
    function register(Profile calldata profile) external;

    /// @notice Replaces a provider's profile. Jobs that open from now on pay the new payout address.
    /// @dev Callable by the owner. Emits {ProfileUpdated}. Requirements: payout and encryption key are not zero.
    /// @param provider The provider's id.
    /// @param profile Payout address, encryption key and endpoint.
    function updateProfile(address provider, Profile calldata profile) external;

    /// @notice Offers the provider to another owner, who has to accept.
    /// @dev Callable by the owner. Emits {OwnershipOffered}.
    /// @param provider The provider's id.
    /// @param pendingOwner The address that may accept; zero withdraws the offer.
    function offerOwnership(address provider, address pendingOwner) external;

    /// @notice Takes over a provider that was offered to the caller. The epoch is raised, so that what was signed until
    /// then loses its force. All else stays as the old owner left it: operators and their bounds, the profile with its
    /// payout address, the machines, and what services may lock of the stake. A new owner who does not trust the old
    /// operators removes them in the same transaction, through the registry's multicall.
    /// @dev Callable by the pending owner. Emits {OwnershipTransferred} and {AuthEpochRaised}.
    /// @param provider The provider's id.
    function acceptOwnership(address provider) external;

    /// @notice Adds or removes an operator. Removing one voids every offer signed so far, by whichever key.
    /// @dev Callable by the owner. Emits {OperatorSet}, and {AuthEpochRaised} on removal.
    /// Requirements: the call changes something.
    /// @param provider The provider's id.
    /// @param operator The hot key.
    /// @param allowed True to add, false to remove.
    function setOperator(address provider, address operator, bool allowed) external;

    /// @notice Bounds what operators may promise: with this adjudicator, at no less than this rate in this token.
    /// Nothing is allowed until the owner says so. The collateral is bounded where it lies, by
    /// {IProviderStaking-authorize}. Tightening a bound voids every offer signed so far.
    /// @dev Callable by the owner. Emits {OperatorBoundSet}, and {AuthEpochRaised} when the bound got tighter.
    /// @param provider The provider's id.
    /// @param token The payment token.
    /// @param adjudicator The adjudicator; zero stands for all that nobody judges: jobs without one, and leases.
    /// @param minRatePerSecond The lowest rate, in the token's base units a second; zero forbids the pair.
    function setOperatorBound(address provider, address token, address adjudicator, uint128 minRatePerSecond) external;

    /// @notice Voids every offer signed or published so far for the provider, in every market.
    /// @dev Callable by the owner and by operators. Emits {AuthEpochRaised}.
    /// @param provider The provider's id.
    function raiseAuthEpoch(address provider) external;

    /// @notice Claims a machine.
    /// @dev Callable by the owner. Emits {MachineAdded}.
    /// Requirements: model, count and memory are not zero; the same claim was not made before.
    /// @param provider The provider's id.
    /// @param claim Model, number of cards, memory, region, and the digest of the hardware report.
    /// @return machineId The hash of provider and claim.
    function addMachine(address provider, MachineClaim calldata claim) external returns (bytes32 machineId);

    /// @notice Withdraws a machine for good.
    /// @dev Callable by the owner. Emits {MachineRetired}. Requirements: the machine is active.
    /// @param provider The provider's id.
    /// @param machineId The machine's id.
    function retireMachine(address provider, bytes32 machineId) external;

    /// @notice The owner of a provider; zero if there is no such provider.
    function ownerOf(address provider) external view returns (address owner);

    /// @notice The address that may accept a provider; zero if none.
    function pendingOwnerOf(address provider) external view returns (address pendingOwner);

    /// @notice Whether a key is one of a provider's operators. Its owner is not, unless added.
    function isOperator(address provider, address key) external view returns (bool);

    /// @notice Whether a key may act in a provider's daily business: its owner and its operators may.
    function canOperate(address provider, address key) external view returns (bool);

    /// @notice Whether a key may promise such terms: the owner any, an operator within the owner's bounds.
    /// @param provider The provider's id.
    /// @param key The key that signs or publishes.
    /// @param token The payment token.
    /// @param adjudicator The adjudicator.
    /// @param ratePerSecond The promised rate, in the token's base units a second.
    function canPromise(
        address provider,
        address key,
        address token,
        address adjudicator,
        uint128 ratePerSecond
    ) external view returns (bool);

    /// @notice The lowest rate that operators may promise, in the token's base units a second; zero if none is allowed.
    function operatorBoundOf(
        address provider,
        address token,
        address adjudicator
    ) external view returns (uint128 minRatePerSecond);

    /// @notice The epoch that a provider's offers must carry; zero if there is no such provider.
    function authEpochOf(address provider) external view returns (uint32 authEpoch);

    /// @notice The address whose vault claims receive a provider's earnings; zero if there is no such provider.
    function payoutOf(address provider) external view returns (address payout);

    /// @notice What a market needs to know when it opens a job, in one read: {authEpochOf} and {payoutOf}.
    function standingOf(address provider) external view returns (uint32 authEpoch, address payout);

    /// @notice The raw X25519 public key that clients encrypt to; zero if there is no such provider.
    function encryptionKeyOf(address provider) external view returns (bytes32 encryptionKey);

    /// @notice The block in which a provider's profile was last set: the {ProfileUpdated} there has the endpoint.
    function profileBlockOf(address provider) external view returns (uint40 profileBlock);

    /// @notice What is stored of a machine; all zero if it was never claimed.
    /// @param provider The provider's id.
    /// @param machineId The machine's id.
    function machineOf(address provider, bytes32 machineId) external view returns (Machine memory machine);

    /// @notice Whether a machine is there, is not retired, and is what somebody asks for.
    /// @param provider The provider's id.
    /// @param machineId The machine's id.
    /// @param gpuModel The model; zero for any.
    /// @param minGpuCount The fewest cards.
    /// @param minVramMib The least memory of each card in MiB.
    /// @param region Where it stands: a country ("us") covers its subdivisions ("us-ca"), zero is anywhere.
    function machineMeets(
        address provider,
        bytes32 machineId,
        bytes32 gpuModel,
        uint16 minGpuCount,
        uint32 minVramMib,
        bytes8 region
    ) external view returns (bool);
}
