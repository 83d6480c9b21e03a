// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SilentToken
/// @notice A test double: a token from before ERC-20 was final, whose transfers return nothing, and which takes any
/// call that it does not know without a word, so that its permit is a phantom.
contract SilentToken {
    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    /// @notice Swallows every unknown call, permit too.
    fallback() external {}

    /// @notice Gives tokens to anyone who asks.
    /// @param to The recipient.
    /// @param amount Base units.
    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    /// @notice Sets an allowance.
    /// @param spender Who may spend.
    /// @param amount Base units.
    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    /// @notice Moves tokens, and returns nothing.
    /// @param to The recipient.
    /// @param amount Base units.
    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    /// @notice Moves tokens of somebody else, and returns nothing.
    /// @param from The owner.
    /// @param to The recipient.
    /// @param amount Base units.
    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}
