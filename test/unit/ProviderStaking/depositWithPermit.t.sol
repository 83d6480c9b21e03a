// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderStakingDepositWithPermitTest is StakingFixture {
    struct Permit {
        uint256 deadlineAt;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    uint256 private constant KEY = 0xA11CE;
    uint256 private constant MAX_MINT = 1_000_000e18;

    address private payer;

    function setUp() public {
        setUpStaking();
        staking = deployStaking(address(stakeToken));
        payer = vm.addr(KEY);
    }

    function testFuzz_RevertWhen_AmountZero(address provider) public {
        Permit memory permit = signPermit(0, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_AmountZero.selector, provider));
        depositAs(payer, provider, 0, permit);
    }

    function testFuzz_When_PermitIsGood(uint128 amount, address provider, uint40 secondsLeft) public {
        amount = mintToPayer(amount);
        Permit memory permit = signPermit(amount, block.timestamp + secondsLeft);

        expectEvent(address(stakeToken));
        emit IERC20.Approval(payer, address(staking), amount);
        expectEvent(address(staking));
        emit IProviderStaking.StakeDeposited(provider, payer, amount);
        depositAs(payer, provider, amount, permit);

        assertEq(staking.freeOf(provider), amount, "free stake");
        assertEq(stakeToken.balanceOf(payer), 0, "the payer's tokens");
        assertEq(stakeToken.allowance(payer, address(staking)), 0, "nothing is left allowed");
    }

    function testFuzz_When_PermitWasFrontRun(uint128 amount, address frontRunner) public {
        amount = mintToPayer(amount);
        Permit memory permit = signPermit(amount, block.timestamp);
        vm.prank(frontRunner);
        stakeToken.permit(payer, address(staking), amount, permit.deadlineAt, permit.v, permit.r, permit.s);
        depositAs(payer, PROVIDER, amount, permit);
        assertStake(amount, amount);
    }

    function testFuzz_RevertWhen_PermitExpired(uint128 amount, uint24 lateSeconds) public {
        amount = mintToPayer(amount);
        Permit memory permit = signPermit(amount, block.timestamp - 1 - lateSeconds);
        expectNoAllowance(amount);
        depositAs(payer, PROVIDER, amount, permit);
    }

    function testFuzz_RevertWhen_PermitIsAnothers(address attacker, uint128 amount) public {
        vm.assume(attacker != payer && attacker != address(0));
        amount = mintToPayer(amount);
        Permit memory permit = signPermit(amount, block.timestamp);
        expectNoAllowance(amount);
        depositAs(attacker, OTHER_PROVIDER, amount, permit);
    }

    function testFuzz_When_TokenKnowsNoPermitButApproved(uint128 amount, Permit memory permit) public {
        vm.assume(amount != 0);
        staking = deployStaking(address(token));
        fund(token, payer, amount);
        depositAs(payer, PROVIDER, amount, permit);
        assertStake(amount, amount);
    }

    function testFuzz_When_OwnerStakesAndAuthorizesInOneCall(uint128 amount, uint128 limit) public {
        amount = mintToPayer(amount);
        limit = bound128(limit, 0, amount);
        vm.prank(OWNER);
        registry.offerOwnership(PROVIDER, payer);
        vm.prank(payer);
        registry.acceptOwnership(PROVIDER);
        Permit memory permit = signPermit(amount, block.timestamp);

        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(
            staking.depositWithPermit,
            (PROVIDER, amount, permit.deadlineAt, permit.v, permit.r, permit.s)
        );
        calls[1] = abi.encodeCall(staking.authorize, (PROVIDER, SERVICE, limit, limit));
        vm.prank(payer);
        IMulticall(address(staking)).multicall(calls);

        assertStake(amount, amount - limit);
        assertAuthorization(SERVICE, limit, limit, 0);
    }

    function testFuzz_RevertWhen_OneCallOfManyFails(address caller, uint128 amount) public {
        vm.assume(caller != OWNER && caller != address(0) && caller != address(staking));
        amount = bound128(amount, 1, type(uint128).max);
        staking = deployStaking(address(token));
        fund(token, caller, amount);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(staking.deposit, (PROVIDER, amount));
        calls[1] = abi.encodeCall(staking.authorize, (PROVIDER, caller, 1, 1));
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_NotOwner.selector, PROVIDER, caller));
        vm.prank(caller);
        IMulticall(address(staking)).multicall(calls);
        assertStake(0, 0);
    }

    function mintToPayer(uint128 amount) private returns (uint128 minted) {
        minted = bound128(amount, 1, uint128(MAX_MINT));
        stakeToken.mint(payer, minted);
    }

    function signPermit(uint128 amount, uint256 deadlineAt) private view returns (Permit memory permit) {
        bytes32 digest = TypedData.permitDigest(stakeToken, payer, address(staking), amount, deadlineAt);
        permit.deadlineAt = deadlineAt;
        (permit.v, permit.r, permit.s) = vm.sign(KEY, digest);
    }

    function depositAs(address caller, address provider, uint128 amount, Permit memory permit) private {
        vm.prank(caller);
        staking.depositWithPermit(provider, amount, permit.deadlineAt, permit.v, permit.r, permit.s);
    }

    function expectNoAllowance(uint128 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(staking), 0, needed)
        );
    }
}
