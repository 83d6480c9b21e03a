// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";

/// @title CallbackToken
/// @notice A hostile token: whenever the vault moves it, it calls back into the vault to have the same tokens counted
/// twice, or taken out twice.
contract CallbackToken is ERC20("Reentrant Token", "RE") {
    uint256 private constant BITE = 1_000;

    IPaymentVault private immutable _VAULT;
    address private immutable _ACCOMPLICE;
    bool private _inside;

    /// @notice How often it called back.
    uint256 public attempts;

    constructor(IPaymentVault vault, address accomplice) {
        _VAULT = vault;
        _ACCOMPLICE = accomplice;
        _mint(address(this), 1e30);
        _approve(address(this), address(vault), type(uint256).max);
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Gives the token a claim of its own, which it then tries to take out in the middle of others' calls.
    function depositOwn() external {
        _VAULT.deposit(this, BITE, address(this));
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_inside || msg.sender != address(_VAULT)) return;
        _inside = true;
        ++attempts;
        try _VAULT.deposit(this, BITE, _ACCOMPLICE) {} catch {}
        try _VAULT.withdraw(this, BITE, address(this)) {} catch {}
        _inside = false;
    }
}
