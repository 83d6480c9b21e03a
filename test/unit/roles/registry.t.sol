// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {MachineClaim, Profile} from "../../../contracts/types/Provider.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

contract RegistryRolesTest is RoleTable {
    function setUp() public {
        setUpRoles();
        vm.prank(owner);
        registry.offerOwnership(provider, named);
    }

    function test_Anyone() public {
        Row[] memory rows = new Row[](2);
        rows[0] = open("register", abi.encodeCall(IProviderRegistry.register, (_profile())));
        rows[1] = open("multicall", abi.encodeCall(IMulticall.multicall, (new bytes[](0))));
        requireRows(address(registry), rows);
    }

    function test_TheOwnerAlone() public {
        Row[] memory rows = new Row[](6);
        rows[0] = _row("updateProfile", abi.encodeCall(IProviderRegistry.updateProfile, (provider, _profile())));
        rows[1] = _row("offerOwnership", abi.encodeCall(IProviderRegistry.offerOwnership, (provider, stranger)));
        rows[2] = _row("setOperator", abi.encodeCall(IProviderRegistry.setOperator, (provider, stranger, true)));
        rows[3] = _row("setOperatorBound", _boundCall());
        rows[4] = _row("addMachine", _machineCall());
        rows[5] = _row("retireMachine", abi.encodeCall(IProviderRegistry.retireMachine, (provider, machineId)));
        requireRows(address(registry), rows);
    }

    function test_OthersOfTheProvider() public {
        Row[] memory rows = new Row[](2);
        rows[0] = Row(
            "acceptOwnership",
            abi.encodeCall(IProviderRegistry.acceptOwnership, (provider)),
            NAMED,
            _head(IProviderRegistry.ProviderRegistry_NotPendingOwner.selector),
            ""
        );
        rows[1] = Row(
            "raiseAuthEpoch",
            abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (provider)),
            OWNER | OPERATOR,
            _head(IProviderRegistry.ProviderRegistry_NotOperator.selector),
            ""
        );
        requireRows(address(registry), rows);
    }

    function _row(string memory name, bytes memory input) private view returns (Row memory) {
        return Row(name, input, OWNER, _head(IProviderRegistry.ProviderRegistry_NotOwner.selector), "");
    }

    function _head(bytes4 selector) private view returns (bytes memory) {
        return abi.encodeWithSelector(selector, provider);
    }

    function _profile() private view returns (Profile memory) {
        return Profile({payout: payout, encryptionKey: keccak256("another key"), endpoint: "http://other"});
    }

    function _boundCall() private view returns (bytes memory) {
        return abi.encodeCall(IProviderRegistry.setOperatorBound, (provider, address(payToken), stranger, 1));
    }

    function _machineCall() private view returns (bytes memory) {
        MachineClaim memory claim = MachineClaim("nvidia-h100", 8, 81_920, "us", keccak256("report"));
        return abi.encodeCall(IProviderRegistry.addMachine, (provider, claim));
    }
}
