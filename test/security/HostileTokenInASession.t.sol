// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {IFalseToken, IPlainToken, IReentrantToken} from "../utils/MockInterfaces.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";
import {BoastfulToken} from "./mocks/BoastfulToken.sol";

/// @notice The attack: buy calls in a token that reverts, returns false, takes a fee or calls back, so that receipts
/// cannot be redeemed, or are redeemed twice.
/// Peer: Prime Intellect, which left return values of ERC-20 calls unchecked (read; peers.md 4.0).
contract HostileTokenInASessionTest is SessionFixture {
    uint256 private constant FUNDS = 1_000e18;

    function setUp() public {
        setUpSessions();
    }

    /// @dev No call of a session calls a token: it is redeemed, topped up and closed in claims while the token stands
    /// still.
    function testFuzz_ItStopsInTheMiddle(bool returnsFalse, bool byStranger, uint256 amount) public {
        address token = returnsFalse ? deploy("FalseToken", "") : address(new BoastfulToken());
        SessionTerms memory terms = _openIn(IPlainToken(token), FUNDS);
        uint256 had = _claimIn(token, client) + DEPOSIT;
        amount = bound(amount, 1, DEPOSIT);
        if (returnsFalse) IFalseToken(token).setFails(true);
        else BoastfulToken(token).stop();

        redeem(terms, uint128(amount));
        vm.prank(client);
        sessions.topUp(terms, 1e18);
        startClose(terms);
        vm.warp(block.timestamp + GRACE_SECONDS + 1);
        vm.prank(byStranger ? stranger : client);
        sessions.close(terms);
        assertTrue(sessionOf(terms).state == SessionState.CLOSED, "closed");
        assertEq(_claimIn(token, payout), amount, "the provider's claim");
        assertEq(_claimIn(token, client), had - amount, "the client's claim");
        assertEq(_claimIn(token, address(sessions)), 0, "nothing is left");
        assertEq(claimOf(client), CLIENT_FUNDS, "the good token's claims are whole");
    }

    /// @dev It calls back while its tokens are taken out, and redeems or closes: each once, and nobody is paid more than
    /// there is.
    function testFuzz_ItCallsBack(bool closes, uint256 withdrawn, uint256 amount) public {
        IReentrantToken token = IReentrantToken(deploy("ReentrantToken", ""));
        SessionTerms memory terms = _openIn(IPlainToken(address(token)), FUNDS);
        uint256 claim = _claimIn(address(token), client);
        withdrawn = bound(withdrawn, 1, claim);
        amount = bound(amount, 1, DEPOSIT);
        bytes memory redeemInput = redeemCall(terms, uint128(amount));
        vm.warp(terms.expiresAt + GRACE_SECONDS + 1);
        token.arm(address(sessions), closes ? abi.encodeCall(sessions.close, (terms)) : redeemInput);
        vm.prank(client);
        vault.withdraw(token, withdrawn, client);
        assertTrue(token.called() && token.succeeded(), "anybody may call that, also the token");
        if (!closes) {
            (bool again, ) = address(sessions).call(redeemInput);
            assertFalse(again, "the receipt pays once");
            sessions.close(terms);
        }
        uint256 earned = closes ? 0 : amount;
        assertEq(_claimIn(address(token), payout), earned, "the provider's claim");
        assertEq(_claimIn(address(token), client), claim - withdrawn + DEPOSIT - earned, "the client's claim");
        assertEq(_claimIn(address(token), address(sessions)), 0, "nothing is left");
        assertEq(token.balanceOf(address(vault)), FUNDS - withdrawn, "the tokens behind them");
    }

    /// @dev It takes a fee on the way in: a session can be opened with what arrived, and with no unit more.
    function testFuzz_ItTakesAFee(uint256 funds, uint256 feeBps) public {
        funds = bound(funds, 1e6, FUNDS);
        feeBps = bound(feeBps, 1, 9_999);
        IPlainToken token = IPlainToken(deploy("FeeToken", abi.encode(feeBps)));
        SessionTerms memory terms = _termsIn(IPlainToken(address(token)), funds);
        uint256 arrived = _claimIn(address(token), client);
        assertTrue(arrived < funds, "a fee was taken");
        vm.prank(client);
        (bool opened, ) = address(sessions).call(abi.encodeCall(sessions.open, (terms, uint128(arrived + 1))));
        assertFalse(opened, "a unit that did not arrive");
        vm.prank(client);
        sessions.open(terms, uint128(arrived));
        redeem(terms, type(uint128).max);
        assertEq(_claimIn(address(token), payout), arrived, "the provider's claim");
        assertEq(token.balanceOf(address(vault)), arrived, "the tokens behind it");
    }

    /// @dev A session in the token, with the fixture's deposit.
    function _openIn(IPlainToken token, uint256 funds) private returns (SessionTerms memory terms) {
        terms = _termsIn(token, funds);
        vm.prank(client);
        sessions.open(terms, uint128(DEPOSIT));
    }

    /// @dev Terms in the token, which the client has in the vault and the market may draw on.
    function _termsIn(IPlainToken token, uint256 funds) private returns (SessionTerms memory terms) {
        terms = defaultTerms();
        terms.token = address(token);
        token.mint(client, funds);
        vm.startPrank(client);
        token.approve(address(vault), funds);
        vault.deposit(token, funds, client);
        vault.approve(address(sessions), idOf(token), type(uint256).max);
        vm.stopPrank();
    }

    function _claimIn(address token, address account) private view returns (uint256) {
        return vault.balanceOf(account, idOf(IERC20(token)));
    }
}
