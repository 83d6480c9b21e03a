// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {TokenMover} from "./abstracts/TokenMover.sol";
import {IProviderRegistry} from "./interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "./interfaces/IProviderStaking.sol";
import {DEAD} from "./types/Dead.sol";

/// @title ProviderStaking
/// @notice See {IProviderStaking}.
contract ProviderStaking is IProviderStaking, TokenMover {
    struct Stake {
        // slot 0
        uint128 committed;
        uint128 allotted;
        // slot 1: 168 of 256 bits
        uint128 thawing;
        uint40 thawedAt;
    }

    struct Authorization {
        // slot 0: 240 of 256 bits
        uint80 limit;
        uint80 maxPerLock;
        uint80 locked;
    }

    uint128 private constant MAX_LIMIT = type(uint80).max;
    uint40 private constant MIN_THAW_SECONDS = 1;
    uint40 private constant MAX_THAW_SECONDS = 365 days;

    /// @inheritdoc IProviderStaking
    IERC20 public immutable token;
    /// @inheritdoc IProviderStaking
    IProviderRegistry public immutable registry;
    /// @inheritdoc IProviderStaking
    uint40 public immutable thawSeconds;

    /// @inheritdoc IProviderStaking
    uint128 public unburned;
    /// @inheritdoc IProviderStaking
    mapping(address account => uint128 amount) public claimOf;

    mapping(address provider => Stake stake) private _stakes;
    mapping(address provider => mapping(address service => Authorization)) private _authorizations;

    modifier onlyOwner(address provider) {
        _requireOwner(provider);
        _;
    }

    /// @param stakeToken A standard ERC-20, without fees or rebases.
    /// @param providerRegistry The registry that knows who owns a provider.
    /// @param thawPeriodSeconds How long stake thaws, from a second to a year.
    constructor(IERC20 stakeToken, IProviderRegistry providerRegistry, uint40 thawPeriodSeconds) {
        require(
            thawPeriodSeconds >= MIN_THAW_SECONDS && thawPeriodSeconds <= MAX_THAW_SECONDS,
            ProviderStaking_ThawSecondsInvalid(thawPeriodSeconds, MIN_THAW_SECONDS, MAX_THAW_SECONDS)
        );
        token = stakeToken;
        registry = providerRegistry;
        thawSeconds = thawPeriodSeconds;
    }

    /// @inheritdoc IProviderStaking
    function deposit(address provider, uint128 amount) external nonReentrant {
        _deposit(provider, amount);
    }

    /// @inheritdoc IProviderStaking
    function depositWithPermit(
        address provider,
        uint128 amount,
        uint256 deadlineAt,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        _permit(token, amount, deadlineAt, v, r, s);
        _deposit(provider, amount);
    }

    /// @inheritdoc IProviderStaking
    function authorize(
        address provider,
        address service,
        uint128 limit,
        uint128 maxPerLock
    ) external onlyOwner(provider) {
        // Check: what is locked stays covered, and a raise comes out of free stake.
        Authorization storage authorization = _authorizations[provider][service];
        uint128 before = authorization.limit;
        require(limit <= MAX_LIMIT, ProviderStaking_LimitTooLarge(limit, MAX_LIMIT));
        require(maxPerLock <= limit, ProviderStaking_MaxPerLockTooLarge(maxPerLock, limit));
        require(
            limit >= authorization.locked,
            ProviderStaking_LimitBelowLocked(provider, service, limit, authorization.locked)
        );
        if (limit > before) _requireFree(provider, limit - before);

        // Effect: stake moves between free and this service's part. Casts not lossy: at most MAX_LIMIT.
        authorization.limit = uint80(limit);
        authorization.maxPerLock = uint80(maxPerLock);
        _stakes[provider].allotted = _stakes[provider].allotted - before + limit;
        emit ServiceAuthorized(provider, service, limit, maxPerLock);
    }

    /// @inheritdoc IProviderStaking
    function startThaw(address provider, uint128 amount) external onlyOwner(provider) {
        // Check: that much is free.
        require(amount != 0, ProviderStaking_AmountZero(provider));
        _requireFree(provider, amount);

        // Effect: one bucket, so that no list of thaws can grow; its clock starts anew.
        Stake storage stake = _stakes[provider];
        stake.committed -= amount;
        stake.thawing += amount;
        stake.thawedAt = uint40(block.timestamp) + thawSeconds;
        emit ThawStarted(provider, amount, stake.thawing, stake.thawedAt);
    }

    /// @inheritdoc IProviderStaking
    function cancelThaw(address provider) external onlyOwner(provider) {
        uint128 amount = _takeThawing(provider);
        _stakes[provider].committed += amount;
        emit ThawCanceled(provider, amount);
    }

    /// @inheritdoc IProviderStaking
    function withdraw(address provider, address to) external onlyOwner(provider) nonReentrant {
        // Check: the time has come.
        uint40 thawedAt = _stakes[provider].thawedAt;
        require(to != address(0), ProviderStaking_RecipientZero());
        require(block.timestamp >= thawedAt, ProviderStaking_StillThawing(provider, uint40(block.timestamp), thawedAt));

        // Effect, then interaction.
        uint128 amount = _takeThawing(provider);
        emit StakeWithdrawn(provider, to, amount);
        _push(token, to, amount);
    }

    /// @inheritdoc IProviderStaking
    function lock(address provider, uint128 amount) external {
        // Check: the owner allowed it, so it is there.
        Authorization memory authorization = _authorizations[provider][msg.sender];
        uint256 lockedAfter = uint256(authorization.locked) + amount;
        require(
            amount <= authorization.maxPerLock,
            ProviderStaking_LockTooLarge(provider, msg.sender, amount, authorization.maxPerLock)
        );
        require(
            lockedAfter <= authorization.limit,
            ProviderStaking_LimitExceeded(provider, msg.sender, lockedAfter, authorization.limit)
        );

        // Effect: one write. Cast not lossy: at most the limit.
        _authorizations[provider][msg.sender].locked = uint80(lockedAfter);
        emit StakeLocked(provider, msg.sender, amount);
    }

    /// @inheritdoc IProviderStaking
    function release(address provider, uint128 amount) external {
        // Check and effect: it stays within the service's part.
        _takeLocked(provider, amount);
        emit StakeReleased(provider, msg.sender, amount);
    }

    /// @inheritdoc IProviderStaking
    function slash(
        address provider,
        uint128 amount,
        address[] calldata recipients,
        uint128[] calldata amounts
    ) external {
        // Check: slashing oneself must not pay.
        require(recipients.length == amounts.length, ProviderStaking_LengthMismatch(recipients.length, amounts.length));
        uint256 shares;
        for (uint256 i; i < amounts.length; ++i) {
            shares += amounts[i];
        }
        require(shares <= amount / 2, ProviderStaking_SharesTooLarge(amount, shares));

        // Effect: it uses up the authorization, so that no service takes the same stake twice. Cast not lossy: at most
        // what was locked.
        _takeLocked(provider, amount);
        Authorization storage authorization = _authorizations[provider][msg.sender];
        authorization.limit -= uint80(amount);
        if (authorization.maxPerLock > authorization.limit) authorization.maxPerLock = authorization.limit;
        Stake storage stake = _stakes[provider];
        stake.committed -= amount;
        stake.allotted -= amount;
        uint128 burned = amount - uint128(shares);
        unburned += burned;
        emit StakeSlashed(provider, msg.sender, amount, burned);

        for (uint256 i; i < amounts.length; ++i) {
            claimOf[recipients[i]] += amounts[i];
            emit SlashCredited(recipients[i], provider, amounts[i]);
        }
    }

    /// @inheritdoc IProviderStaking
    function withdrawClaim(address to) external nonReentrant {
        // Check: there is something.
        uint128 amount = claimOf[msg.sender];
        require(to != address(0), ProviderStaking_RecipientZero());
        require(amount != 0, ProviderStaking_NothingToClaim(msg.sender));

        // Effect, then interaction.
        claimOf[msg.sender] = 0;
        emit ClaimWithdrawn(msg.sender, to, amount);
        _push(token, to, amount);
    }

    /// @inheritdoc IProviderStaking
    function burn() external nonReentrant {
        uint128 amount = unburned;
        unburned = 0;
        emit StakeBurned(amount);
        _push(token, DEAD, amount);
    }

    /// @inheritdoc IProviderStaking
    function committedOf(address provider) external view returns (uint128) {
        return _stakes[provider].committed;
    }

    /// @inheritdoc IProviderStaking
    function thawOf(address provider) external view returns (uint128 thawing, uint40 thawedAt) {
        Stake storage stake = _stakes[provider];
        return (stake.thawing, stake.thawedAt);
    }

    /// @inheritdoc IProviderStaking
    function authorizationOf(
        address provider,
        address service
    ) external view returns (uint128 limit, uint128 maxPerLock, uint128 locked) {
        Authorization storage authorization = _authorizations[provider][service];
        return (authorization.limit, authorization.maxPerLock, authorization.locked);
    }

    /// @inheritdoc IProviderStaking
    function freeOf(address provider) public view returns (uint128) {
        return _stakes[provider].committed - _stakes[provider].allotted;
    }

    /// @dev Adds what the caller pays to a provider's free stake. Callers hold the guard.
    function _deposit(address provider, uint128 amount) private {
        // Check: the amount is not zero.
        require(amount != 0, ProviderStaking_AmountZero(provider));

        // Interaction first: only what arrived in full is credited, and the guard is held.
        uint256 received = _pull(token, amount);
        require(received == amount, ProviderStaking_UnexpectedReceipt(amount, received));

        // Effect: it is free at once.
        _stakes[provider].committed += amount;
        emit StakeDeposited(provider, msg.sender, amount);
    }

    /// @dev Empties the thawing bucket.
    function _takeThawing(address provider) private returns (uint128 amount) {
        Stake storage stake = _stakes[provider];
        amount = stake.thawing;
        require(amount != 0, ProviderStaking_NothingThawing(provider));
        stake.thawing = 0;
        stake.thawedAt = 0;
    }

    /// @dev Takes stake out of the calling service's lock.
    function _takeLocked(address provider, uint128 amount) private {
        Authorization storage authorization = _authorizations[provider][msg.sender];
        uint128 locked = authorization.locked;
        require(locked >= amount, ProviderStaking_InsufficientLocked(provider, msg.sender, locked, amount));
        // Cast not lossy: at most what was locked.
        authorization.locked = uint80(locked - amount);
    }

    /// @dev Reverts unless that much stake is free.
    function _requireFree(address provider, uint128 amount) private view {
        uint128 free = freeOf(provider);
        require(free >= amount, ProviderStaking_InsufficientFree(provider, free, amount));
    }

    /// @dev Reverts unless the caller owns the provider.
    function _requireOwner(address provider) private view {
        require(registry.ownerOf(provider) == msg.sender, ProviderStaking_NotOwner(provider, msg.sender));
    }
}
