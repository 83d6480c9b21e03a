// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

/// @title IPaymentVault
/// @notice Every payment token in one place: ERC-6909 claims over ERC-20 deposits. Markets move claims, only the owner
/// of a claim moves tokens.
/// @dev The ERC-6909 id of a token is its address. A claim is worth what arrived: tokens that take a fee on transfer
/// are credited net, tokens that rebase are not supported. All amounts are in the token's base units.
interface IPaymentVault is IERC6909 {
    /// @notice Emitted when tokens come in.
    /// @param token The token.
    /// @param payer Who paid.
    /// @param to Whose claim rose.
    /// @param received What arrived.
    event Deposited(address indexed token, address indexed payer, address indexed to, uint256 received);

    /// @notice Emitted when tokens go out.
    /// @param token The token.
    /// @param account Whose claim fell.
    /// @param to The recipient of the tokens.
    /// @param amount What left.
    event Withdrawn(address indexed token, address indexed account, address indexed to, uint256 amount);

    /// @notice Emitted when an account lets a key send withdrawals to it, or stops it.
    event WithdrawerSet(address indexed account, address indexed key, bool allowed);

    /// @notice The amount must not be zero.
    error PaymentVault_AmountZero(address token);

    /// @notice The recipient must not be zero.
    error PaymentVault_RecipientZero(address token);

    /// @notice Nothing arrived.
    error PaymentVault_NothingReceived(address token, uint256 amount);

    /// @notice More arrived than one deposit may bring, so that no claim can be filled up until a payment overflows.
    error PaymentVault_TooMuchReceived(address token, uint256 received, uint256 most);

    /// @notice The account did not allow the caller to withdraw to it.
    error PaymentVault_NotWithdrawer(address account, address caller);

    /// @notice The signature has expired.
    error PaymentVault_SignatureExpired(uint256 nowAt, uint256 deadlineAt);

    /// @notice The signature is not the owner's.
    error PaymentVault_SignatureInvalid(address owner);

    /// @notice Pulls tokens from the caller and credits what arrived.
    /// @dev Callable by anyone. Emits {Deposited} and ERC-6909 {Transfer}.
    /// Requirements: the amount is not zero and approved, something arrives, 2^128 - 1 units at most, `to` is not zero.
    /// @param token The ERC-20.
    /// @param amount What to pull.
    /// @param to Whose claim rises.
    /// @return received What arrived and was credited.
    function deposit(IERC20 token, uint256 amount, address to) external returns (uint256 received);

    /// @notice As {deposit}, with the caller's ERC-2612 permit. A permit that was used up by somebody else does no
    /// harm as long as the allowance is there.
    /// @param token The ERC-20 with permit.
    /// @param amount What to pull, and of the permit.
    /// @param to Whose claim rises.
    /// @param deadlineAt The permit's expiry, Unix time in seconds.
    /// @param v Signature.
    /// @param r Signature.
    /// @param s Signature.
    /// @return received What arrived and was credited.
    function depositWithPermit(
        IERC20 token,
        uint256 amount,
        address to,
        uint256 deadlineAt,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 received);

    /// @notice Turns the caller's claim into tokens.
    /// @dev Callable by the owner of the claim. Emits {Withdrawn} and ERC-6909 {Transfer}.
    /// Requirements: the amount is not zero and covered, `to` is not zero.
    /// @param token The ERC-20.
    /// @param amount What to take out.
    /// @param to The recipient of the tokens.
    function withdraw(IERC20 token, uint256 amount, address to) external;

    /// @notice Turns an account's claim into tokens of that same account: so a worker pays out to its cold wallet.
    /// @dev Callable by a key that the account allowed. Emits {Withdrawn} and ERC-6909 {Transfer}.
    /// @param token The ERC-20.
    /// @param amount What to take out.
    /// @param account Whose claim falls, and who gets the tokens.
    function withdrawFor(IERC20 token, uint256 amount, address account) external;

    /// @notice Lets a key withdraw the caller's claims to the caller itself and nowhere else, or stops it.
    /// @dev Callable by anyone, for themselves. Emits {WithdrawerSet}.
    /// @param key The key.
    /// @param allowed True to allow.
    function setWithdrawer(address key, bool allowed) external;

    /// @notice Sets an ERC-6909 allowance by its owner's signature (ECDSA or ERC-1271), so that a client without gas
    /// can use a market.
    /// @dev Callable by anyone. Emits ERC-6909 {Approval}. Requirements: not expired; signed by `owner` over the
    /// current nonce, for this vault on this chain.
    /// @param owner Whose allowance.
    /// @param spender Who may spend.
    /// @param id The token's id.
    /// @param amount The allowance; the maximum is never used up.
    /// @param deadlineAt Unix time in seconds until which the signature can be used.
    /// @param signature Over `SetAllowance(address owner,address spender,uint256 id,uint256 amount,uint256
    /// nonce,uint256 deadlineAt)`.
    function approveBySignature(
        address owner,
        address spender,
        uint256 id,
        uint256 amount,
        uint256 deadlineAt,
        bytes calldata signature
    ) external;

    /// @notice Whether an account lets a key withdraw to it.
    function isWithdrawer(address account, address key) external view returns (bool);

    /// @notice The ERC-6909 id of a token.
    function idOf(IERC20 token) external pure returns (uint256 id);
}
