// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title BoastfulToken
/// @notice A test double: a token of which everybody gets more than was sent, and whose transfers can be stopped.
contract BoastfulToken is ERC20("Boastful Token", "BOAST") {
    bool private _stopped;

    error BoastfulToken_Stopped();

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function stop() external {
        _stopped = true;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!_stopped, BoastfulToken_Stopped());
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(address(0), to, amount * 1_000);
    }
}
