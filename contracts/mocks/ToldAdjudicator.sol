// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../interfaces/IAdjudicator.sol";

/// @title ToldAdjudicator
/// @notice A test double: whatever function is called, it does what it was told to do there, and notes how it was
/// called.
contract ToldAdjudicator {
    /// @notice What it does when it is called.
    /// @custom:value0 RETURN Returns the data, word for word; nothing unless told.
    /// @custom:value1 REVERT Reverts with the data.
    /// @custom:value2 BURN Uses up all gas that it was given.
    /// @custom:value3 CALL Calls the target with the data, then returns a one.
    /// @custom:value4 RETURN_BLOB Returns a one and a very long tail.
    /// @custom:value5 REVERT_BLOB Reverts with the same.
    enum Way {
        RETURN,
        REVERT,
        BURN,
        CALL,
        RETURN_BLOB,
        REVERT_BLOB
    }

    /// @notice What it was told to do.
    struct Orders {
        Way way;
        address target;
        bytes data;
    }

    /// @notice How it was called, and what became of its own call.
    struct Note {
        uint64 calls;
        uint64 gasGiven;
        bool succeeded;
        bytes32 inputHash;
        bytes32 answerHash;
    }

    uint256 private constant BLOB_LENGTH = 150_000;

    mapping(bytes4 selector => Orders) private _orders;
    mapping(bytes4 selector => Note) private _notes;
    mapping(bytes32 inputHash => uint256 word) private _rulings;

    /// @notice Does what it was told, for any function but its own.
    // solhint-disable-next-line no-complex-fallback
    fallback() external {
        uint256 gasGiven = gasleft();
        Orders storage orders = _orders[msg.sig];
        bool isView = msg.sig == IAdjudicator.rulingOf.selector;
        if (!isView) _note(gasGiven);
        if (orders.way == Way.BURN) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        if (orders.way == Way.CALL) {
            // Half of the gas: a forbidden write would use up all that it gets.
            (bool succeeded, bytes memory answer) = orders.target.call{gas: gasleft() / 2}(orders.data);
            if (!isView) {
                _notes[msg.sig].succeeded = succeeded;
                _notes[msg.sig].answerHash = keccak256(answer);
            }
            _end(false, abi.encode(1));
        }
        uint256 word = _rulings[keccak256(msg.data)];
        if (word != 0) _end(false, abi.encode(word));
        bool blob = orders.way == Way.RETURN_BLOB || orders.way == Way.REVERT_BLOB;
        _end(orders.way == Way.REVERT || orders.way == Way.REVERT_BLOB, blob ? _blob() : orders.data);
    }

    /// @notice Sets what is done when a function is called.
    /// @param selector The function.
    /// @param way What to do.
    /// @param target Whom to call.
    /// @param data What to return, revert with or call.
    function tell(bytes4 selector, Way way, address target, bytes calldata data) external {
        _orders[selector] = Orders(way, target, data);
    }

    /// @notice Sets the answer to one question for a ruling.
    /// @param market The market that asks.
    /// @param caseId The case.
    /// @param word The answer.
    function tellRulingOf(address market, bytes32 caseId, uint256 word) external {
        _rulings[keccak256(abi.encodeCall(IAdjudicator.rulingOf, (market, caseId)))] = word;
    }

    /// @notice How a function was called.
    /// @param selector The function.
    function noteOf(bytes4 selector) external view returns (Note memory) {
        return _notes[selector];
    }

    function _note(uint256 gasGiven) private {
        Note storage note = _notes[msg.sig];
        ++note.calls;
        note.gasGiven = uint64(gasGiven);
        note.inputHash = keccak256(msg.data);
    }

    function _blob() private pure returns (bytes memory blob) {
        blob = new bytes(BLOB_LENGTH);
        blob[31] = 0x01;
    }

    function _end(bool reverts, bytes memory data) private pure {
        assembly ("memory-safe") {
            if reverts {
                revert(add(data, 0x20), mload(data))
            }
            return(add(data, 0x20), mload(data))
        }
    }
}
