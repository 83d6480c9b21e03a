// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What both sides must have when a request is taken. The client is not there to be asked.
contract JobEscrowRequestFundsTest is RequestFixture {
    uint256 private constant PRICE = uint256(RATE_PER_SECOND) * RUN_LIMIT_SECONDS;

    function setUp() public {
        setUpRequests();
    }

    function testFuzz_RevertWhen_ClaimDoesNotCoverPrice(uint256 claim, bool published) public {
        claim = bound(claim, 0, PRICE - 1);
        uint256 excess = claimOf(client) - claim;
        vm.prank(client);
        vault.transfer(stranger, idOf(payToken), excess);
        if (published) publishRequest(defaultRequest());
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientBalance.selector,
            client,
            claim,
            PRICE,
            idOf(payToken)
        );
        requireRevert(operator, requestCall(defaultRequest()), expected, "claim below the price");
        requireOrder(defaultRequest(), published, false, 0, 0, "nothing was filled");

        vm.prank(stranger);
        vault.transfer(client, idOf(payToken), PRICE - claim);
        takeSigned(defaultRequest());
        assertEq(claimOf(client), 0, "the last of it was drawn");
    }

    function testFuzz_RevertWhen_AllowanceDoesNotCoverPrice(uint256 allowance) public {
        allowance = bound(allowance, 0, PRICE - 1);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), allowance);
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientAllowance.selector,
            escrow,
            allowance,
            PRICE,
            idOf(payToken)
        );
        requireRevert(operator, requestCall(defaultRequest()), expected, "allowance below the price");
        requireOrder(defaultRequest(), false, false, 0, 0, "nothing was filled");
    }

    function testFuzz_When_AllowanceIsFinite_ThePriceUsesItUp(uint128 spare) public {
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), PRICE + spare);
        takeSigned(defaultRequest());
        assertEq(vault.allowance(client, address(escrow), idOf(payToken)), spare, "allowance left");
    }

    /// @dev Who calls does not pay: neither its claim nor its allowance is looked at.
    function testFuzz_When_TakerHasMoney_TheClientsIsDrawn(uint128 amount) public {
        amount = uint128(bound(amount, PRICE, type(uint128).max));
        fund(owner, amount);
        vm.prank(owner);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
        uint256 before = claimOf(client);
        takeSigned(defaultRequest());
        assertEq(claimOf(owner), amount, "the taker's claim");
        assertEq(before - claimOf(client), PRICE, "the client paid");
    }

    function testFuzz_RevertWhen_CollateralExceedsMaxPerLock(uint128 limit, uint128 maxPerLock, uint256 seed) public {
        maxPerLock = uint128(bound(maxPerLock, 0, STAKE - 1));
        limit = uint128(bound(limit, maxPerLock, STAKE));
        authorizeEscrow(limit, maxPerLock);
        Request memory request = defaultRequest();
        request.collateral = uint128(pick(seed, "collateral", uint256(maxPerLock) + 1, type(uint80).max));
        bytes memory expected = abi.encodeWithSelector(
            IProviderStaking.ProviderStaking_LockTooLarge.selector,
            provider,
            escrow,
            request.collateral,
            maxPerLock
        );
        requireRevert(owner, requestCall(request), expected, "above the owner's most per lock");

        request.collateral = maxPerLock;
        takeSigned(request);
    }

    function testFuzz_RevertWhen_CollateralExceedsWhatIsLeft(uint128 limit) public {
        limit = uint128(bound(limit, COLLATERAL, 2 * COLLATERAL - 1));
        authorizeEscrow(limit, COLLATERAL);
        takeSigned(defaultRequest());
        Request memory second = defaultRequest();
        second.salt += 1;
        bytes memory expected = abi.encodeWithSelector(
            IProviderStaking.ProviderStaking_LimitExceeded.selector,
            provider,
            escrow,
            2 * uint256(COLLATERAL),
            limit
        );
        requireRevert(owner, requestCall(second), expected, "above the owner's limit");

        authorizeEscrow(2 * COLLATERAL, COLLATERAL);
        takeSigned(second);
    }
}
