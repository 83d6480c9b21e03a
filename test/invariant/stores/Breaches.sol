// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Breaches
/// @notice What handlers saw in the middle of a call that an invariant forbids. A handler cannot fail by itself, so the
/// invariant of that number reads it afterwards.
abstract contract Breaches {
    mapping(uint256 invariantNumber => string) private _firstBreach;
    string private _firstOfAny;

    /// @notice Notes what broke an invariant; the first note is kept.
    function breach(uint256 invariantNumber, string memory what) public {
        if (bytes(_firstBreach[invariantNumber]).length == 0) _firstBreach[invariantNumber] = what;
        if (bytes(_firstOfAny).length == 0) _firstOfAny = what;
    }

    /// @notice Reverts with the first breach of an invariant, if there was one; else with one of another, since every
    /// run makes the same moves and each should count.
    function requireUnbroken(uint256 invariantNumber) external view {
        string memory what = _firstBreach[invariantNumber];
        require(bytes(what).length == 0, what);
        require(bytes(_firstOfAny).length == 0, _firstOfAny);
    }
}
