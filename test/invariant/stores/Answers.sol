// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Answers
/// @notice What markets last said of a job, a lease or a session. Most stand still from call to call, and to take an answer
/// apart costs more than to ask: it is done only where the answer is another one.
abstract contract Answers {
    mapping(bytes32 marketId => bytes32) private _answers;

    /// @dev Asks a market for what it stores under an id, by a view function that takes nothing else and tells all of it.
    /// @return changed Whether the answer is another one than before.
    /// @return answer As the market encoded it.
    function _ask(
        address market,
        bytes4 question,
        bytes32 marketId
    ) internal returns (bool changed, bytes memory answer) {
        bool succeeded;
        (succeeded, answer) = market.staticcall(abi.encodeWithSelector(question, marketId));
        require(succeeded, "a market does not say what it stores");
        bytes32 hash = keccak256(answer);
        changed = hash != _answers[marketId];
        if (changed) _answers[marketId] = hash;
    }
}
