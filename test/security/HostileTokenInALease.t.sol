// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../contracts/types/Lease.sol";
import {IFalseToken, IPlainToken, IReentrantToken} from "../utils/MockInterfaces.sol";
import {vm} from "../utils/Vm.sol";
import {BoastfulToken} from "./mocks/BoastfulToken.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: rent in a token that reverts, returns false or calls back, so that a lease cannot end, or ends
/// twice.
/// Peer: Prime Intellect, which left return values of ERC-20 calls unchecked (read; peers.md 4.0).
contract HostileTokenInALeaseTest is LeaseStory {
    uint256 private constant FUNDS = 1_000e18;

    function setUp() public {
        setUpLeaseStory();
    }

    /// @dev No call of a lease calls a token: it runs, is paid and ends in claims while the token stands still.
    function testFuzz_ItStopsInTheMiddle(bool returnsFalse, bool byStranger) public {
        address token = returnsFalse ? deploy("FalseToken", "") : address(new BoastfulToken());
        LeaseTerms memory terms = _openIn(IPlainToken(token));
        uint256 had = _claimIn(token, client) + priceOf(terms, FUNDED_SECONDS);
        if (returnsFalse) IFalseToken(token).setFails(true);
        else BoastfulToken(token).stop();

        checkIn(terms);
        pass(50);
        leases.withdraw(terms);
        topUp(terms, 100);
        pass(500);
        closeAs(byStranger ? stranger : client, terms);
        assertTrue(leaseOf(terms).state == LeaseState.CLOSED, "closed");
        assertEq(_claimIn(token, payout), priceOf(terms, GRACE_SECONDS), "the provider's claim");
        assertEq(_claimIn(token, client), had - priceOf(terms, GRACE_SECONDS), "the client's claim");
        assertEq(_claimIn(token, address(leases)), 0, "nothing is left");
        assertEq(claimOf(client), CLIENT_FUNDS, "the good token's claims are whole");
    }

    /// @dev It calls back while its tokens are taken out, and ends or draws on a lease of them: each once, and nobody is
    /// paid more than there is.
    function testFuzz_ItCallsBack(bool closes, uint256 amount) public {
        IReentrantToken token = IReentrantToken(deploy("ReentrantToken", ""));
        LeaseTerms memory terms = _openIn(IPlainToken(address(token)));
        checkIn(terms);
        pass(GRACE_SECONDS + 1);
        uint256 claim = _claimIn(address(token), client);
        amount = bound(amount, 1, claim);
        token.arm(
            address(leases),
            closes ? abi.encodeCall(leases.close, (terms)) : abi.encodeCall(leases.withdraw, (terms))
        );
        vm.prank(client);
        vault.withdraw(token, amount, client);
        assertTrue(token.called() && token.succeeded(), "anybody may call that, also the token");
        if (!closes) closeAs(stranger, terms);
        uint256 earned = priceOf(terms, GRACE_SECONDS);
        uint256 rest = priceOf(terms, FUNDED_SECONDS - GRACE_SECONDS);
        assertEq(_claimIn(address(token), payout), earned, "the provider's claim");
        assertEq(_claimIn(address(token), client), claim - amount + rest, "the client's claim");
        assertEq(_claimIn(address(token), address(leases)), 0, "nothing is left");
        assertEq(token.balanceOf(address(vault)), FUNDS - amount, "the tokens behind them");
    }

    /// @dev A key that the owner gave no bound for the token cannot promise a machine for it.
    function test_AnOperatorCannotAskForIt() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.token = address(new BoastfulToken());
        bytes4 error_ = bytes4(keccak256("OfferBook_CannotPromise(bytes32,address,address)"));
        requireRefusedLease(client, openCall(offer), error_, "a token of no bound");
    }

    /// @dev A lease in a token that only the owner would take.
    function _openIn(IPlainToken token) private returns (LeaseTerms memory) {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.token = address(token);
        token.mint(client, FUNDS);
        vm.startPrank(client);
        token.approve(address(vault), FUNDS);
        vault.deposit(token, FUNDS, client);
        vault.approve(address(leases), idOf(token), type(uint256).max);
        vm.stopPrank();
        return openLeaseWith(offer, signLeaseOffer(OWNER_KEY, offer), LEASE_SECONDS, FUNDED_SECONDS);
    }

    function _claimIn(address token, address account) private view returns (uint256) {
        return vault.balanceOf(account, idOf(IERC20(token)));
    }
}
