// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Redemption, Session, SessionState, SessionTerms} from "../types/Session.sol";
import {IProviderRegistry} from "./IProviderRegistry.sol";
import {IVaultHolder} from "./IVaultHolder.sol";

/// @title ISessionEscrow
/// @notice Metered calls: one deposit, and receipts that the payer's key signs as it consumes. Each receipt says what
/// all calls so far cost, so the provider keeps the last one only, and redeems it whenever that is worth its gas.
/// @dev A session's id is the hash of its terms, so every call passes the terms and needs no id. The chain stores one
/// slot a session; its `openedBlock` is the block of {SessionOpened}, which carries the terms. A receipt is an EIP-712
/// signature over `Receipt(bytes32 sessionId,uint128 cumulativeAmount)` in this contract's domain. It is good until the
/// session is closed, whoever brings it. No offer is needed: the provider promises nothing, and serves while it is
/// paid.
interface ISessionEscrow is IVaultHolder {
    /// @notice Emitted when a session is opened: its deposit is in escrow.
    /// @param sessionId The hash of the terms.
    /// @param provider The provider's id.
    /// @param payer Who pays.
    /// @param terms All that was agreed.
    /// @param amount Base units of the payment token.
    event SessionOpened(
        bytes32 indexed sessionId,
        address indexed provider,
        address indexed payer,
        SessionTerms terms,
        uint256 amount
    );

    /// @notice Emitted when the payer raises the deposit.
    /// @param sessionId The session.
    /// @param provider The provider's id.
    /// @param payer Who paid.
    /// @param amount Base units of the payment token.
    /// @param deposited What was paid in so far, with them.
    event SessionToppedUp(
        bytes32 indexed sessionId,
        address indexed provider,
        address indexed payer,
        uint256 amount,
        uint256 deposited
    );

    /// @notice Emitted when a receipt is redeemed: the claim of the terms' payout address rose by the amount.
    /// @param sessionId The session.
    /// @param provider The provider's id.
    /// @param amount Base units of the payment token.
    /// @param cumulativeAmount What the receipt said. More than what was redeemed where the deposit did not cover it.
    /// @param redeemed What the provider was paid so far, with this.
    event ReceiptRedeemed(
        bytes32 indexed sessionId,
        address indexed provider,
        uint256 amount,
        uint256 cumulativeAmount,
        uint256 redeemed
    );

    /// @notice Emitted when the payer asks for the end.
    /// @param sessionId The session.
    /// @param provider The provider's id: it should redeem its last receipt.
    /// @param payer Who asked.
    /// @param graceUntil Unix time in seconds, the last in which only the provider's owner may close the session.
    event SessionClosing(bytes32 indexed sessionId, address indexed provider, address indexed payer, uint40 graceUntil);

    /// @notice Emitted when a session ends.
    /// @param sessionId The session.
    /// @param provider The provider's id.
    /// @param payer Whose claim rose by the rest.
    /// @param caller Who ended it.
    /// @param rest Base units of the payment token.
    event SessionClosed(
        bytes32 indexed sessionId,
        address indexed provider,
        address indexed payer,
        address caller,
        uint256 rest
    );

    /// @notice The session is in another state than the call needs.
    /// @param sessionId The hash of the terms that were passed; terms that no session has are in state NONE.
    /// @param current The session's state.
    /// @param allowed The states that the call needs, as a bitmap: bit n stands for the state of value n.
    error SessionEscrow_UnexpectedState(bytes32 sessionId, SessionState current, uint256 allowed);

    /// @notice The caller is not the session's payer.
    error SessionEscrow_NotPayer(bytes32 sessionId, address caller);

    /// @notice A session needs a key that signs its receipts.
    error SessionEscrow_PayerKeyZero(bytes32 sessionId);

    /// @notice No provider is registered under this id.
    error SessionEscrow_UnknownProvider(bytes32 sessionId, address provider);

    /// @notice The terms name another payout address than the provider's of now.
    error SessionEscrow_PayoutMismatch(bytes32 sessionId, address payout, address currentPayout);

    /// @notice The amount is zero, or the deposit would be more than a session can hold.
    error SessionEscrow_AmountOutOfBounds(bytes32 sessionId, uint256 amount, uint256 maximum);

    /// @notice The session has expired.
    error SessionEscrow_Expired(bytes32 sessionId, uint40 nowAt, uint40 expiresAt);

    /// @notice The provider's grace is not over, and the caller does not own the provider.
    error SessionEscrow_TooEarly(bytes32 sessionId, uint40 nowAt, uint40 graceUntil);

    /// @notice The signature is not the payer key's over this receipt.
    error SessionEscrow_SignatureInvalid(bytes32 sessionId, uint128 cumulativeAmount, address payerKey);

    /// @notice The receipt pays nothing: at least as much was redeemed, or the deposit is used up.
    /// @param sessionId The session.
    /// @param cumulativeAmount What the receipt says.
    /// @param redeemed What was redeemed so far.
    /// @param deposited What was paid in.
    error SessionEscrow_ReceiptStale(bytes32 sessionId, uint128 cumulativeAmount, uint256 redeemed, uint256 deposited);

    /// @notice Opens a session; the caller is its payer.
    /// @dev Callable by the payer that the terms name. Emits {SessionOpened}.
    /// Requirements: the terms are new; the provider is registered, with this payout address; a payer key; expiry and
    /// grace within their bounds; an amount above zero that the caller's vault claim and this market's allowance cover.
    /// @param terms All that is agreed.
    /// @param amount Base units of the payment token to pay in.
    /// @return sessionId The hash of the terms.
    function open(SessionTerms calldata terms, uint128 amount) external returns (bytes32 sessionId);

    /// @notice Raises a session's deposit.
    /// @dev Callable by the payer. Emits {SessionToppedUp}.
    /// Requirements: OPEN; not expired; an amount above zero that the caller's vault claim and this market's allowance
    /// cover.
    /// @param terms The session's terms.
    /// @param amount Base units of the payment token.
    function topUp(SessionTerms calldata terms, uint128 amount) external;

    /// @notice Pays the provider what a receipt says, less what it was paid before; at most what the deposit covers.
    /// @dev Callable by anyone. Emits {ReceiptRedeemed}.
    /// Requirements: OPEN or CLOSING; the payer key's signature; more than what was redeemed before.
    /// @param terms The session's terms.
    /// @param cumulativeAmount Base units of the payment token, for all that was consumed since the opening.
    /// @param signature The payer key's.
    /// @return amount Base units of the payment token that the provider got.
    function redeem(
        SessionTerms calldata terms,
        uint128 cumulativeAmount,
        bytes calldata signature
    ) external returns (uint256 amount);

    /// @notice Redeems many receipts, and skips those that pay nothing: stale ones, and those of sessions that are
    /// closed or do not exist. A wrong signature is no such case: it reverts.
    /// @dev Callable by anyone. Emits {ReceiptRedeemed} for each.
    /// @param receipts The receipts.
    /// @return redeemed How many paid something.
    function redeemMany(Redemption[] calldata receipts) external returns (uint256 redeemed);

    /// @notice Asks for the end: the provider has its grace to redeem the last receipt, then anyone may close.
    /// @dev Callable by the payer. Emits {SessionClosing}.
    /// Requirements: OPEN; not expired, for then the grace runs already.
    /// @param terms The session's terms.
    function startClose(SessionTerms calldata terms) external;

    /// @notice Ends a session: what was not redeemed is the payer's again.
    /// @dev Callable by the provider's owner at any time, for the grace is its own; by anyone after the grace, which
    /// runs from {startClose} or from the session's expiry. An operator may not waive it: a stolen key could give away
    /// what was served and not redeemed. Emits {SessionClosed}.
    /// Requirements: OPEN or CLOSING.
    /// @param terms The session's terms.
    function close(SessionTerms calldata terms) external;

    /// @notice What is stored of a session.
    function sessionOf(bytes32 sessionId) external view returns (Session memory);

    /// @notice The EIP-712 digest of a receipt: what the payer key signs.
    function hashReceipt(bytes32 sessionId, uint128 cumulativeAmount) external view returns (bytes32 digest);

    /// @notice The id of the session that has these terms.
    function sessionIdOf(SessionTerms calldata terms) external pure returns (bytes32 sessionId);

    /// @notice The registry that knows providers and operators.
    function registry() external view returns (IProviderRegistry);
}
