// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionEscrowCloseTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    /// @dev The provider's owner, whenever it likes: open or closing, before the expiry or long after it.
    function testFuzz_When_TheProvidersOwnerCloses(uint256 seed, bool closing) public {
        SessionTerms memory terms = _anySession(seed, closing);
        vm.warp(block.timestamp + pick(seed, "wait", 0, 1_000 days));
        _requireCloses(terms, owner);
    }

    function testFuzz_When_AnyoneClosesAfterTheGrace(uint256 seed, address caller, bool closing) public {
        SessionTerms memory terms = _anySession(seed, closing);
        vm.warp(_graceUntil(terms, closing) + 1 + pick(seed, "late", 0, 1_000 days));
        _requireCloses(terms, caller);
    }

    /// @dev The grace's last second is the provider's, whichever way the grace began.
    function testFuzz_TheGraceIncludesItsLastSecond(uint256 seed, address caller, bool closing) public {
        vm.assume(caller != owner);
        SessionTerms memory terms = _anySession(seed, closing);
        uint256 lastAt = _graceUntil(terms, closing);
        uint256[3] memory times = [block.timestamp, pick(seed, "early", block.timestamp, lastAt), lastAt];
        address[7] memory callers = [caller, client, payerKey, operator, provider, payout, stranger];
        for (uint256 i; i < times.length; ++i) {
            vm.warp(times[i]);
            for (uint256 j; j < callers.length; ++j) {
                bytes memory expected = SessionErrors.tooEarly(idOfSession(terms), times[i], lastAt);
                requireRevertHere(callers[j], _closeCall(terms), expected, "within the grace");
            }
        }
        vm.warp(lastAt + 1);
        _requireCloses(terms, callers[seed % callers.length]);
    }

    /// @dev Once the payer asked, it is the stored second that counts, also where the expiry passes meanwhile.
    function testFuzz_When_ThePayerAsked_TheExpiryDoesNotCount(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        terms.expiresAt = uint40(block.timestamp + 31 days);
        openSession(terms, anyDeposit(seed));
        vm.warp(terms.expiresAt - pick(seed, "before", 1, terms.graceSeconds));
        uint256 lastAt = block.timestamp + terms.graceSeconds;
        startClose(terms);
        vm.warp(lastAt);
        bytes memory expected = SessionErrors.tooEarly(idOfSession(terms), lastAt, lastAt);
        requireRevertHere(client, _closeCall(terms), expected, "the last second");
        assertTrue(lastAt < uint256(terms.expiresAt) + terms.graceSeconds, "earlier than by itself");
        vm.warp(lastAt + 1);
        _requireCloses(terms, stranger);
    }

    /// @dev Who owned the provider is anybody.
    function testFuzz_RevertWhen_TheCallerOwnedTheProviderBefore(bool closing) public {
        SessionTerms memory terms = _anySession(1, closing);
        vm.prank(owner);
        registry.offerOwnership(provider, stranger);
        vm.prank(stranger);
        registry.acceptOwnership(provider);
        bytes memory expected = SessionErrors.tooEarly(
            idOfSession(terms),
            block.timestamp,
            _graceUntil(terms, closing)
        );
        requireRevertHere(owner, _closeCall(terms), expected, "gone");
        _requireCloses(terms, stranger);
    }

    /// @dev Another provider's owner is nobody here.
    function test_RevertWhen_TheCallerOwnsAnotherProvider() public {
        address rival = address(uint160(0x9a9a7));
        vm.prank(rival);
        registry.register(Profile({payout: rival, encryptionKey: keccak256("rival"), endpoint: ""}));
        SessionTerms memory terms = openSession();
        bytes memory expected = SessionErrors.tooEarly(
            idOfSession(terms),
            block.timestamp,
            uint256(terms.expiresAt) + terms.graceSeconds
        );
        requireRevertHere(rival, _closeCall(terms), expected, "the rival");
    }

    /// @dev All was redeemed: nothing moves, and the vault is not even called.
    function testFuzz_When_NothingIsLeft(uint256 seed, bool closing) public {
        SessionTerms memory terms = anyTerms(seed);
        openSession(terms, anyDeposit(seed));
        redeem(terms, type(uint128).max);
        if (closing) startClose(terms);
        Books memory expected = booksOf(terms);
        expectClosed(expected);
        expectEvent(address(sessions));
        emit ISessionEscrow.SessionClosed(idOfSession(terms), provider, client, owner, 0);
        vm.recordLogs();
        closeSession(terms);
        assertEq(vm.getRecordedLogs().length, 1, "no transfer");
        requireBooks(terms, expected);
        assertEq(claimOf(address(sessions)), 0, "the market is empty");
    }

    /// @dev A session of any terms, partly redeemed, closing from any second on where it is to be.
    function _anySession(uint256 seed, bool closing) private returns (SessionTerms memory terms) {
        terms = anyTerms(seed);
        uint128 deposit = uint128(pick(seed, "deposit", 2, MOST_DEPOSIT));
        openSession(terms, deposit);
        if (pick(seed, "redeems", 0, 1) == 1) redeem(terms, uint128(pick(seed, "receipt", 1, deposit - 1)));
        if (!closing) return terms;
        vm.warp(pick(seed, "asked", block.timestamp, terms.expiresAt));
        startClose(terms);
    }

    function _requireCloses(SessionTerms memory terms, address caller) private {
        Books memory expected = booksOf(terms);
        uint256 rest = expected.session.deposited - expected.session.redeemed;
        expectClosed(expected);
        expectEvent(address(sessions));
        emit ISessionEscrow.SessionClosed(idOfSession(terms), provider, client, caller, rest);
        expectTransfer(address(sessions), client, rest);
        vm.recordLogs();
        vm.prank(caller);
        sessions.close(terms);
        assertEq(vm.getRecordedLogs().length, 2, "two events");
        requireBooks(terms, expected);
    }

    function _graceUntil(SessionTerms memory terms, bool closing) private view returns (uint256) {
        return closing ? sessionOf(terms).graceUntil : uint256(terms.expiresAt) + terms.graceSeconds;
    }

    function _closeCall(SessionTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(ISessionEscrow.close, (terms));
    }
}
