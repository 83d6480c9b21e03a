// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";

/// @title HostileAdjudicator
/// @notice A test double: an adjudicator that meets each of its three calls in the mood that it was told.
contract HostileAdjudicator is IAdjudicator {
    enum Mood {
        OBEYS,
        REVERTS,
        BURNS,
        BOMBS
    }

    uint256 private constant BOMB_BYTES = 300_000;

    /// @notice The word that {rulingOf} answers.
    uint256 public word;
    /// @notice How many cases it took.
    uint256 public taken;

    Mood private _opening;
    Mood private _closing;
    Mood private _reading;

    error HostileAdjudicator_Refuses();

    function setMoods(Mood opening, Mood closing, Mood reading) external {
        _opening = opening;
        _closing = closing;
        _reading = reading;
    }

    function setWord(uint256 newWord) external {
        word = newWord;
    }

    function openCase(Case calldata) external {
        _meet(_opening);
        ++taken;
    }

    function closeCase(bytes32) external view {
        _meet(_closing);
    }

    /// @dev Answers any word, and in the mood for it hundreds of thousands of bytes behind it.
    function rulingOf(address, bytes32) external view returns (Ruling) {
        uint256 size = 32;
        if (_reading == Mood.BOMBS) size = BOMB_BYTES;
        else _meet(_reading);
        uint256 answer = word;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, answer)
            return(free, size)
        }
    }

    function _meet(Mood mood) private pure {
        require(mood != Mood.REVERTS, HostileAdjudicator_Refuses());
        if (mood == Mood.BURNS) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        if (mood == Mood.BOMBS) {
            assembly ("memory-safe") {
                revert(0, BOMB_BYTES)
            }
        }
    }
}
