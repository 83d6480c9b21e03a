// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../utils/Vm.sol";

/// @title ICampaign
/// @notice What every test contract with an invariant has.
interface ICampaign {
    function setUp() external;
    function afterInvariant() external;
    function handlerNamed(string calldata name) external view returns (address);
}

/// @title Replay
/// @notice Repeats a sequence of moves that broke an invariant, and looks at the invariant after each. The campaign's code
/// runs in this contract's place, which has no storage of its own: so the set-up deploys everything to the addresses that
/// it had, on which a jury's draw depends.
abstract contract Replay {
    address private constant CAMPAIGN = address(uint160(uint256(keccak256("campaign"))));
    bytes4 private immutable _INVARIANT;

    /// @param campaign The test contract that has the invariant.
    /// @param invariant The invariant's function, with parentheses.
    constructor(string memory campaign, string memory invariant) {
        _INVARIANT = bytes4(keccak256(bytes(invariant)));
        vm.etch(CAMPAIGN, vm.getDeployedCode(campaign));
    }

    function setUp() external {
        _run(abi.encodeCall(ICampaign.setUp, ()));
    }

    /// @dev A move as the fuzzer made it.
    function _move(string memory handler, string memory name, uint256 seed, address sender) internal {
        bytes memory found = _run(abi.encodeCall(ICampaign.handlerNamed, (handler)));
        address target = abi.decode(found, (address));
        require(target != address(0), "there is no such handler any more");
        vm.prank(sender);
        (bool succeeded, bytes memory result) = target.call(abi.encodeWithSignature(name, seed));
        _requireDone(succeeded, result);
        _run(abi.encodePacked(_INVARIANT));
    }

    /// @dev What is done where a run stops.
    function _end() internal {
        _run(abi.encodeCall(ICampaign.afterInvariant, ()));
    }

    function _run(bytes memory data) private returns (bytes memory result) {
        bool succeeded;
        (succeeded, result) = CAMPAIGN.delegatecall(data);
        _requireDone(succeeded, result);
    }

    function _requireDone(bool succeeded, bytes memory result) private pure {
        if (succeeded) return;
        assembly ("memory-safe") {
            revert(add(result, 0x20), mload(result))
        }
    }
}
