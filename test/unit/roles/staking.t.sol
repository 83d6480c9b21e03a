// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

contract StakingRolesTest is RoleTable {
    uint128 private constant AMOUNT = 10e18;

    /// @dev Some stake has thawed, and everybody has a claim from a slash.
    function setUp() public {
        setUpRoles();
        vm.prank(owner);
        staking.startThaw(provider, AMOUNT);
        vm.warp(block.timestamp + THAW_SECONDS);
        address[ROLES] memory actors = actorsOfTable();
        address[] memory recipients = new address[](ROLES);
        uint128[] memory amounts = new uint128[](ROLES);
        for (uint256 i; i < ROLES; ++i) (recipients[i], amounts[i]) = (actors[i], 1);
        vm.prank(service);
        staking.slash(provider, AMOUNT, recipients, amounts);
    }

    function test_Anyone() public {
        Row[] memory rows = new Row[](5);
        rows[0] = open("deposit", abi.encodeCall(IProviderStaking.deposit, (provider, AMOUNT)));
        rows[1] = open(
            "depositWithPermit",
            abi.encodeCall(IProviderStaking.depositWithPermit, (provider, AMOUNT, 0, 27, 0, 0))
        );
        rows[2] = open("withdrawClaim", abi.encodeCall(IProviderStaking.withdrawClaim, (stranger)));
        rows[3] = open("burn", abi.encodeCall(IProviderStaking.burn, ()));
        rows[4] = open("multicall", abi.encodeCall(IMulticall.multicall, (new bytes[](0))));
        requireRows(address(staking), rows);
    }

    function test_TheOwnerAlone() public {
        Row[] memory rows = new Row[](4);
        rows[0] = _ownerRow(
            "authorize",
            abi.encodeCall(IProviderStaking.authorize, (provider, stranger, AMOUNT, AMOUNT))
        );
        rows[1] = _ownerRow("startThaw", abi.encodeCall(IProviderStaking.startThaw, (provider, AMOUNT)));
        rows[2] = _ownerRow("cancelThaw", abi.encodeCall(IProviderStaking.cancelThaw, (provider)));
        rows[3] = _ownerRow("withdraw", abi.encodeCall(IProviderStaking.withdraw, (provider, stranger)));
        requireRows(address(staking), rows);
    }

    /// @dev Everybody else is a service without a part of the stake.
    function test_AuthorizedServicesAlone() public {
        bytes memory slashInput = abi.encodeCall(
            IProviderStaking.slash,
            (provider, AMOUNT, new address[](0), new uint128[](0))
        );
        Row[] memory rows = new Row[](3);
        rows[0] = _serviceRow("lock", abi.encodeCall(IProviderStaking.lock, (provider, AMOUNT)));
        rows[0].head = abi.encodeWithSelector(IProviderStaking.ProviderStaking_LockTooLarge.selector, provider);
        rows[0].tail = abi.encode(AMOUNT, uint128(0));
        rows[1] = _serviceRow("release", abi.encodeCall(IProviderStaking.release, (provider, AMOUNT)));
        rows[2] = _serviceRow("slash", slashInput);
        requireRows(address(staking), rows);
    }

    function _ownerRow(string memory name, bytes memory input) private view returns (Row memory) {
        bytes memory head = abi.encodeWithSelector(IProviderStaking.ProviderStaking_NotOwner.selector, provider);
        return Row(name, input, OWNER, head, "");
    }

    function _serviceRow(string memory name, bytes memory input) private view returns (Row memory) {
        bytes4 selector = IProviderStaking.ProviderStaking_InsufficientLocked.selector;
        return Row(name, input, SERVICE, abi.encodeWithSelector(selector, provider), abi.encode(uint128(0), AMOUNT));
    }
}
