// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {SessionTerms} from "../../contracts/types/Session.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: let somebody open a session and never answer, so that the deposit is locked.
/// Peer: Golem, where a timed-out task left funds locked (reported: clay#2652); iExec, where a failed task could not be
/// claimed and 0.3 RLC stayed locked for weeks (reported: iexec-worker#244; peers.md 2).
contract SessionProviderSilentTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    /// @dev All of it comes home, by anybody's call, a second after the grace and not before.
    function testFuzz_AllComesHome(uint256 seed, address caller, bool asks) public {
        vm.assume(caller != owner && caller != operator);
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        bytes32 sessionId = openSession(terms, deposit);
        vm.warp(pick(seed, "asked", block.timestamp, terms.expiresAt));
        if (asks) startClose(terms);
        uint256 lastAt = asks ? block.timestamp + terms.graceSeconds : uint256(terms.expiresAt) + terms.graceSeconds;
        Books memory expected = booksOf(terms);
        expectClosed(expected);
        vm.warp(lastAt);
        bytes memory early = SessionErrors.tooEarly(sessionId, lastAt, lastAt);
        requireRevertHere(caller, abi.encodeCall(ISessionEscrow.close, (terms)), early, "in the last second");
        vm.warp(lastAt + 1);
        vm.prank(caller);
        sessions.close(terms);
        requireBooks(terms, expected);
        uint256 claim = claimOf(client);
        vm.prank(client);
        vault.withdraw(payToken, claim, client);
        assertEq(payToken.balanceOf(client), claim, "in tokens");
        assertTrue(claim >= deposit, "all of the deposit");
    }

    /// @dev The longest that a deposit can wait: 30 days from the day on which the payer asks, whatever the terms.
    function testFuzz_TheLongestWait(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        openSession(terms, DEPOSIT);
        vm.warp(pick(seed, "asked", block.timestamp, terms.expiresAt));
        startClose(terms);
        vm.warp(block.timestamp + 30 days + 1);
        vm.prank(stranger);
        sessions.close(terms);
        assertEq(claimOf(client), CLIENT_FUNDS + DEPOSIT, "all is back");
    }

    /// @dev The provider that left for good holds up nothing: no key of its own, no operator, another owner.
    function test_AProviderThatIsGone() public {
        SessionTerms memory terms = openSession();
        vm.startPrank(owner);
        registry.setOperator(provider, operator, false);
        registry.offerOwnership(provider, address(0xdead));
        vm.stopPrank();
        vm.prank(address(0xdead));
        registry.acceptOwnership(provider);
        vm.warp(uint256(terms.expiresAt) + terms.graceSeconds + 1);
        vm.prank(client);
        sessions.close(terms);
        assertEq(claimOf(client), CLIENT_FUNDS + DEPOSIT, "all is back");
    }

    /// @dev Nothing is served, so no receipt is signed, so nothing can be taken: not by the provider's side either.
    function testFuzz_WithoutAReceiptNothingIsTaken(uint256 seed, uint128 cumulative, bytes memory word) public {
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        cumulative = uint128(bound(cumulative, 1, type(uint128).max));
        bytes memory refusal = SessionErrors.signatureInvalid(sessionId, cumulative, payerKey);
        uint256[3] memory keys = [OWNER_KEY, OPERATOR_KEY, PROVIDER_KEY];
        for (uint256 i; i < keys.length; ++i) {
            bytes memory signature = signReceiptAs(keys[i], terms, cumulative);
            bytes memory input = abi.encodeCall(ISessionEscrow.redeem, (terms, cumulative, signature));
            requireRevertHere(operator, input, refusal, "its own word");
        }
        bytes memory made = abi.encodeCall(ISessionEscrow.redeem, (terms, cumulative, word));
        requireRevertHere(operator, made, refusal, "a word made up");
        closeSession(terms);
        assertEq(claimOf(client), CLIENT_FUNDS + DEPOSIT, "a close gives all of it back");
    }
}
