// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {ISignatureNonces} from "../../utils/SuiteInterfaces.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {Allowance} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

contract PaymentVaultApproveBySignatureTest is VaultFixture {
    address private constant SPENDER = address(0x3A9);

    address private wallet;

    function setUp() public {
        setUpVault();
        wallet = deploy("Wallet", abi.encode(owner));
    }

    function testFuzz_When_SignedByOwner(
        address caller,
        address spender,
        uint256 id,
        uint256 amount,
        uint40 secondsLeft
    ) public {
        vm.assume(spender != address(0) && spender != owner);
        Allowance memory allowance = Allowance(owner, spender, id, amount, 0, block.timestamp + secondsLeft);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);

        expectEvent(address(vault));
        emit IERC6909.Approval(owner, spender, id, amount);
        submit(caller, allowance, signature);

        assertEq(vault.allowance(owner, spender, id), amount, "allowance");
        assertEq(nonceOf(owner), 1, "nonce");
        assertEq(nonceOf(spender), 0, "another's nonce");
    }

    /// @dev As EIP-7702 allows: an account with a key that runs some contract's code. Each of these is no answer by
    /// ERC-1271: nothing, nonsense, no, or a revert.
    function testFuzz_When_OwnerHasAKeyAndCode(uint256 which, uint256 amount) public {
        bytes[4] memory codes = [bytes(hex"00"), hex"60015f5260205ff3", hex"5f5f5260205ff3", hex"5f5ffd"];
        vm.etch(owner, codes[which % 4]);
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory byAnother = signAllowance(OWNER_KEY + 1, address(vault), allowance);
        expectInvalid(owner);
        submit(stranger, allowance, byAnother);

        submit(stranger, allowance, signAllowance(OWNER_KEY, address(vault), allowance));
        assertEq(vault.allowance(owner, SPENDER, 1), amount, "allowance");
    }

    /// @dev Nobody's signature recovers to the zero address, as does one that is broken.
    function testFuzz_RevertWhen_OwnerZero(uint256 amount, bytes32 r, bytes32 s) public {
        expectInvalid(address(0));
        submit(stranger, allowanceOf(address(0), amount), abi.encodePacked(r, s, uint8(29)));
    }

    function testFuzz_RevertWhen_Expired(address caller, uint256 amount, uint32 lateSeconds) public {
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        vm.warp(allowance.deadlineAt + 1 + lateSeconds);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPaymentVault.PaymentVault_SignatureExpired.selector,
                block.timestamp,
                allowance.deadlineAt
            )
        );
        submit(caller, allowance, signature);
    }

    function testFuzz_When_LastSecond(uint256 amount) public {
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        vm.warp(allowance.deadlineAt);
        submit(stranger, allowance, signature);
        assertEq(vault.allowance(owner, SPENDER, 1), amount, "allowance");
    }

    function testFuzz_RevertWhen_Replayed(address caller, uint256 amount) public {
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        submit(caller, allowance, signature);
        vm.prank(owner);
        vault.approve(SPENDER, 1, 0);

        expectInvalid(owner);
        submit(caller, allowance, signature);
        assertEq(vault.allowance(owner, SPENDER, 1), 0, "allowance");
    }

    function testFuzz_RevertWhen_NonceIsNotTheNext(uint256 nonce, uint256 amount) public {
        vm.assume(nonce != 0);
        Allowance memory allowance = allowanceOf(owner, amount);
        allowance.nonce = nonce;
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        expectInvalid(owner);
        submit(stranger, allowance, signature);
        assertEq(nonceOf(owner), 0, "a failure uses nothing up");
    }

    function testFuzz_When_SecondOfTwo(uint256 first, uint256 second) public {
        Allowance memory allowance = allowanceOf(owner, first);
        submit(stranger, allowance, signAllowance(OWNER_KEY, address(vault), allowance));
        allowance.nonce = 1;
        allowance.amount = second;
        submit(stranger, allowance, signAllowance(OWNER_KEY, address(vault), allowance));
        assertEq(vault.allowance(owner, SPENDER, 1), second, "allowance");
        assertEq(nonceOf(owner), 2, "nonce");
    }

    function testFuzz_RevertWhen_SignedForAnotherChain(uint32 chainId, uint256 amount) public {
        vm.assume(chainId != block.chainid && chainId != 0);
        uint256 here = block.chainid;
        Allowance memory allowance = allowanceOf(owner, amount);
        vm.chainId(chainId);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        vm.chainId(here);
        expectInvalid(owner);
        submit(stranger, allowance, signature);
    }

    function testFuzz_When_ChainSplits_OnlyTheNewChainsSignatureCounts(uint32 chainId, uint256 amount) public {
        vm.assume(chainId != block.chainid && chainId != 0);
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory oldSignature = signAllowance(OWNER_KEY, address(vault), allowance);
        vm.chainId(chainId);
        expectInvalid(owner);
        submit(stranger, allowance, oldSignature);
        submit(stranger, allowance, signAllowance(OWNER_KEY, address(vault), allowance));
        assertEq(vault.allowance(owner, SPENDER, 1), amount, "allowance");
    }

    function testFuzz_RevertWhen_SignedForAnotherVault(uint256 amount) public {
        address otherVault = deploy("PaymentVault", "");
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory signature = signAllowance(OWNER_KEY, otherVault, allowance);
        expectInvalid(owner);
        submit(stranger, allowance, signature);
    }

    function testFuzz_RevertWhen_OneFieldChanged(uint8 field, uint256 change, uint256 amount) public {
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        change = bound(change, 1, type(uint160).max);
        field = uint8(bound(field, 0, 4));
        unchecked {
            if (field == 0) allowance.owner = address(uint160(allowance.owner) + uint160(change));
            if (field == 1) allowance.spender = address(uint160(allowance.spender) + uint160(change));
            if (field == 2) allowance.id += change;
            if (field == 3) allowance.amount += change;
            if (field == 4) allowance.deadlineAt += change;
        }
        expectInvalid(allowance.owner);
        submit(stranger, allowance, signature);
    }

    function testFuzz_RevertWhen_SignedByStranger(uint256 key, uint256 amount) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != OWNER_KEY);
        Allowance memory allowance = allowanceOf(owner, amount);
        bytes memory signature = signAllowance(key, address(vault), allowance);
        expectInvalid(owner);
        submit(owner, allowance, signature);
    }

    function testFuzz_RevertWhen_SignatureIsNoise(address anyOwner, bytes memory signature) public {
        vm.assume(anyOwner.code.length == 0);
        expectInvalid(anyOwner);
        submit(stranger, allowanceOf(anyOwner, 1), signature);
    }

    function test_RevertWhen_SpenderZero() public {
        Allowance memory allowance = allowanceOf(owner, 1);
        allowance.spender = address(0);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        vm.expectRevert(abi.encodeWithSelector(LibraryErrors.ERC6909InvalidSpender.selector, address(0)));
        submit(stranger, allowance, signature);
    }

    function testFuzz_When_OwnerIsContract(address caller, uint256 amount) public {
        Allowance memory allowance = allowanceOf(wallet, amount);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        expectEvent(address(vault));
        emit IERC6909.Approval(wallet, SPENDER, 1, amount);
        submit(caller, allowance, signature);
        assertEq(vault.allowance(wallet, SPENDER, 1), amount, "allowance");
        assertEq(vault.allowance(owner, SPENDER, 1), 0, "the signer's own allowance");
        assertEq(nonceOf(wallet), 1, "nonce");

        expectInvalid(wallet);
        submit(caller, allowance, signature);
    }

    function testFuzz_RevertWhen_ContractSaysNo(uint256 amount) public {
        Allowance memory allowance = allowanceOf(wallet, amount);
        bytes memory signature = signAllowance(STRANGER_KEY, address(vault), allowance);
        expectInvalid(wallet);
        submit(stranger, allowance, signature);
    }

    function testFuzz_RevertWhen_ContractKnowsNoSignatures(uint256 amount) public {
        Allowance memory allowance = allowanceOf(address(token), amount);
        bytes memory signature = signAllowance(OWNER_KEY, address(vault), allowance);
        expectInvalid(address(token));
        submit(stranger, allowance, signature);
    }

    function test_When_AskedForTheDomain() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, bytes32 salt, ) = IERC5267(
            address(vault)
        ).eip712Domain();
        assertEq(bytes(name), "Wattle PaymentVault", "name");
        assertEq(bytes(version), "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(verifier, address(vault), "verifier");
        assertEq(salt, bytes32(0), "salt");
    }

    function allowanceOf(address account, uint256 amount) private view returns (Allowance memory) {
        return Allowance(account, SPENDER, 1, amount, 0, block.timestamp + 1 hours);
    }

    function submit(address caller, Allowance memory a, bytes memory signature) private {
        vm.prank(caller);
        vault.approveBySignature(a.owner, a.spender, a.id, a.amount, a.deadlineAt, signature);
    }

    function nonceOf(address account) private view returns (uint256) {
        return ISignatureNonces(address(vault)).nonces(account);
    }

    function expectInvalid(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_SignatureInvalid.selector, account));
    }
}
