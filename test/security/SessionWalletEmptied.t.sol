// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {LibraryErrors} from "../utils/LibraryErrors.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: open a session, consume, and take the money out of the wallet before the receipt is redeemed.
/// Peer: Infernet, where nothing was locked at the request: the client empties its wallet and the delivery reverts
/// (executed; peers.md 4.0).
contract SessionWalletEmptiedTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    /// @dev The deposit is the market's. Neither the claim nor the allowance of the payer is asked for again.
    function testFuzz_AfterTheOpening_TheProviderIsPaid(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        openSession(terms, deposit);
        uint256 left = claimOf(client);
        vm.startPrank(client);
        vault.withdraw(payToken, left, client);
        vault.approve(address(sessions), idOf(payToken), 0);
        vm.stopPrank();
        uint128 consumed = uint128(pick(seed, "consumed", 1, deposit));
        Books memory expected = booksOf(terms);
        assertEq(expected.payer, 0, "nothing is left");
        expectPaid(expected, consumed);
        redeem(terms, consumed);
        requireBooks(terms, expected);
    }

    /// @dev The deposit comes back by the close alone, which the provider's grace precedes.
    function testFuzz_ThePayerCannotHaveItBackEarly(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        uint256 left = claimOf(client);
        vm.startPrank(client);
        vault.withdraw(payToken, left, client);
        (bool succeeded, ) = address(vault).call(abi.encodeCall(vault.withdraw, (payToken, 1, client)));
        assertFalse(succeeded, "the deposit is no claim of the payer's");
        bytes memory transferFrom = abi.encodeCall(vault.transferFrom, (address(sessions), client, idOf(payToken), 1));
        (succeeded, ) = address(vault).call(transferFrom);
        assertFalse(succeeded, "nor to be drawn");
        vm.stopPrank();
        uint256 lastAt = uint256(terms.expiresAt) + terms.graceSeconds;
        bytes memory early = SessionErrors.tooEarly(sessionId, block.timestamp, lastAt);
        requireRevertHere(client, abi.encodeCall(ISessionEscrow.close, (terms)), early, "a close at once");
        redeem(terms, uint128(DEPOSIT));
        assertEq(claimOf(payout), DEPOSIT, "paid");
    }

    /// @dev An empty wallet opens nothing, so nobody serves for it.
    function testFuzz_BeforeTheOpening_NothingHappens(uint128 deposit) public {
        deposit = uint128(bound(deposit, 1, MOST_DEPOSIT));
        SessionTerms memory terms = defaultTerms();
        uint256 left = claimOf(client);
        vm.prank(client);
        vault.withdraw(payToken, left, client);
        Books memory expected = booksOf(terms);
        bytes memory refusal = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientBalance.selector,
            client,
            0,
            deposit,
            idOf(payToken)
        );
        requireRevertHere(client, abi.encodeCall(ISessionEscrow.open, (terms, deposit)), refusal, "empty");
        requireBooks(terms, expected);
        assertTrue(sessionOf(terms).state == SessionState.NONE, "no session");
    }
}
