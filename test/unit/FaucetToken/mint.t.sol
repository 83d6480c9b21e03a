// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Assertions} from "../../utils/Assertions.sol";
import {Deployed, IFaucetToken} from "../../utils/Deployed.sol";
import {vm} from "../../utils/Vm.sol";

contract FaucetTokenMintTest is Deployed, Assertions {
    uint256 private constant MAX_PER_CALL = 1_000_000e18;

    function setUp() public {
        deployAll();
    }

    function test_When_Deployed_CapIsAMillion() public view {
        assertEq(payToken.MAX_PER_CALL(), MAX_PER_CALL, "cap");
    }

    function testFuzz_RevertWhen_AmountAboveCap(address caller, address to, uint256 amount) public {
        amount = bound(amount, MAX_PER_CALL + 1, type(uint256).max);
        expectTooMuch(amount);
        vm.prank(caller);
        payToken.mint(to, amount);
    }

    function test_RevertWhen_AmountJustAboveCap() public {
        expectTooMuch(MAX_PER_CALL + 1);
        payToken.mint(address(1), MAX_PER_CALL + 1);
    }

    function testFuzz_RevertWhen_RecipientZero(uint256 amount) public {
        amount = bound(amount, 0, MAX_PER_CALL);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        payToken.mint(address(0), amount);
    }

    function testFuzz_When_AmountWithinCap(address caller, address to, uint256 amount) public {
        vm.assume(to != address(0));
        amount = bound(amount, 0, MAX_PER_CALL);
        expectEvent(address(payToken));
        emit IERC20.Transfer(address(0), to, amount);
        vm.prank(caller);
        payToken.mint(to, amount);
        assertEq(payToken.balanceOf(to), amount, "balance");
        assertEq(payToken.totalSupply(), amount, "supply");
    }

    function test_When_AmountIsTheCap_TwiceToo() public {
        payToken.mint(address(1), MAX_PER_CALL);
        payToken.mint(address(1), MAX_PER_CALL);
        assertEq(payToken.balanceOf(address(1)), 2 * MAX_PER_CALL, "the cap is for one call");
    }

    function expectTooMuch(uint256 amount) private {
        vm.expectRevert(abi.encodeWithSelector(IFaucetToken.FaucetToken_TooMuch.selector, amount, MAX_PER_CALL));
    }
}
