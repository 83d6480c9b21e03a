// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProviderRegistry} from "./IProviderRegistry.sol";

/// @title IProviderStaking
/// @notice The stake behind promises. A provider's stake is one balance: committed (free, or a service's part, of which
/// some is locked) and thawing. A service (a market, a court) can lock only within the part that the provider's owner
/// authorized for it, and slash only what it locked itself. Parts never overlap, so no service can use up the stake
/// that stands behind a promise in another.
/// @dev All amounts are in base units of the stake token, a standard ERC-20 fixed at construction: tokens that take a
/// fee on transfer are refused by {deposit}, tokens that rebase are not supported.
interface IProviderStaking {
    /// @notice Emitted when stake is added.
    event StakeDeposited(address indexed provider, address indexed payer, uint128 amount);

    /// @notice Emitted when a provider's owner sets what a service may lock.
    /// @param provider The provider's id.
    /// @param service The market or court.
    /// @param limit The most that the service may hold locked at any time.
    /// @param maxPerLock The most that a single lock may take.
    event ServiceAuthorized(address indexed provider, address indexed service, uint128 limit, uint128 maxPerLock);

    /// @notice Emitted when free stake starts to thaw.
    /// @param provider The provider's id.
    /// @param amount The amount that joins the thawing stake.
    /// @param thawing All that is thawing now.
    /// @param thawedAt Unix time in seconds from which all of it can be withdrawn.
    event ThawStarted(address indexed provider, uint128 amount, uint128 thawing, uint40 thawedAt);

    /// @notice Emitted when thawing stake becomes free again.
    event ThawCanceled(address indexed provider, uint128 amount);

    /// @notice Emitted when thawed stake leaves.
    event StakeWithdrawn(address indexed provider, address indexed to, uint128 amount);

    /// @notice Emitted when a service locks stake.
    event StakeLocked(address indexed provider, address indexed service, uint128 amount);

    /// @notice Emitted when a service gives locked stake back.
    event StakeReleased(address indexed provider, address indexed service, uint128 amount);

    /// @notice Emitted when a service takes locked stake.
    /// @param provider The provider's id.
    /// @param service The market or court.
    /// @param amount What the provider lost.
    /// @param burned The part that belongs to nobody any more.
    event StakeSlashed(address indexed provider, address indexed service, uint128 amount, uint128 burned);

    /// @notice Emitted for each recipient of a slash.
    event SlashCredited(address indexed recipient, address indexed provider, uint128 amount);

    /// @notice Emitted when somebody withdraws what slashes credited to them.
    event ClaimWithdrawn(address indexed account, address indexed to, uint128 amount);

    /// @notice Emitted when slashed stake is sent to the dead address.
    event StakeBurned(uint128 amount);

    /// @notice The caller does not own the provider.
    error ProviderStaking_NotOwner(address provider, address caller);

    /// @notice The amount must not be zero.
    error ProviderStaking_AmountZero(address provider);

    /// @notice The recipient must not be zero.
    error ProviderStaking_RecipientZero();

    /// @notice The token moved another amount than asked; such a token cannot be stake.
    error ProviderStaking_UnexpectedReceipt(uint128 expected, uint256 received);

    /// @notice The provider has less free stake than that.
    error ProviderStaking_InsufficientFree(address provider, uint128 free, uint128 needed);

    /// @notice The lock exceeds what the owner allowed for one lock.
    error ProviderStaking_LockTooLarge(address provider, address service, uint128 amount, uint128 maxPerLock);

    /// @notice The service would hold more than the owner allowed.
    error ProviderStaking_LimitExceeded(address provider, address service, uint256 locked, uint128 limit);

    /// @notice The service holds less than that.
    error ProviderStaking_InsufficientLocked(address provider, address service, uint128 locked, uint128 needed);

    /// @notice Recipients of a slash get at most half of it together, rounded down.
    error ProviderStaking_SharesTooLarge(uint128 amount, uint256 shares);

    /// @notice Each recipient needs one amount.
    error ProviderStaking_LengthMismatch(uint256 recipients, uint256 amounts);

    /// @notice A limit must fit into 80 bits: 1.2 million tokens of 18 decimals.
    error ProviderStaking_LimitTooLarge(uint128 limit, uint128 maximum);

    /// @notice A single lock cannot take more than all locks together.
    error ProviderStaking_MaxPerLockTooLarge(uint128 maxPerLock, uint128 limit);

    /// @notice The service holds more than that.
    error ProviderStaking_LimitBelowLocked(address provider, address service, uint128 limit, uint128 locked);

    /// @notice Nothing is thawing.
    error ProviderStaking_NothingThawing(address provider);

    /// @notice The stake has not thawed yet.
    error ProviderStaking_StillThawing(address provider, uint40 nowAt, uint40 thawedAt);

    /// @notice The account has no claim.
    error ProviderStaking_NothingToClaim(address account);

    /// @notice The thaw time lies outside of one second to a year.
    error ProviderStaking_ThawSecondsInvalid(uint40 thawSeconds, uint40 minimum, uint40 maximum);

    /// @notice Adds stake to a provider, from the caller's tokens. It is free at once.
    /// @dev Callable by anyone, for any provider id. Emits {StakeDeposited}.
    /// Requirements: the amount is not zero, approved, and arrives in full.
    /// @param provider The provider's id.
    /// @param amount Base units of the stake token.
    function deposit(address provider, uint128 amount) external;

    /// @notice As {deposit}, with the caller's ERC-2612 permit. A permit that was used up by somebody else does no
    /// harm as long as the allowance is there.
    /// @param provider The provider's id.
    /// @param amount Base units of the stake token, and of the permit.
    /// @param deadlineAt The permit's expiry, Unix time in seconds.
    /// @param v Signature.
    /// @param r Signature.
    /// @param s Signature.
    function depositWithPermit(
        address provider,
        uint128 amount,
        uint256 deadlineAt,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Sets the part of the stake that a service may lock. A raise comes out of free stake, a cut goes back to
    /// it at once. To stop new locks while old ones stand, set `maxPerLock` to zero.
    /// @dev Callable by the provider's owner. Emits {ServiceAuthorized}. Requirements: the limit fits into 80 bits, is
    /// not below what the service holds, and a raise is covered by free stake; `maxPerLock` is at most the limit.
    /// @param provider The provider's id.
    /// @param service The market or court.
    /// @param limit The most that it may hold locked at any time; a slash lowers it by what was taken.
    /// @param maxPerLock The most that a single lock may take.
    function authorize(address provider, address service, uint128 limit, uint128 maxPerLock) external;

    /// @notice Starts to thaw free stake. The clock starts anew for all that is thawing.
    /// @dev Callable by the provider's owner. Emits {ThawStarted}. Requirements: that much is free; not zero.
    /// @param provider The provider's id.
    /// @param amount Base units of the stake token.
    function startThaw(address provider, uint128 amount) external;

    /// @notice Makes all thawing stake free again.
    /// @dev Callable by the provider's owner. Emits {ThawCanceled}. Requirements: something is thawing.
    /// @param provider The provider's id.
    function cancelThaw(address provider) external;

    /// @notice Takes out all thawed stake.
    /// @dev Callable by the provider's owner. Emits {StakeWithdrawn}.
    /// Requirements: something is thawing, and its time has come.
    /// @param provider The provider's id.
    /// @param to The recipient of the tokens.
    function withdraw(address provider, address to) external;

    /// @notice Locks stake within the calling service's part.
    /// @dev Callable by a service that the owner authorized. Emits {StakeLocked}.
    /// Requirements: at most `maxPerLock`; the service's locks stay within `limit`.
    /// @param provider The provider's id.
    /// @param amount Base units of the stake token; may be zero.
    function lock(address provider, uint128 amount) external;

    /// @notice Gives locked stake back.
    /// @dev Callable by the service that locked it. Emits {StakeReleased}. Requirements: the service holds that much.
    /// @param provider The provider's id.
    /// @param amount Base units of the stake token.
    function release(address provider, uint128 amount) external;

    /// @notice Takes locked stake. Recipients get claims, the rest is burned. It uses up the authorization.
    /// @dev Callable by the service that locked it. Emits {StakeSlashed}, and {SlashCredited} for each recipient.
    /// Requirements: the service holds that much; recipients together get at most half, rounded down.
    /// @param provider The provider's id.
    /// @param amount Base units of the stake token.
    /// @param recipients Who gets a part.
    /// @param amounts How much each gets.
    function slash(
        address provider,
        uint128 amount,
        address[] calldata recipients,
        uint128[] calldata amounts
    ) external;

    /// @notice Takes out what slashes credited to the caller. It does not thaw.
    /// @dev Callable by anyone with a claim. Emits {ClaimWithdrawn}.
    /// @param to The recipient of the tokens.
    function withdrawClaim(address to) external;

    /// @notice Sends all slashed stake that belongs to nobody to 0x000000000000000000000000000000000000dEaD.
    /// @dev Callable by anyone. Emits {StakeBurned}, also when there is nothing to burn.
    function burn() external;

    /// @notice The token that stake is held in.
    function token() external view returns (IERC20);

    /// @notice The registry that knows who owns a provider.
    function registry() external view returns (IProviderRegistry);

    /// @notice How long stake thaws, in seconds.
    function thawSeconds() external view returns (uint40);

    /// @notice Stake that is no service's part: it may start to thaw, or become one.
    function freeOf(address provider) external view returns (uint128);

    /// @notice What stands behind a provider's promises: free stake and all parts, never what is thawing.
    function committedOf(address provider) external view returns (uint128);

    /// @notice Thawing stake and the Unix time in seconds from which it can be withdrawn.
    function thawOf(address provider) external view returns (uint128 thawing, uint40 thawedAt);

    /// @notice What a service may lock, and what it holds.
    function authorizationOf(
        address provider,
        address service
    ) external view returns (uint128 limit, uint128 maxPerLock, uint128 locked);

    /// @notice What slashes credited to an account and it has not withdrawn.
    function claimOf(address account) external view returns (uint128);

    /// @notice Slashed stake that waits for {burn}.
    function unburned() external view returns (uint128);
}
