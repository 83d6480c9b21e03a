// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";

/// @notice What the adjudicator does when it is called.
/// @custom:value0 SILENT Nothing.
/// @custom:value1 REVERTING It reverts with much data.
/// @custom:value2 BURNING It burns all gas that it gets.
/// @custom:value3 PLOTTING It calls back, and swallows every refusal.
enum Mood {
    SILENT,
    REVERTING,
    BURNING,
    PLOTTING
}

/// @notice What the adjudicator says when it is asked; it may say something else the next time.
/// @custom:value0 NOTHING That there is no ruling.
/// @custom:value1 RIGHT The provider is right.
/// @custom:value2 WRONG The provider is wrong.
/// @custom:value3 LENGTHY The provider is right, with a hundred kilobytes behind it.
/// @custom:value4 UNKNOWN A ruling that there is not.
/// @custom:value5 SHORT One byte less than a word.
/// @custom:value6 DIRTY The provider is right, with a bit where none belongs.
/// @custom:value7 COSTLY Nothing, at the price of all gas.
/// @custom:value8 REFUSING A revert.
enum Answer {
    NOTHING,
    RIGHT,
    WRONG,
    LENGTHY,
    UNKNOWN,
    SHORT,
    DIRTY,
    COSTLY,
    REFUSING
}

/// @title MoodyAdjudicator
/// @notice An adjudicator that does whatever hurts, and keeps every fee.
contract MoodyAdjudicator is IAdjudicator {
    Mood public mood;
    Answer public answer;

    /// @notice How many calls back got through.
    uint256 public through;

    address private _target;
    bytes[] private _plot;

    function setMood(Mood newMood) external {
        mood = newMood;
    }

    function setAnswer(Answer newAnswer) external {
        answer = newAnswer;
    }

    /// @notice What it calls when it is called.
    function setPlot(address target, bytes[] calldata calls) external {
        _target = target;
        delete _plot;
        for (uint256 i; i < calls.length; ++i) _plot.push(calls[i]);
        through = 0;
    }

    function openCase(Case calldata) external {
        _behave();
    }

    function closeCase(bytes32) external {
        _behave();
    }

    function rulingOf(address, bytes32) external view returns (Ruling) {
        Answer said = answer;
        uint256 length =
            said == Answer.LENGTHY
                ? 100_000
                : said == Answer.SHORT
                    ? 31
                    : 32;
        uint256 word = 1;
        if (said == Answer.NOTHING) word = 0;
        if (said == Answer.WRONG) word = 2;
        if (said == Answer.UNKNOWN) word = 3;
        if (said == Answer.SHORT) word = 1 << 8;
        if (said == Answer.DIRTY) word |= 1 << 255;
        require(said != Answer.REFUSING, "no");
        if (said == Answer.COSTLY) _burn();
        assembly {
            mstore(0, word)
            return(0, length)
        }
    }

    function _behave() private {
        if (mood == Mood.REVERTING) {
            assembly {
                revert(0, 100000)
            }
        }
        if (mood == Mood.BURNING) _burn();
        if (mood != Mood.PLOTTING) return;
        for (uint256 i; i < _plot.length; ++i) {
            (bool succeeded, ) = _target.call(_plot[i]);
            if (succeeded) ++through;
        }
    }

    function _burn() private view {
        while (gasleft() > 0) {}
    }
}
