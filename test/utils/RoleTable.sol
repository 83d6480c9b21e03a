// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DisputeFixture} from "./DisputeFixture.sol";
import {vm} from "./Vm.sol";

/// @title RoleTable
/// @notice Who may call what, as rows: docs/protocol.md has the same table in words. Every cell is tried: the call goes
/// through, or it reverts with the error of the role and nothing else.
abstract contract RoleTable is DisputeFixture {
    /// @dev A bit each. NAMED is whoever the row's third party is: a pending owner, a spender, a key, a case's market.
    uint256 internal constant OWNER = 1;
    uint256 internal constant OPERATOR = 2;
    uint256 internal constant CLIENT = 4;
    uint256 internal constant SERVICE = 8;
    uint256 internal constant NAMED = 16;
    uint256 internal constant STRANGER = 32;
    uint256 internal constant ANYONE = 63;
    uint256 internal constant ROLES = 6;
    uint128 internal constant CLAIM = 100e18;

    address internal service = address(uint160(0x9a9b1));
    address internal named = address(uint160(0x9a9b2));

    /// @dev A function of a contract and who may call it.
    /// @param may The roles, as a bitmap.
    /// @param head What the revert data for everybody else has before the caller.
    /// @param tail What it has after the caller.
    struct Row {
        string name;
        bytes input;
        uint256 may;
        bytes head;
        bytes tail;
    }

    /// @dev Gives everybody money, and the service a part of the stake.
    function setUpRoles() internal {
        setUpDisputes();
        vm.label(service, "service");
        vm.label(named, "named");
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) {
            fund(actors[i], CLAIM);
            payToken.mint(actors[i], CLAIM);
            stakeToken.mint(actors[i], CLAIM);
            vm.startPrank(actors[i]);
            payToken.approve(address(vault), CLAIM);
            stakeToken.approve(address(staking), CLAIM);
            vault.approve(address(escrow), idOf(payToken), type(uint256).max);
            vm.stopPrank();
        }
        vm.prank(owner);
        staking.authorize(provider, service, 4 * CLAIM, CLAIM);
        vm.prank(service);
        staking.lock(provider, CLAIM);
    }

    function actorsOfTable() internal view returns (address[ROLES] memory) {
        return [owner, operator, client, service, named, stranger];
    }

    /// @dev A row that anyone may call.
    function open(string memory name, bytes memory input) internal pure returns (Row memory) {
        return Row(name, input, ANYONE, "", "");
    }

    /// @dev Tries every cell of the rows, each on the same state.
    function requireRows(address target, Row[] memory rows) internal {
        for (uint256 i; i < rows.length; ++i) requireRow(target, rows[i]);
    }

    function requireRow(address target, Row memory row) internal {
        string[ROLES] memory names = ["owner", "operator", "client", "service", "named", "stranger"];
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) {
            string memory label = string.concat(row.name, " by the ", names[i]);
            bytes memory expected = bytes.concat(row.head, abi.encode(actors[i]), row.tail);
            uint256 snapshot = vm.snapshotState();
            vm.prank(actors[i]);
            (bool succeeded, bytes memory answer) = target.call(row.input);
            if ((row.may >> i) & 1 == 0) {
                assertFalse(succeeded, label);
                assertEq(answer, expected, label);
            } else {
                if (!succeeded) assertEq(answer, "", label);
                assertTrue(succeeded, label);
            }
            vm.revertToState(snapshot);
        }
    }
}
