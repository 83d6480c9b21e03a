// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, Session, SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {JobFuzz} from "./JobFuzz.sol";
import {vm} from "./Vm.sol";

/// @title SessionFixture
/// @notice Sessions of the client with the provider, whose receipts a key of its own signs, and the books of everybody
/// whom a session may concern.
abstract contract SessionFixture is JobFuzz {
    uint256 internal constant RECEIPT_KEY = 0x9911;
    uint256 internal constant MOST_DEPOSIT = type(uint88).max;
    uint256 internal constant DEPOSIT = 100e18;
    uint32 internal constant GRACE_SECONDS = 7_200;

    /// @dev What everybody owns, and the session. A test takes it before a call, writes into it what the call should
    /// change, and compares it with what is there after the call.
    struct Books {
        uint256 payer;
        uint256 market;
        uint256 payout;
        uint256 key;
        uint256 provider;
        uint256 owner;
        uint256 operator;
        uint256 stranger;
        Session session;
    }

    ISessionEscrow internal sessions;
    address internal payerKey;

    /// @dev Deploys everything, and sets up the provider and the payer, who is the fixture's client.
    function setUpSessions() internal {
        setUpJobs();
        addSessions();
    }

    /// @dev Adds the market for sessions to a suite that stands, with the client's allowance.
    function addSessions() internal {
        sessions = deploySessions();
        payerKey = vm.addr(RECEIPT_KEY);
        vm.label(payerKey, "payer key");
        vm.label(address(sessions), "sessions");
        letSessionsDraw(client);
    }

    /// @dev Another deployment of the same market.
    function deploySessions() internal returns (ISessionEscrow) {
        return ISessionEscrow(deploy("SessionEscrow", abi.encode(registry, vault)));
    }

    /// @dev An account lets the market draw on its claim without end.
    function letSessionsDraw(address account) internal {
        vm.prank(account);
        vault.approve(address(sessions), idOf(payToken), type(uint256).max);
    }

    /// @dev Terms of the client, for a day from now.
    function defaultTerms() internal view returns (SessionTerms memory terms) {
        terms.payer = client;
        terms.payerKey = payerKey;
        terms.provider = provider;
        terms.payout = payout;
        terms.token = address(payToken);
        terms.expiresAt = uint40(block.timestamp) + 1 days;
        terms.graceSeconds = GRACE_SECONDS;
        terms.salt = 1;
    }

    /// @dev Terms within the limits that a seed stands for.
    function anyTerms(uint256 seed) internal view returns (SessionTerms memory terms) {
        terms = defaultTerms();
        terms.expiresAt = uint40(pick(seed, "expiry", block.timestamp, block.timestamp + 366 days));
        terms.graceSeconds = uint32(pick(seed, "grace", 1 hours, 30 days));
        terms.salt = pick(seed, "salt", 0, type(uint256).max);
    }

    /// @dev A deposit that a seed stands for.
    function anyDeposit(uint256 seed) internal pure returns (uint128) {
        return uint128(pick(seed, "deposit", 1, MOST_DEPOSIT));
    }

    /// @dev The client opens a session with money that it is given for it.
    function openSession(SessionTerms memory terms, uint256 amount) internal returns (bytes32 sessionId) {
        fund(terms.payer, amount);
        vm.prank(terms.payer);
        sessionId = sessions.open(terms, uint128(amount));
        assertEq(sessionId, idOfSession(terms), "fixture: session id");
    }

    /// @dev A session of the default terms and deposit.
    function openSession() internal returns (SessionTerms memory terms) {
        terms = defaultTerms();
        openSession(terms, DEPOSIT);
    }

    /// @dev The payer adds money that it is given for it.
    function topUpSession(SessionTerms memory terms, uint256 amount) internal {
        fund(terms.payer, amount);
        vm.prank(terms.payer);
        sessions.topUp(terms, uint128(amount));
    }

    /// @dev The payer asks for the end.
    function startClose(SessionTerms memory terms) internal {
        vm.prank(terms.payer);
        sessions.startClose(terms);
    }

    /// @dev The provider's owner ends it.
    function closeSession(SessionTerms memory terms) internal {
        vm.prank(owner);
        sessions.close(terms);
    }

    /// @dev A session of the default terms that stands in a state, by the shortest way there.
    function sessionIn(SessionState state) internal returns (SessionTerms memory terms) {
        terms = defaultTerms();
        if (state != SessionState.NONE) openSession(terms, DEPOSIT);
        if (state == SessionState.CLOSING) startClose(terms);
        if (state == SessionState.CLOSED) closeSession(terms);
        assertTrue(sessionOf(terms).state == state, "fixture: state of the session");
    }

    /// @dev A receipt of the payer key for this market on this chain.
    function signReceipt(SessionTerms memory terms, uint128 cumulativeAmount) internal view returns (bytes memory) {
        return signReceiptAs(RECEIPT_KEY, terms, cumulativeAmount);
    }

    /// @dev A receipt by any key.
    function signReceiptAs(
        uint256 key,
        SessionTerms memory terms,
        uint128 cumulativeAmount
    ) internal view returns (bytes memory) {
        return signDigest(key, receiptDigest(address(sessions), block.chainid, idOfSession(terms), cumulativeAmount));
    }

    /// @dev What a payer key signs, by the text of EIP-712 and without the market's help.
    function receiptDigest(
        address market,
        uint256 chain,
        bytes32 sessionId,
        uint128 cumulativeAmount
    ) internal pure returns (bytes32) {
        return sessionDigest("Wattle SessionEscrow", "1", chain, market, sessionId, cumulativeAmount);
    }

    /// @dev As {receiptDigest}, in any domain.
    function sessionDigest(
        string memory name,
        string memory version,
        uint256 chain,
        address market,
        bytes32 sessionId,
        uint128 cumulativeAmount
    ) internal pure returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                keccak256(bytes(version)),
                chain,
                market
            )
        );
        bytes32 structHash = keccak256(
            abi.encode(keccak256("Receipt(bytes32 sessionId,uint128 cumulativeAmount)"), sessionId, cumulativeAmount)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    /// @dev The call that redeems a receipt of the payer key.
    function redeemCall(SessionTerms memory terms, uint128 cumulativeAmount) internal view returns (bytes memory) {
        return abi.encodeCall(ISessionEscrow.redeem, (terms, cumulativeAmount, signReceipt(terms, cumulativeAmount)));
    }

    /// @dev A stranger redeems a receipt of the payer key.
    function redeem(SessionTerms memory terms, uint128 cumulativeAmount) internal returns (uint256 amount) {
        bytes memory signature = signReceipt(terms, cumulativeAmount);
        vm.prank(stranger);
        return sessions.redeem(terms, cumulativeAmount, signature);
    }

    /// @dev A receipt of the payer key, ready for a batch.
    function redemption(SessionTerms memory terms, uint128 amount) internal view returns (Redemption memory) {
        return Redemption(terms, amount, signReceipt(terms, amount));
    }

    /// @dev The next call must emit this redemption, and then move the amount to the payout address.
    function expectRedeemed(SessionTerms memory terms, uint256 amount, uint128 cumulative, uint256 redeemed) internal {
        expectEvent(address(sessions));
        emit ISessionEscrow.ReceiptRedeemed(idOfSession(terms), terms.provider, amount, cumulative, redeemed);
        expectTransfer(address(sessions), terms.payout, amount);
    }

    /// @dev The next call must make the market move a claim.
    function expectTransfer(address from, address to, uint256 amount) internal {
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(sessions), from, to, idOf(payToken), amount);
    }

    /// @dev The books of now.
    function booksOf(SessionTerms memory terms) internal view returns (Books memory books) {
        books.payer = claimOf(terms.payer);
        books.market = claimOf(address(sessions));
        books.payout = claimOf(terms.payout);
        books.key = claimOf(terms.payerKey);
        books.provider = claimOf(provider);
        books.owner = claimOf(owner);
        books.operator = claimOf(operator);
        books.stranger = claimOf(stranger);
        books.session = sessionOf(terms);
    }

    /// @dev Requires that the books of now are as expected, entry by entry.
    function requireBooks(SessionTerms memory terms, Books memory expected) internal view {
        Books memory actual = booksOf(terms);
        assertEq(actual.payer, expected.payer, "the payer's claim");
        assertEq(actual.market, expected.market, "the market's claim");
        assertEq(actual.payout, expected.payout, "the payout's claim");
        assertEq(actual.key, expected.key, "the payer key's claim");
        assertEq(actual.provider, expected.provider, "the provider's claim");
        assertEq(actual.owner, expected.owner, "the owner's claim");
        assertEq(actual.operator, expected.operator, "the operator's claim");
        assertEq(actual.stranger, expected.stranger, "the stranger's claim");
        requireSession(actual.session, expected.session);
    }

    /// @dev Requires that two sessions are the same, field by field.
    function requireSession(Session memory actual, Session memory expected) internal pure {
        assertEq(uint8(actual.state), uint8(expected.state), "the session's state");
        assertEq(actual.deposited, expected.deposited, "deposited");
        assertEq(actual.redeemed, expected.redeemed, "redeemed");
        assertEq(actual.openedBlock, expected.openedBlock, "block of the opening");
        assertEq(actual.graceUntil, expected.graceUntil, "end of the grace");
    }

    /// @dev Writes a redemption into the books.
    function expectPaid(Books memory books, uint256 amount) internal pure {
        books.market -= amount;
        books.payout += amount;
        books.session.redeemed += uint88(amount);
    }

    /// @dev Writes the end of a session into the books.
    function expectClosed(Books memory books) internal pure {
        uint256 rest = books.session.deposited - books.session.redeemed;
        books.market -= rest;
        books.payer += rest;
        books.session.state = SessionState.CLOSED;
    }

    /// @dev What the chain stores of a session.
    function sessionOf(SessionTerms memory terms) internal view returns (Session memory) {
        return sessions.sessionOf(idOfSession(terms));
    }

    /// @dev A session's id, by its definition.
    function idOfSession(SessionTerms memory terms) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }

    /// @dev Requires that a call to the market for sessions reverts with exactly this data.
    function requireRevertHere(
        address caller,
        bytes memory input,
        bytes memory expected,
        string memory label
    ) internal {
        assertReverts(caller, address(sessions), input, expected, label);
    }
}
