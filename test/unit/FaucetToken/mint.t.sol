// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deployed, IFaucetToken} from "../../utils/Deployed.sol";
import {vm} from "../../utils/Vm.sol";

contract FaucetTokenMintTest is Deployed {
    function setUp() public {
        deployAll();
    }

    function testFuzz_When_AmountWithinCap(address to, uint256 amount) public {
        vm.assume(to != address(0));
        amount = amount % (payToken.MAX_PER_CALL() + 1);
        payToken.mint(to, amount);
        require(payToken.balanceOf(to) == amount, "balance");
    }
}
