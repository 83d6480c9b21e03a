// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

interface IERC6909Errors {
    error ERC6909InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 id);
    error ERC6909InsufficientAllowance(address spender, uint256 allowance, uint256 needed, uint256 id);
}

contract JobEscrowTakeOfferFundsTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_RevertWhen_CollateralExceedsMaxPerLock(uint128 limit, uint128 maxPerLock, uint256 seed) public {
        maxPerLock = uint128(bound(maxPerLock, 0, STAKE - 1));
        limit = uint128(bound(limit, maxPerLock, STAKE));
        authorizeEscrow(limit, maxPerLock);
        Offer memory offer = defaultOffer();
        offer.collateral = uint128(pick(seed, "collateral", maxPerLock + 1, type(uint80).max));
        bytes memory expected = abi.encodeWithSelector(
            IProviderStaking.ProviderStaking_LockTooLarge.selector,
            provider,
            escrow,
            offer.collateral,
            maxPerLock
        );
        requireRevert(client, takeCall(offer, defaultTake()), expected, "above the owner's most per lock");

        offer.collateral = maxPerLock;
        openJob(offer, defaultTake());
    }

    function testFuzz_RevertWhen_CollateralExceedsWhatIsLeft(uint128 limit) public {
        limit = uint128(bound(limit, COLLATERAL, 2 * COLLATERAL - 1));
        authorizeEscrow(limit, COLLATERAL);
        openJob();
        bytes memory expected = abi.encodeWithSelector(
            IProviderStaking.ProviderStaking_LimitExceeded.selector,
            provider,
            escrow,
            2 * uint256(COLLATERAL),
            limit
        );
        requireRevert(client, takeCall(defaultOffer(), defaultTake()), expected, "above the owner's limit");

        authorizeEscrow(2 * COLLATERAL, COLLATERAL);
        openJob();
    }

    function testFuzz_RevertWhen_ClaimDoesNotCoverPrice(uint256 claim) public {
        uint256 price = uint256(RATE_PER_SECOND) * RUN_LIMIT_SECONDS;
        claim = bound(claim, 0, price - 1);
        uint256 excess = claimOf(client) - claim;
        vm.prank(client);
        vault.transfer(stranger, idOf(payToken), excess);
        bytes memory expected = abi.encodeWithSelector(
            IERC6909Errors.ERC6909InsufficientBalance.selector,
            client,
            claim,
            price,
            idOf(payToken)
        );
        requireRevert(client, takeCall(defaultOffer(), defaultTake()), expected, "claim below the price");
        assertEq(escrow.orderStateOf(escrow.hashOffer(defaultOffer())).filled, 0, "nothing was filled");
    }

    function testFuzz_RevertWhen_AllowanceDoesNotCoverPrice(uint256 allowance) public {
        uint256 price = uint256(RATE_PER_SECOND) * RUN_LIMIT_SECONDS;
        allowance = bound(allowance, 0, price - 1);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), allowance);
        bytes memory expected = abi.encodeWithSelector(
            IERC6909Errors.ERC6909InsufficientAllowance.selector,
            escrow,
            allowance,
            price,
            idOf(payToken)
        );
        requireRevert(client, takeCall(defaultOffer(), defaultTake()), expected, "allowance below the price");
    }

    function testFuzz_When_AllowanceIsFinite_ThePriceUsesItUp(uint128 spare) public {
        uint256 price = uint256(RATE_PER_SECOND) * RUN_LIMIT_SECONDS;
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), price + spare);
        openJob();
        assertEq(vault.allowance(client, address(escrow), idOf(payToken)), spare, "allowance left");
    }

    function testFuzz_ClaimsOfOthersAreNeverDrawn(address caller) public {
        vm.assume(caller != client && caller != address(0) && caller != address(escrow));
        bytes memory expected = abi.encodeWithSelector(
            IERC6909Errors.ERC6909InsufficientAllowance.selector,
            escrow,
            0,
            uint256(RATE_PER_SECOND) * RUN_LIMIT_SECONDS,
            idOf(payToken)
        );
        requireRevert(caller, takeCall(defaultOffer(), defaultTake()), expected, "a caller without money");
    }
}
