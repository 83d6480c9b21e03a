// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title FaucetToken
/// @notice A permit ERC-20 that gives itself away, for local and test networks only. The tokens of a real deployment
/// are existing liquid ones.
contract FaucetToken is ERC20Permit {
    /// @notice The most that one call gives, in base units (18 decimals).
    uint256 public constant MAX_PER_CALL = 1_000_000e18;

    /// @notice This chain is neither local nor one of the named test networks.
    error FaucetToken_NotATestNetwork(uint256 chainId);

    /// @notice One call gives at most {MAX_PER_CALL}.
    error FaucetToken_TooMuch(uint256 amount, uint256 maximum);

    /// @param name The token's name.
    /// @param symbol The token's symbol.
    constructor(string memory name, string memory symbol) ERC20(name, symbol) ERC20Permit(name) {
        require(_isTestNetwork(block.chainid), FaucetToken_NotATestNetwork(block.chainid));
    }

    /// @notice Gives tokens to anyone who asks.
    /// @dev Callable by anyone. Emits ERC-20 {Transfer}. Requirements: at most {MAX_PER_CALL}.
    /// @param to The recipient.
    /// @param amount Base units.
    function mint(address to, uint256 amount) external {
        require(amount <= MAX_PER_CALL, FaucetToken_TooMuch(amount, MAX_PER_CALL));
        _mint(to, amount);
    }

    /// @dev Local development chains, then Sepolia, Hoodi, and the Sepolias of Base, Arbitrum and Optimism.
    function _isTestNetwork(uint256 chainId) private pure returns (bool) {
        return
            chainId == 31_337 ||
            chainId == 1_337 ||
            chainId == 11_155_111 ||
            chainId == 560_048 ||
            chainId == 84_532 ||
            chainId == 421_614 ||
            chainId == 11_155_420;
    }
}
