// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";

/// @title FickleWallet
/// @notice A test double: a contract account that gives any ERC-1271 answer that it is told to, and changes its mind.
contract FickleWallet {
    using Address for address;

    /// @notice What the account says to every signature.
    /// @custom:value0 NO Another value than the magic one.
    /// @custom:value1 YES The magic value.
    /// @custom:value2 REVERT The magic value, as revert data.
    /// @custom:value3 BURN Nothing, after all gas.
    /// @custom:value4 EMPTY Nothing.
    /// @custom:value5 SHORT The magic value, a byte short of a word.
    /// @custom:value6 DIRTY The magic value, with a bit after its four bytes.
    /// @custom:value7 TRUE The number one.
    /// @custom:value8 FLOOD A hundred thousand zeros.
    enum Answer {
        NO,
        YES,
        REVERT,
        BURN,
        EMPTY,
        SHORT,
        DIRTY,
        TRUE,
        FLOOD
    }

    /// @notice What the account says.
    Answer public answer;

    /// @notice Sets what the account says.
    function setAnswer(Answer newAnswer) external {
        answer = newAnswer;
    }

    /// @notice Makes a call as the account, for anybody, and hands a revert on.
    /// @param target Whom to call.
    /// @param data What to call.
    function execute(address target, bytes calldata data) external {
        target.functionCall(data);
    }

    /// @notice See {IERC1271}.
    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4 magicValue) {
        Answer told = answer;
        bytes32 word = this.isValidSignature.selector;
        if (told == Answer.NO) return 0xffffffff;
        if (told == Answer.YES) return this.isValidSignature.selector;
        if (told == Answer.TRUE) word = bytes32(uint256(1));
        if (told == Answer.DIRTY) word |= bytes32(uint256(1) << 223);
        uint256 length = 32;
        if (told == Answer.EMPTY) length = 0;
        if (told == Answer.SHORT) length = 31;
        if (told == Answer.FLOOD) (word, length) = (0, 100_000);
        bool burns = told == Answer.BURN;
        bool reverts = told == Answer.REVERT;
        assembly {
            if burns {
                invalid()
            }
            mstore(0, word)
            if reverts {
                revert(0, 32)
            }
            return(0, length)
        }
    }
}
