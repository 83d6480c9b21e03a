// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title IPlainToken
/// @notice See PlainToken; FeeToken looks the same.
interface IPlainToken is IERC20 {
    function mint(address to, uint256 amount) external;
}

/// @title IFalseToken
/// @notice See FalseToken.
interface IFalseToken is IPlainToken {
    function setFails(bool failsNow) external;
}

/// @title ISilentToken
/// @notice See SilentToken. No ERC-20: its functions return nothing.
interface ISilentToken {
    function approve(address spender, uint256 amount) external;
    function balanceOf(address account) external view returns (uint256);
    function mint(address to, uint256 amount) external;
}

/// @title IReentrantToken
/// @notice See ReentrantToken.
interface IReentrantToken is IPlainToken {
    function answer() external view returns (bytes memory);
    function approveOwn(address spender, uint256 amount) external;
    function arm(address nextTarget, bytes calldata nextData) external;
    function called() external view returns (bool);
    function succeeded() external view returns (bool);
}

/// @title IToldAdjudicator
/// @notice See ToldAdjudicator.
interface IToldAdjudicator {
    enum Way {
        RETURN,
        REVERT,
        BURN,
        CALL,
        RETURN_BLOB,
        REVERT_BLOB
    }

    struct Note {
        uint64 calls;
        uint64 gasGiven;
        bool succeeded;
        bytes32 inputHash;
        bytes32 answerHash;
    }

    function noteOf(bytes4 selector) external view returns (Note memory);
    function tell(bytes4 selector, Way way, address target, bytes calldata data) external;
    function tellRulingOf(address market, bytes32 caseId, uint256 word) external;
}

/// @title IWallet
/// @notice See Wallet.
interface IWallet {
    function execute(address target, bytes calldata data) external;
}

/// @title IFickleWallet
/// @notice See FickleWallet, which also lists the answers.
interface IFickleWallet is IWallet {
    function setAnswer(uint8 newAnswer) external;
}

/// @title ISeatDraws
/// @notice See SeatDraws.
interface ISeatDraws {
    function draw(uint256 seed, uint256 count, uint256 needed) external pure returns (uint256[] memory places);
}
