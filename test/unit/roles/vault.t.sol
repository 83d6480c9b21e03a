// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {Allowance, TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

contract VaultRolesTest is RoleTable {
    uint256 private constant SAVER_KEY = 0x9906;
    uint256 private constant AMOUNT = 1e18;

    address private _saver = vm.addr(SAVER_KEY);
    uint256 private _id;

    /// @dev Somebody who allowed the named account to spend a claim, and to send it home.
    function setUp() public {
        setUpRoles();
        _id = idOf(payToken);
        fund(_saver, CLAIM);
        vm.startPrank(_saver);
        vault.approve(named, _id, AMOUNT);
        vault.setWithdrawer(named, true);
        vm.stopPrank();
    }

    /// @dev Each with its own tokens and its own claim.
    function test_Anyone() public {
        Row[] memory rows = new Row[](9);
        rows[0] = open("deposit", abi.encodeCall(IPaymentVault.deposit, (payToken, AMOUNT, stranger)));
        rows[1] = open(
            "depositWithPermit",
            abi.encodeCall(IPaymentVault.depositWithPermit, (payToken, AMOUNT, stranger, 0, 27, 0, 0))
        );
        rows[2] = open("withdraw", abi.encodeCall(IPaymentVault.withdraw, (payToken, AMOUNT, stranger)));
        rows[3] = open("setWithdrawer", abi.encodeCall(IPaymentVault.setWithdrawer, (stranger, true)));
        rows[4] = open("approve", abi.encodeCall(IERC6909.approve, (stranger, _id, AMOUNT)));
        rows[5] = open("transfer", abi.encodeCall(IERC6909.transfer, (stranger, _id, AMOUNT)));
        rows[6] = open("setOperator", abi.encodeCall(IERC6909.setOperator, (stranger, true)));
        rows[7] = open("approveBySignature", _signedApproval());
        rows[8] = open("multicall", abi.encodeCall(IMulticall.multicall, (new bytes[](0))));
        requireRows(address(vault), rows);
    }

    function test_WhomTheAccountAllowed() public {
        Row[] memory rows = new Row[](2);
        rows[0] = Row(
            "transferFrom",
            abi.encodeCall(IERC6909.transferFrom, (_saver, stranger, _id, AMOUNT)),
            NAMED,
            abi.encodePacked(LibraryErrors.ERC6909InsufficientAllowance.selector),
            abi.encode(uint256(0), AMOUNT, _id)
        );
        rows[1] = Row(
            "withdrawFor",
            abi.encodeCall(IPaymentVault.withdrawFor, (payToken, AMOUNT, _saver)),
            NAMED,
            abi.encodeWithSelector(IPaymentVault.PaymentVault_NotWithdrawer.selector, _saver),
            ""
        );
        requireRows(address(vault), rows);
    }

    /// @dev The owner's word, carried by whoever has it.
    function _signedApproval() private view returns (bytes memory) {
        uint256 deadlineAt = block.timestamp;
        Allowance memory allowance = Allowance(_saver, stranger, _id, AMOUNT, 0, deadlineAt);
        bytes32 digest = TypedData.allowanceDigest(address(vault), block.chainid, allowance);
        bytes memory signature = signDigest(SAVER_KEY, digest);
        return abi.encodeCall(IPaymentVault.approveBySignature, (_saver, stranger, _id, AMOUNT, deadlineAt, signature));
    }
}
