// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IPaymentVault} from "../../contracts/interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "../../contracts/interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {vm} from "./Vm.sol";

/// @title IFaucetToken
/// @notice What tests use of the token.
interface IFaucetToken is IERC20, IERC20Permit {
    error FaucetToken_NotATestNetwork(uint256 chainId);
    error FaucetToken_TooMuch(uint256 amount, uint256 maximum);
    function MAX_PER_CALL() external view returns (uint256);
    function mint(address to, uint256 amount) external;
}

/// @title Deployed
/// @notice The suite as it ships: tests import interfaces and deploy the shipped bytecode.
abstract contract Deployed {
    uint40 internal constant THAW_SECONDS = 7 days;

    IFaucetToken internal payToken;
    IFaucetToken internal stakeToken;
    IProviderRegistry internal registry;
    IProviderStaking internal staking;
    IPaymentVault internal vault;
    IJobEscrow internal escrow;

    /// @dev Deploys everything, at a time and block that are not zero.
    function deployAll() internal {
        vm.warp(1_800_000_000);
        vm.roll(1_000);
        payToken = IFaucetToken(deploy("FaucetToken", abi.encode("Pay Token", "PAY")));
        stakeToken = IFaucetToken(deploy("FaucetToken", abi.encode("Stake Token", "STK")));
        registry = IProviderRegistry(deploy("ProviderRegistry", ""));
        staking = IProviderStaking(deploy("ProviderStaking", abi.encode(stakeToken, registry, THAW_SECONDS)));
        vault = IPaymentVault(deploy("PaymentVault", ""));
        escrow = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
    }

    /// @dev Deploys an artifact by name, or reverts with the constructor's revert data.
    function deploy(string memory artifact, bytes memory arguments) internal returns (address deployed) {
        bytes memory code = bytes.concat(vm.getCode(artifact), arguments);
        assembly {
            deployed := create(0, add(code, 0x20), mload(code))
            if iszero(deployed) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    /// @dev The ERC-6909 id of a token.
    function idOf(IERC20 token) internal pure returns (uint256) {
        return uint256(uint160(address(token)));
    }
}
