// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPaymentVault} from "./IPaymentVault.sol";

/// @title IVaultHolder
/// @notice A contract that holds other people's money, as claims of its own in the payment vault.
interface IVaultHolder {
    /// @notice Where prices, deposits and fees are held.
    function vault() external view returns (IPaymentVault);
}
