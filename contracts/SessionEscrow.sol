// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {VaultHolder} from "./abstracts/VaultHolder.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "./interfaces/IProviderRegistry.sol";
import {ISessionEscrow} from "./interfaces/ISessionEscrow.sol";
import {SessionLib} from "./libraries/SessionLib.sol";
import {SessionSlot} from "./libraries/SessionSlot.sol";
import {SignatureLib} from "./libraries/SignatureLib.sol";
import {Redemption, Session, SessionState, SessionTerms} from "./types/Session.sol";

/// @title SessionEscrow
/// @notice See {ISessionEscrow}.
/// @dev Needs no reentrancy guard: registry and vault call nobody on the functions used here. A payer key is a key, not
/// a contract, which could take its word back after the provider has served.
contract SessionEscrow is ISessionEscrow, EIP712, VaultHolder {
    using SessionLib for SessionTerms;

    uint256 private constant ONLY_NONE = 1 << uint8(SessionState.NONE);
    uint256 private constant ONLY_OPEN = 1 << uint8(SessionState.OPEN);
    uint256 private constant LIVE = ONLY_OPEN | (1 << uint8(SessionState.CLOSING));

    /// @inheritdoc ISessionEscrow
    IProviderRegistry public immutable registry;

    mapping(bytes32 sessionId => uint256 slot) private _sessions;

    /// @param providerRegistry Knows providers, operators and payout addresses.
    /// @param paymentVault Where deposits are held.
    constructor(
        IProviderRegistry providerRegistry,
        IPaymentVault paymentVault
    ) EIP712("Wattle SessionEscrow", "1") VaultHolder(paymentVault) {
        registry = providerRegistry;
    }

    /// @inheritdoc ISessionEscrow
    function open(SessionTerms calldata terms, uint128 amount) external returns (bytes32 sessionId) {
        // Check: new terms, of the caller, which the provider can be paid by.
        Session memory session;
        (sessionId, session) = _load(terms, ONLY_NONE);
        require(msg.sender == terms.payer, SessionEscrow_NotPayer(sessionId, msg.sender));
        require(terms.payerKey != address(0), SessionEscrow_PayerKeyZero(sessionId));
        terms.requireWellFormed();
        (uint32 authEpoch, address payout) = registry.standingOf(terms.provider);
        require(authEpoch != 0, SessionEscrow_UnknownProvider(sessionId, terms.provider));
        require(payout == terms.payout, SessionEscrow_PayoutMismatch(sessionId, terms.payout, payout));

        // Effect: terms are used once, so no receipt fits two sessions.
        session.state = SessionState.OPEN;
        session.openedBlock = uint32(block.number);
        _fund(sessionId, session, amount);
        emit SessionOpened(sessionId, terms.provider, terms.payer, terms, amount);

        // Interaction: the deposit waits here.
        _collect(terms.payer, terms.token, amount);
    }

    /// @inheritdoc ISessionEscrow
    function topUp(SessionTerms calldata terms, uint128 amount) external {
        // Check: the payer, in time.
        (bytes32 sessionId, Session memory session) = _load(terms, ONLY_OPEN);
        _requirePayer(sessionId, terms);

        // Effect, then interaction: receipts beyond the old deposit are covered now.
        _fund(sessionId, session, amount);
        emit SessionToppedUp(sessionId, terms.provider, terms.payer, amount, session.deposited);
        _collect(terms.payer, terms.token, amount);
    }

    /// @inheritdoc ISessionEscrow
    function redeem(
        SessionTerms calldata terms,
        uint128 cumulativeAmount,
        bytes calldata signature
    ) external returns (uint256 amount) {
        (bytes32 sessionId, Session memory session) = _load(terms, LIVE);
        require(
            SessionLib.coveredAmount(session, cumulativeAmount) > session.redeemed,
            SessionEscrow_ReceiptStale(sessionId, cumulativeAmount, session.redeemed, session.deposited)
        );
        return _redeem(sessionId, session, terms, cumulativeAmount, signature);
    }

    /// @inheritdoc ISessionEscrow
    function redeemMany(Redemption[] calldata receipts) external returns (uint256 redeemed) {
        for (uint256 i; i < receipts.length; ++i) {
            Redemption calldata receipt = receipts[i];
            (bytes32 sessionId, Session memory session) = _find(receipt.terms);
            uint88 covered = SessionLib.coveredAmount(session, receipt.cumulativeAmount);
            if (!_isIn(session, LIVE) || covered <= session.redeemed) continue;
            _redeem(sessionId, session, receipt.terms, receipt.cumulativeAmount, receipt.signature);
            ++redeemed;
        }
    }

    /// @inheritdoc ISessionEscrow
    function startClose(SessionTerms calldata terms) external {
        // Check: the payer; after the expiry the clock runs already.
        (bytes32 sessionId, Session memory session) = _load(terms, ONLY_OPEN);
        _requirePayer(sessionId, terms);

        // Effect: the provider has the turn.
        session.state = SessionState.CLOSING;
        session.graceUntil = uint40(block.timestamp) + terms.graceSeconds;
        _store(sessionId, session);
        emit SessionClosing(sessionId, terms.provider, terms.payer, session.graceUntil);
    }

    /// @inheritdoc ISessionEscrow
    function close(SessionTerms calldata terms) external {
        // Check: the grace is over, or its owner does not need it.
        (bytes32 sessionId, Session memory session) = _load(terms, LIVE);
        uint40 graceUntil = terms.graceUntil(session);
        require(
            block.timestamp > graceUntil || msg.sender == registry.ownerOf(terms.provider),
            SessionEscrow_TooEarly(sessionId, uint40(block.timestamp), graceUntil)
        );

        // Effect: no receipt is worth anything any more.
        uint256 rest = session.deposited - session.redeemed;
        session.state = SessionState.CLOSED;
        _store(sessionId, session);
        emit SessionClosed(sessionId, terms.provider, terms.payer, msg.sender, rest);

        // Interaction: the rest goes home.
        if (rest != 0) _pay(terms.payer, terms.token, rest);
    }

    /// @inheritdoc ISessionEscrow
    function sessionOf(bytes32 sessionId) external view returns (Session memory) {
        return SessionSlot.unpack(_sessions[sessionId]);
    }

    /// @inheritdoc ISessionEscrow
    function hashReceipt(bytes32 sessionId, uint128 cumulativeAmount) external view returns (bytes32 digest) {
        return _hashReceipt(sessionId, cumulativeAmount);
    }

    /// @inheritdoc ISessionEscrow
    function sessionIdOf(SessionTerms calldata terms) external pure returns (bytes32 sessionId) {
        return terms.idOf();
    }

    /// @dev Raises a session's deposit.
    function _fund(bytes32 sessionId, Session memory session, uint128 amount) private {
        uint256 maximum = type(uint88).max - session.deposited;
        require(amount != 0 && amount <= maximum, SessionEscrow_AmountOutOfBounds(sessionId, amount, maximum));
        // Cast not lossy: at most the maximum.
        session.deposited += uint88(amount);
        _store(sessionId, session);
    }

    /// @dev Pays a receipt that pays something.
    function _redeem(
        bytes32 sessionId,
        Session memory session,
        SessionTerms calldata terms,
        uint128 cumulativeAmount,
        bytes calldata signature
    ) private returns (uint256 amount) {
        // Check: the payer key signed it. No signature is the zero address's, which is no session's key.
        address signer = SignatureLib.signerOf(_hashReceipt(sessionId, cumulativeAmount), signature);
        require(signer == terms.payerKey, SessionEscrow_SignatureInvalid(sessionId, cumulativeAmount, terms.payerKey));

        // Effect: monotone, so no amount is paid twice.
        uint88 covered = SessionLib.coveredAmount(session, cumulativeAmount);
        amount = covered - session.redeemed;
        session.redeemed = covered;
        _store(sessionId, session);
        emit ReceiptRedeemed(sessionId, terms.provider, amount, cumulativeAmount, covered);

        // Interaction: the payout address has it.
        _pay(terms.payout, terms.token, amount);
    }

    /// @dev Writes a session's slot.
    function _store(bytes32 sessionId, Session memory session) private {
        _sessions[sessionId] = SessionSlot.pack(session);
    }

    /// @dev The only gate: finds the session of the terms, and reverts unless it is in a state that the call needs.
    function _load(
        SessionTerms calldata terms,
        uint256 allowed
    ) private view returns (bytes32 sessionId, Session memory session) {
        (sessionId, session) = _find(terms);
        require(_isIn(session, allowed), SessionEscrow_UnexpectedState(sessionId, session.state, allowed));
    }

    /// @dev Finds the session of the terms, in whatever state.
    function _find(SessionTerms calldata terms) private view returns (bytes32 sessionId, Session memory session) {
        sessionId = terms.idOf();
        session = SessionSlot.unpack(_sessions[sessionId]);
    }

    /// @dev Reverts unless the caller is the payer, and the session has not expired. Its last second belongs to it.
    function _requirePayer(bytes32 sessionId, SessionTerms calldata terms) private view {
        uint40 nowAt = uint40(block.timestamp);
        require(msg.sender == terms.payer, SessionEscrow_NotPayer(sessionId, msg.sender));
        require(nowAt <= terms.expiresAt, SessionEscrow_Expired(sessionId, nowAt, terms.expiresAt));
    }

    /// @dev The EIP-712 digest of a receipt.
    function _hashReceipt(bytes32 sessionId, uint128 cumulativeAmount) private view returns (bytes32) {
        return _hashTypedDataV4(SessionLib.receiptHash(sessionId, cumulativeAmount));
    }

    /// @dev Whether the session is in one of the states.
    function _isIn(Session memory session, uint256 allowed) private pure returns (bool) {
        return (1 << uint8(session.state)) & allowed != 0;
    }
}
