// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPaymentVault} from "../interfaces/IPaymentVault.sol";
import {IVaultHolder} from "../interfaces/IVaultHolder.sol";

/// @title VaultHolder
/// @notice See {IVaultHolder}. How a market, a court or an adjudicator takes claims and gives them.
/// @dev A case's fee comes by the market's {_pay}; whoever judges sees it in {_holding}.
abstract contract VaultHolder is IVaultHolder {
    /// @inheritdoc IVaultHolder
    IPaymentVault public immutable vault;

    /// @param paymentVault Where prices, deposits and fees are held.
    constructor(IPaymentVault paymentVault) {
        vault = paymentVault;
    }

    /// @dev Makes a part of somebody's claim this contract's, which must have the payer's allowance or be its operator.
    function _collect(address payer, address token, uint256 amount) internal {
        vault.transferFrom(payer, address(this), _claimOf(token), amount);
    }

    /// @dev Makes a part of this contract's claim somebody's.
    function _pay(address payee, address token, uint256 amount) internal {
        vault.transfer(payee, _claimOf(token), amount);
    }

    /// @dev What this contract holds of a token.
    function _holding(address token) internal view returns (uint256 amount) {
        return vault.balanceOf(address(this), _claimOf(token));
    }

    /// @dev The vault's number of claims on a token.
    function _claimOf(address token) private pure returns (uint256 id) {
        return uint256(uint160(token));
    }
}
