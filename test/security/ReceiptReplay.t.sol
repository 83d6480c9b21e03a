// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {Redemption, SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: be paid a second time by a receipt: in another session, at another deployment, on another
/// chain, or again.
/// Peer: Livepeer, whose ticket hash has no domain separator (read), and Prime Intellect, whose invites name neither
/// chain nor contract (read; peers.md 4.0).
contract ReceiptReplayTest is SessionFixture {
    uint128 private constant CONSUMED = 40e18;

    SessionTerms private _terms;
    bytes private _receipt;

    /// @dev A provider that has a receipt, and was paid for it.
    function setUp() public {
        setUpSessions();
        _terms = openSession();
        _receipt = signReceipt(_terms, CONSUMED);
        redeem(_terms, CONSUMED);
    }

    /// @dev Alone and in a batch, before and after a top-up, and after the payer asked for the end.
    function testFuzz_Again(bool toppedUp, bool closing, uint8 copies) public {
        if (toppedUp) topUpSession(_terms, DEPOSIT);
        if (closing) startClose(_terms);
        Books memory expected = booksOf(_terms);
        bytes memory stale = SessionErrors.receiptStale(
            idOfSession(_terms),
            CONSUMED,
            CONSUMED,
            expected.session.deposited
        );
        requireRevertHere(operator, _input(_terms), stale, "the same receipt");
        Redemption[] memory batch = new Redemption[](bound(copies, 1, 10));
        for (uint256 i; i < batch.length; ++i) batch[i] = Redemption(_terms, CONSUMED, _receipt);
        assertEq(sessions.redeemMany(batch), 0, "copies");
        requireBooks(_terms, expected);
    }

    /// @dev In the next session of the same payer, key and provider; and in one with another provider, who saw it.
    function testFuzz_InAnotherSession(uint256 salt, bool otherProvider, bool batched) public {
        vm.assume(salt != _terms.salt);
        SessionTerms memory next = _terms;
        next.salt = salt;
        if (otherProvider) {
            vm.prank(stranger);
            registry.register(Profile({payout: stranger, encryptionKey: keccak256("rival"), endpoint: ""}));
            (next.provider, next.payout) = (stranger, stranger);
        }
        openSession(next, DEPOSIT);
        Books memory expected = booksOf(next);
        bytes memory input = _input(next);
        if (batched) {
            Redemption[] memory batch = new Redemption[](1);
            batch[0] = Redemption(next, CONSUMED, _receipt);
            input = abi.encodeCall(ISessionEscrow.redeemMany, (batch));
        }
        bytes memory refusal = SessionErrors.signatureInvalid(idOfSession(next), CONSUMED, payerKey);
        requireRevertHere(stranger, input, refusal, "another session");
        requireBooks(next, expected);
    }

    /// @dev At a second deployment, where the same terms have the same id.
    function testFuzz_AtAnotherDeployment(uint64 chain, bool elsewhere) public {
        ISessionEscrow twin = deploySessions();
        vm.prank(client);
        vault.approve(address(twin), idOf(payToken), DEPOSIT);
        vm.prank(client);
        bytes32 sessionId = twin.open(_terms, uint128(DEPOSIT));
        assertEq(sessionId, idOfSession(_terms), "the same id");
        if (elsewhere) vm.chainId(_otherChain(chain));
        bytes memory refusal = SessionErrors.signatureInvalid(sessionId, CONSUMED, payerKey);
        assertReverts(operator, address(twin), _input(_terms), refusal, "at the twin");
        assertEq(claimOf(address(twin)), DEPOSIT, "its deposit stays");
    }

    /// @dev On a fork of the chain, where the session stands as it stands here.
    function testFuzz_OnAFork(uint64 chain, uint128 more) public {
        more = uint128(bound(more, CONSUMED + 1, type(uint128).max));
        _receipt = signReceipt(_terms, more);
        Books memory expected = booksOf(_terms);
        vm.chainId(_otherChain(chain));
        bytes memory input = abi.encodeCall(ISessionEscrow.redeem, (_terms, more, _receipt));
        bytes memory refusal = SessionErrors.signatureInvalid(idOfSession(_terms), more, payerKey);
        requireRevertHere(operator, input, refusal, "on a fork");
        requireBooks(_terms, expected);
    }

    /// @dev Terms are used once, so no second session of theirs is there for old receipts.
    function testFuzz_InTheSameTermsAgain(uint256 wait) public {
        closeSession(_terms);
        vm.warp(block.timestamp + bound(wait, 0, 12 hours));
        bytes memory used = SessionErrors.unexpectedState(idOfSession(_terms), SessionState.CLOSED, 1);
        requireRevertHere(client, abi.encodeCall(ISessionEscrow.open, (_terms, 1)), used, "terms are used once");
        bytes memory over = SessionErrors.unexpectedState(idOfSession(_terms), SessionState.CLOSED, 6);
        requireRevertHere(operator, _input(_terms), over, "the old receipt");
    }

    function _input(SessionTerms memory terms) private view returns (bytes memory) {
        return abi.encodeCall(ISessionEscrow.redeem, (terms, CONSUMED, _receipt));
    }

    function _otherChain(uint64 chain) private view returns (uint64) {
        chain = uint64(bound(chain, 1, type(uint64).max));
        vm.assume(chain != block.chainid);
        return chain;
    }
}
