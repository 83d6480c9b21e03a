// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title FeeToken
/// @notice A test double: an ERC-20 that burns a fee of every transfer, so that less arrives than was sent.
contract FeeToken is PlainToken {
    uint256 private constant ALL_BPS = 10_000;

    /// @notice The fee in hundredths of a percent of what is sent; 10,000 takes it all.
    uint256 public immutable feeBps;

    /// @param feeBasisPoints The fee in hundredths of a percent, at most 10,000.
    constructor(uint256 feeBasisPoints) {
        feeBps = feeBasisPoints;
    }

    /// @dev A mint and a burn cost nothing.
    function _update(address from, address to, uint256 amount) internal override {
        bool isTransfer = from != address(0) && to != address(0);
        uint256 fee = isTransfer ? (amount * feeBps) / ALL_BPS : 0;
        super._update(from, to, amount - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}
