// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Assertions} from "./Assertions.sol";
import {Deployed} from "./Deployed.sol";
import {IPlainToken} from "./MockInterfaces.sol";
import {Allowance, TypedData} from "./TypedData.sol";
import {vm} from "./Vm.sol";

/// @title VaultFixture
/// @notice A vault, a token without permit and with no cap, and accounts that can sign.
abstract contract VaultFixture is Deployed, Assertions {
    struct Permit {
        uint256 deadlineAt;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    uint256 internal constant OWNER_KEY = 0xA11CE;
    uint256 internal constant STRANGER_KEY = 0xBAD;
    uint256 internal constant MAX_MINT = 1_000_000e18;

    address internal owner;
    address internal stranger;
    IPlainToken internal token;

    function setUpVault() internal {
        deployAll();
        token = IPlainToken(deploy("PlainToken", ""));
        owner = vm.addr(OWNER_KEY);
        stranger = vm.addr(STRANGER_KEY);
    }

    /// @dev Gives tokens and the allowance to deposit them.
    function fund(IPlainToken funded, address account, uint256 amount) internal {
        funded.mint(account, amount);
        vm.prank(account);
        funded.approve(address(vault), amount);
    }

    /// @dev Gives a claim in the plain token.
    function credit(address account, uint256 amount) internal {
        fund(token, account, amount);
        vm.prank(account);
        vault.deposit(token, amount, account);
    }

    /// @dev Nobody that the fixture deployed, so that its balances are its own, and not zero.
    function assumeAccount(address account) internal view {
        vm.assume(account != address(0) && account != address(vault) && account != address(this));
        vm.assume(account != address(token) && account != address(payToken));
    }

    function claimOf(IERC20 claimed, address account) internal view returns (uint256) {
        return vault.balanceOf(account, idOf(claimed));
    }

    /// @dev An owner's permit for the vault, over the token's next nonce.
    function signPermit(uint256 key, uint256 amount, uint256 deadlineAt) internal view returns (Permit memory permit) {
        permit.deadlineAt = deadlineAt;
        bytes32 digest = TypedData.permitDigest(payToken, vm.addr(key), address(vault), amount, deadlineAt);
        (permit.v, permit.r, permit.s) = vm.sign(key, digest);
    }

    /// @dev A signature over an allowance, for a vault on the present chain.
    function signAllowance(
        uint256 key,
        address vaultAddress,
        Allowance memory allowance
    ) internal view returns (bytes memory) {
        return packSignature(key, TypedData.allowanceDigest(vaultAddress, block.chainid, allowance));
    }

    function packSignature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
