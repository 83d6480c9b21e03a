// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer} from "../../contracts/types/Order.sol";
import {LibraryErrors} from "../utils/LibraryErrors.sol";
import {IFalseToken, IPlainToken, IReentrantToken} from "../utils/MockInterfaces.sol";
import {vm} from "../utils/Vm.sol";
import {BoastfulToken} from "./mocks/BoastfulToken.sol";
import {EndlessToken} from "./mocks/EndlessToken.sol";
import {Story} from "./Story.sol";

/// @notice The attack: an order names a token that reverts, re-enters, returns false, takes a fee, or lies about what
/// arrived, to stop a job from ending or to be credited with tokens of others.
/// Peer: Prime Intellect, which left return values of ERC-20 calls unchecked (read; peers.md 4.0).
contract HostileTokenTest is Story {
    uint256 private constant FUNDS = 1_000e18;

    function setUp() public {
        setUpStory();
    }

    /// @dev A token that stops moving in the middle of a job: the job ends all the same, in claims. Who asked for that
    /// token waits for it; the good token's claims are whole, and tokens of it can be taken out.
    function testFuzz_ItStopsInTheMiddle(bool delivered, bool returnsFalse) public {
        address token = returnsFalse ? deploy("FalseToken", "") : address(new BoastfulToken());
        JobTerms memory terms = _openIn(IERC20(token));
        uint256 had = vault.balanceOf(client, idOf(IERC20(token)));
        Ledger memory expected = ledgerOf(terms);
        if (returnsFalse) IFalseToken(token).setFails(true);
        else BoastfulToken(token).stop();

        if (delivered) submitJob(terms);
        vm.warp(block.timestamp + 30 days);
        if (delivered) escrow.settle(terms);
        else escrow.expire(terms);
        expected.locked -= terms.collateral;
        expected.order.active -= 1;
        if (!delivered) expectSlash(expected, terms.collateral);
        requireLedger(terms, expected);
        assertEq(vault.balanceOf(payout, idOf(IERC20(token))), delivered ? priceOf(terms) : 0, "the provider's claim");
        assertEq(
            vault.balanceOf(client, idOf(IERC20(token))),
            delivered ? had : had + priceOf(terms),
            "the client's claim"
        );

        vm.startPrank(client);
        (bool succeeded, ) = address(vault).call(abi.encodeCall(vault.withdraw, (IERC20(token), 1, client)));
        vault.withdraw(payToken, CLIENT_FUNDS, client);
        vm.stopPrank();
        assertFalse(succeeded, "the stopped token");
        assertEq(payToken.balanceOf(client), CLIENT_FUNDS, "the good token");
    }

    /// @dev A transfer that says false is no transfer: no claim without tokens, no claim gone without them.
    function testFuzz_ItReturnsFalse(uint256 amount) public {
        amount = bound(amount, 1, FUNDS);
        IFalseToken token = IFalseToken(deploy("FalseToken", ""));
        _fundIn(token, client, FUNDS);
        token.setFails(true);
        bytes4 error_ = LibraryErrors.SafeERC20FailedOperation.selector;
        bytes memory input = abi.encodeCall(vault.deposit, (token, amount, client));
        requireRefused(client, address(vault), input, error_, "deposit");
        input = abi.encodeCall(vault.withdraw, (token, amount, client));
        requireRefused(client, address(vault), input, error_, "withdraw");
        assertEq(vault.balanceOf(client, idOf(token)), FUNDS, "the claim");
        assertEq(token.balanceOf(address(vault)), FUNDS, "the tokens behind it");
    }

    /// @dev A claim is worth what arrived, so that the last to withdraw finds it too.
    function testFuzz_ItTakesAFee(uint256 feeBps, uint256 amount, uint256 others) public {
        feeBps = bound(feeBps, 1, 9_999);
        (amount, others) = (bound(amount, 1e6, FUNDS), bound(others, 1e6, FUNDS));
        IPlainToken token = IPlainToken(deploy("FeeToken", abi.encode(feeBps)));
        _fundIn(token, stranger, others);
        _fundIn(token, client, amount);
        uint256 claim = vault.balanceOf(client, idOf(token));
        uint256 othersClaim = vault.balanceOf(stranger, idOf(token));
        assertEq(claim, amount - (amount * feeBps) / 10_000, "the claim is net");
        assertEq(token.balanceOf(address(vault)), claim + othersClaim, "and covered");
        vm.prank(stranger);
        vault.withdraw(token, othersClaim, stranger);
        vm.prank(client);
        vault.withdraw(token, claim, client);
        assertEq(token.balanceOf(address(vault)), 0, "the last one found all of it");
    }

    /// @dev It calls back while it is measured: what it deposits meanwhile would be counted twice.
    function testFuzz_ItReenters(uint256 amount, bool withdraws) public {
        amount = bound(amount, 1, FUNDS);
        IReentrantToken token = IReentrantToken(deploy("ReentrantToken", ""));
        _fundIn(token, client, 2 * FUNDS);
        _fundIn(token, address(token), FUNDS);
        token.mint(address(token), FUNDS);
        token.approveOwn(address(vault), FUNDS);
        token.mint(client, FUNDS);
        vm.prank(client);
        token.approve(address(vault), FUNDS);
        bytes memory back =
            withdraws
                ? abi.encodeCall(vault.withdraw, (token, amount, address(token)))
                : abi.encodeCall(vault.deposit, (token, amount, address(token)));
        token.arm(address(vault), back);
        vm.prank(client);
        vault.deposit(token, amount, client);

        assertTrue(token.called() && !token.succeeded(), "the call back was refused");
        assertEq(vault.balanceOf(client, idOf(token)), 2 * FUNDS + amount, "the client's claim");
        assertEq(vault.balanceOf(address(token), idOf(token)), FUNDS, "the token's own claim");
        assertEq(token.balanceOf(address(vault)), 3 * FUNDS + amount, "the tokens behind them");
    }

    /// @dev It makes claims of itself without end: they are worth itself, and buy nothing that is paid in another token.
    function testFuzz_ItBoasts(uint256 amount) public {
        amount = bound(amount, 1e18, FUNDS);
        BoastfulToken token = new BoastfulToken();
        _fundIn(IPlainToken(address(token)), stranger, amount);
        assertEq(vault.balanceOf(stranger, idOf(IERC20(address(token)))), amount * 1_001, "what it says arrived");
        assertEq(claimOf(stranger), 0, "none of it is the good token");
        bytes4 error_ = LibraryErrors.ERC6909InsufficientBalance.selector;
        vm.prank(stranger);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
        bytes memory take = takeCall(defaultOffer(), defaultTake());
        requireRefused(stranger, address(escrow), take, error_, "a job for a boast");
        assertEq(payToken.balanceOf(address(vault)), CLIENT_FUNDS, "the good token's vault");
        assertEq(claimOf(client), CLIENT_FUNDS, "the client's claim");
    }

    /// @dev It fills somebody's claim up, so that the payment which ends a job would overflow and the collateral stay locked:
    /// the client's before a refund, the payout address's before a price is paid. No claim can be filled up, and the job
    /// ends as any other.
    function testFuzz_ItMintsWithoutEnd(uint8 end, uint256[3] memory boasts, bool toTheBrim) public {
        EndlessToken endless = new EndlessToken();
        IERC20 token = IERC20(address(endless));
        _claimEndless(endless, client, FUNDS);
        vm.prank(client);
        vault.approve(address(escrow), idOf(token), type(uint256).max);
        Offer memory offer = defaultOffer();
        offer.token = address(token);
        JobTerms memory terms = openJobWith(offer, signOffer(OWNER_KEY, offer), defaultTake());
        Ledger memory expected = ledgerOf(terms);

        end %= 5;
        address paid = end < 3 ? client : payout;
        if (end > 2) submitJob(terms);
        for (uint256 i; i < boasts.length; ++i) {
            bool brim = toTheBrim && i == 0;
            uint256 most = i == 1 ? type(uint256).max : type(uint128).max;
            uint256 boast = brim ? type(uint256).max - vault.balanceOf(paid, idOf(token)) : bound(boasts[i], 0, most);
            _claimEndless(endless, paid, boast);
        }
        uint256 had = vault.balanceOf(paid, idOf(token));
        _end(terms, end);

        expected.locked -= terms.collateral;
        expected.order.active -= 1;
        if (end == 1) expectSlash(expected, (terms.collateral + 3) / 4);
        if (end == 2) expectSlash(expected, terms.collateral);
        requireLedger(terms, expected);
        assertEq(vault.balanceOf(paid, idOf(token)) - had, priceOf(terms), "the price");
    }

    /// @dev A key that the owner gave no bound for the token cannot promise to work for it.
    function test_AnOperatorCannotAskForIt() public {
        Offer memory offer = defaultOffer();
        offer.token = address(new BoastfulToken());
        bytes4 error_ = bytes4(keccak256("OfferBook_CannotPromise(bytes32,address,address)"));
        requireRefused(client, address(escrow), takeCall(offer, defaultTake()), error_, "a token of no bound");
    }

    /// @dev Staking takes one token for ever. Were it one that takes a fee, no stake would be credited short.
    function testFuzz_StakingTakesNoFeeToken(uint256 feeBps, uint128 amount) public {
        feeBps = bound(feeBps, 1, 10_000);
        amount = uint128(bound(amount, 1e6, FUNDS));
        IPlainToken token = IPlainToken(deploy("FeeToken", abi.encode(feeBps)));
        IProviderStaking other = IProviderStaking(deploy("ProviderStaking", abi.encode(token, registry, THAW_SECONDS)));
        token.mint(stranger, amount);
        vm.prank(stranger);
        token.approve(address(other), amount);
        bytes4 error_ = IProviderStaking.ProviderStaking_UnexpectedReceipt.selector;
        bytes memory input = abi.encodeCall(other.deposit, (provider, amount));
        requireRefused(stranger, address(other), input, error_, "a fee on stake");
        assertEq(other.committedOf(provider), 0, "no stake");
        assertEq(token.balanceOf(stranger), amount, "the payer has its tokens");
    }

    /// @dev A job whose price is in a token that only the owner would take.
    function _openIn(IERC20 token) private returns (JobTerms memory) {
        Offer memory offer = defaultOffer();
        offer.token = address(token);
        _fundIn(IPlainToken(address(token)), client, FUNDS);
        vm.prank(client);
        vault.approve(address(escrow), idOf(token), type(uint256).max);
        return openJobWith(offer, signOffer(OWNER_KEY, offer), defaultTake());
    }

    /// @dev Deposits what the token says, if the vault takes it.
    function _claimEndless(EndlessToken endless, address account, uint256 amount) private {
        endless.say(amount);
        (bool succeeded, ) = address(vault).call(abi.encodeCall(vault.deposit, (IERC20(address(endless)), 1, account)));
        assertTrue(succeeded == (amount != 0 && amount <= type(uint128).max), "taken within the bound");
    }

    /// @dev Declines, forfeits, expires, accepts or settles.
    function _end(JobTerms memory terms, uint8 end) private {
        if (end == 2 || end == 4) vm.warp(block.timestamp + 30 days);
        vm.prank(end == 3 ? client : operator);
        if (end == 0) escrow.decline(terms, "");
        else if (end == 1) escrow.forfeit(terms);
        else if (end == 2) escrow.expire(terms);
        else if (end == 3) escrow.accept(terms);
        else escrow.settle(terms);
    }

    function _fundIn(IPlainToken token, address account, uint256 amount) private {
        token.mint(account, amount);
        vm.startPrank(account);
        token.approve(address(vault), amount);
        vault.deposit(token, amount, account);
        vm.stopPrank();
    }
}
