// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {IProviderRegistry} from "./interfaces/IProviderRegistry.sol";
import {Machine, MachineClaim, Profile} from "./types/Provider.sol";

/// @title ProviderRegistry
/// @notice See {IProviderRegistry}.
contract ProviderRegistry is IProviderRegistry, Multicall {
    struct Provider {
        // slot 0: 232 of 256 bits; what a market reads when it opens a job
        address payout;
        uint32 authEpoch;
        uint40 profileBlock;
        // slot 1: 160 of 256 bits
        address owner;
        // slot 2
        bytes32 encryptionKey;
    }

    mapping(address provider => Provider stored) private _providers;
    mapping(address provider => address pendingOwner) private _pendingOwners;
    mapping(address provider => mapping(address key => bool)) private _operators;
    mapping(address provider => mapping(address token => mapping(address adjudicator => uint128 minRatePerSecond)))
        private _operatorBounds;
    mapping(address provider => mapping(bytes32 machineId => Machine)) private _machines;

    modifier onlyOwner(address provider) {
        _requireOwner(provider);
        _;
    }

    /// @inheritdoc IProviderRegistry
    function register(Profile calldata profile) external {
        // Check: one address is one provider.
        address provider = msg.sender;
        require(_providers[provider].owner == address(0), ProviderRegistry_AlreadyRegistered(provider));

        // Effect: the first epoch is 1, so that an offer with an empty epoch is never valid.
        _providers[provider].owner = provider;
        emit ProviderRegistered(provider);
        _raiseAuthEpoch(provider);
        _setProfile(provider, profile);
    }

    /// @inheritdoc IProviderRegistry
    function updateProfile(address provider, Profile calldata profile) external onlyOwner(provider) {
        _setProfile(provider, profile);
    }

    /// @inheritdoc IProviderRegistry
    function offerOwnership(address provider, address pendingOwner) external onlyOwner(provider) {
        _pendingOwners[provider] = pendingOwner;
        emit OwnershipOffered(provider, msg.sender, pendingOwner);
    }

    /// @inheritdoc IProviderRegistry
    function acceptOwnership(address provider) external {
        // Check: the caller was offered the provider.
        require(
            msg.sender == _pendingOwners[provider] && msg.sender != address(0),
            ProviderRegistry_NotPendingOwner(provider, msg.sender)
        );

        // Effect: what was signed so far dies; operators and their bounds stay until the new owner removes them.
        address previousOwner = _providers[provider].owner;
        delete _pendingOwners[provider];
        _providers[provider].owner = msg.sender;
        emit OwnershipTransferred(provider, previousOwner, msg.sender);
        _raiseAuthEpoch(provider);
    }

    /// @inheritdoc IProviderRegistry
    function setOperator(address provider, address operator, bool allowed) external onlyOwner(provider) {
        // Check: the call changes something, so that a removal by mistake does not void offers.
        require(
            _operators[provider][operator] != allowed,
            ProviderRegistry_OperatorUnchanged(provider, operator, allowed)
        );

        // Effect: what a removed key signed dies with it.
        _operators[provider][operator] = allowed;
        emit OperatorSet(provider, operator, allowed);
        if (!allowed) _raiseAuthEpoch(provider);
    }

    /// @inheritdoc IProviderRegistry
    function setOperatorBound(
        address provider,
        address token,
        address adjudicator,
        uint128 minRatePerSecond
    ) external onlyOwner(provider) {
        uint128 before = _operatorBounds[provider][token][adjudicator];
        bool tightened = before != 0 && (minRatePerSecond == 0 || minRatePerSecond > before);

        // Effect: an offer below the new bound may be signed already, and its signature remembered by a market.
        _operatorBounds[provider][token][adjudicator] = minRatePerSecond;
        emit OperatorBoundSet(provider, token, adjudicator, minRatePerSecond);
        if (tightened) _raiseAuthEpoch(provider);
    }

    /// @inheritdoc IProviderRegistry
    function raiseAuthEpoch(address provider) external {
        require(canOperate(provider, msg.sender), ProviderRegistry_NotOperator(provider, msg.sender));
        _raiseAuthEpoch(provider);
    }

    /// @inheritdoc IProviderRegistry
    function addMachine(
        address provider,
        MachineClaim calldata claim
    ) external onlyOwner(provider) returns (bytes32 machineId) {
        // Check: the claim says something, and says it for the first time.
        require(
            claim.gpuModel != 0 && claim.gpuCount != 0 && claim.vramMib != 0,
            ProviderRegistry_MachineClaimInvalid(provider, claim.gpuModel, claim.gpuCount, claim.vramMib)
        );
        machineId = keccak256(abi.encode(provider, claim));
        require(_machines[provider][machineId].addedBlock == 0, ProviderRegistry_MachineExists(provider, machineId));

        // Effect: store what markets compare; the digest of the report stays in the log.
        _machines[provider][machineId] = Machine({
            gpuModel: claim.gpuModel,
            gpuCount: claim.gpuCount,
            vramMib: claim.vramMib,
            region: claim.region,
            addedBlock: uint40(block.number),
            retiredAt: 0
        });
        emit MachineAdded(provider, machineId, claim);
    }

    /// @inheritdoc IProviderRegistry
    function retireMachine(address provider, bytes32 machineId) external onlyOwner(provider) {
        Machine storage machine = _machines[provider][machineId];
        require(
            machine.addedBlock != 0 && machine.retiredAt == 0,
            ProviderRegistry_MachineNotActive(provider, machineId)
        );
        machine.retiredAt = uint40(block.timestamp);
        emit MachineRetired(provider, machineId);
    }

    /// @inheritdoc IProviderRegistry
    function ownerOf(address provider) external view returns (address owner) {
        return _providers[provider].owner;
    }

    /// @inheritdoc IProviderRegistry
    function pendingOwnerOf(address provider) external view returns (address pendingOwner) {
        return _pendingOwners[provider];
    }

    /// @inheritdoc IProviderRegistry
    function isOperator(address provider, address key) external view returns (bool) {
        return _operators[provider][key];
    }

    /// @inheritdoc IProviderRegistry
    function canPromise(
        address provider,
        address key,
        address token,
        address adjudicator,
        uint128 ratePerSecond
    ) external view returns (bool) {
        if (key == address(0)) return false;
        if (key == _providers[provider].owner) return true;
        uint128 minRatePerSecond = _operatorBounds[provider][token][adjudicator];
        return _operators[provider][key] && minRatePerSecond != 0 && ratePerSecond >= minRatePerSecond;
    }

    /// @inheritdoc IProviderRegistry
    function operatorBoundOf(
        address provider,
        address token,
        address adjudicator
    ) external view returns (uint128 minRatePerSecond) {
        return _operatorBounds[provider][token][adjudicator];
    }

    /// @inheritdoc IProviderRegistry
    function authEpochOf(address provider) external view returns (uint32 authEpoch) {
        return _providers[provider].authEpoch;
    }

    /// @inheritdoc IProviderRegistry
    function payoutOf(address provider) external view returns (address payout) {
        return _providers[provider].payout;
    }

    /// @inheritdoc IProviderRegistry
    function standingOf(address provider) external view returns (uint32 authEpoch, address payout) {
        Provider storage stored = _providers[provider];
        return (stored.authEpoch, stored.payout);
    }

    /// @inheritdoc IProviderRegistry
    function encryptionKeyOf(address provider) external view returns (bytes32 encryptionKey) {
        return _providers[provider].encryptionKey;
    }

    /// @inheritdoc IProviderRegistry
    function profileBlockOf(address provider) external view returns (uint40 profileBlock) {
        return _providers[provider].profileBlock;
    }

    /// @inheritdoc IProviderRegistry
    function machineOf(address provider, bytes32 machineId) external view returns (Machine memory machine) {
        return _machines[provider][machineId];
    }

    /// @inheritdoc IProviderRegistry
    function machineMeets(
        address provider,
        bytes32 machineId,
        bytes32 gpuModel,
        uint16 minGpuCount,
        uint32 minVramMib,
        bytes8 region
    ) external view returns (bool) {
        Machine storage machine = _machines[provider][machineId];
        return
            machine.addedBlock != 0 &&
            machine.retiredAt == 0 &&
            machine.gpuCount >= minGpuCount &&
            machine.vramMib >= minVramMib &&
            (gpuModel == 0 || gpuModel == machine.gpuModel) &&
            _covers(region, machine.region);
    }

    /// @inheritdoc IProviderRegistry
    function canOperate(address provider, address key) public view returns (bool) {
        if (_operators[provider][key]) return true;
        return key != address(0) && key == _providers[provider].owner;
    }

    /// @dev Stores and announces a profile.
    function _setProfile(address provider, Profile calldata profile) private {
        require(profile.payout != address(0), ProviderRegistry_PayoutZero(provider));
        require(profile.encryptionKey != 0, ProviderRegistry_EncryptionKeyZero(provider));

        Provider storage stored = _providers[provider];
        stored.payout = profile.payout;
        stored.encryptionKey = profile.encryptionKey;
        stored.profileBlock = uint40(block.number);
        emit ProfileUpdated(provider, profile.payout, profile.encryptionKey, profile.endpoint);
    }

    /// @dev Voids what was signed for the provider so far.
    function _raiseAuthEpoch(address provider) private {
        uint32 authEpoch = ++_providers[provider].authEpoch;
        emit AuthEpochRaised(provider, authEpoch);
    }

    /// @dev Reverts unless the caller owns the provider.
    function _requireOwner(address provider) private view {
        address owner = _providers[provider].owner;
        require(owner != address(0), ProviderRegistry_NotRegistered(provider));
        require(msg.sender == owner, ProviderRegistry_NotOwner(provider, msg.sender));
    }

    /// @dev Zero covers everything, a region itself, and a country its subdivisions.
    function _covers(bytes8 asked, bytes8 actual) private pure returns (bool) {
        if (asked == 0 || asked == actual) return true;
        return asked == bytes2(asked) && bytes2(actual) == bytes2(asked) && actual[2] == "-";
    }
}
