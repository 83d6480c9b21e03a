// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title ReachCount
/// @notice How often each action was tried and did what it should, and how often each state was reached, in one run.
/// A name must be declared before it is counted, so that a misspelled one fails the run.
abstract contract ReachCount {
    using Strings for uint256;

    struct Count {
        bool declared;
        uint256 attempts;
        uint256 successes;
    }

    bytes32[] private _actions;
    bytes32[] private _states;
    mapping(bytes32 action => Count) private _counts;
    mapping(bytes32 state => Count) private _reached;

    /// @notice Declares what a handler counts. Both lists are names with a space between.
    function declare(string memory actions, string memory states) public {
        _declare(bytes(actions), _actions, _counts);
        _declare(bytes(states), _states, _reached);
    }

    /// @notice Counts a call. An attack succeeds by being refused.
    function count(bytes32 action, bool succeeded) external {
        Count storage counted = _counts[action];
        require(counted.declared, "undeclared action");
        ++counted.attempts;
        if (succeeded) ++counted.successes;
    }

    /// @notice Counts a state that was reached.
    function reach(bytes32 state) public {
        require(_reached[state].declared, "undeclared state");
        ++_reached[state].successes;
    }

    /// @notice The counts of this run, as one line of JSON.
    function report() external view returns (string memory line) {
        line = '{"actions":{';
        for (uint256 i; i < _actions.length; ++i) {
            Count storage counted = _counts[_actions[i]];
            line = string.concat(line, i == 0 ? '"' : ',"', text(_actions[i]), '":[', counted.attempts.toString(), ",");
            line = string.concat(line, counted.successes.toString(), "]");
        }
        line = string.concat(line, '},"states":{');
        for (uint256 i; i < _states.length; ++i) {
            line = string.concat(line, i == 0 ? '"' : ',"', text(_states[i]), '":');
            line = string.concat(line, _reached[_states[i]].successes.toString());
        }
        line = string.concat(line, "}}");
    }

    function _declare(bytes memory names, bytes32[] storage list, mapping(bytes32 => Count) storage counts) private {
        uint256 start;
        for (uint256 i; i <= names.length; ++i) {
            if (i != names.length && names[i] != " ") continue;
            bytes32 name;
            for (uint256 j = start; j < i; ++j) name |= bytes32(names[j]) >> (8 * (j - start));
            start = i + 1;
            if (name == 0 || counts[name].declared) continue;
            counts[name].declared = true;
            list.push(name);
        }
    }

    /// @notice A name as text.
    function text(bytes32 name) public pure returns (string memory) {
        uint256 length;
        while (length < 32 && name[length] != 0) ++length;
        bytes memory letters = new bytes(length);
        for (uint256 i; i < length; ++i) letters[i] = name[i];
        return string(letters);
    }
}
