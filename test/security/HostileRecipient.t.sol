// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {IReentrantToken} from "../utils/MockInterfaces.sol";
import {vm} from "../utils/Vm.sol";
import {DeafAccount} from "./mocks/DeafAccount.sol";
import {Story} from "./Story.sol";

/// @notice The attack: be a contract that refuses, or calls back, when it is paid, so that whoever ends the job cannot;
/// or that the other side's part is held up with one's own.
/// Peer: none known (peers.md 4.2 names the griefing of pushed payments as a known attack).
contract HostileRecipientTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev A client that refuses every call: refund and slash are credited without asking it, and the provider is free.
    function testFuzz_ADeafClient(bool delivered) public {
        client = address(new DeafAccount());
        _fundDeafClient();
        JobTerms memory terms = openJob();
        Ledger memory expected = ledgerOf(terms);
        if (delivered) submitJob(terms);
        vm.warp(block.timestamp + 30 days);
        vm.prank(stranger);
        if (delivered) escrow.settle(terms);
        else escrow.expire(terms);
        expectEnd(expected, terms);
        if (delivered) {
            expected.payoutClaim += priceOf(terms);
        } else {
            expected.clientClaim += priceOf(terms);
            expectSlash(expected, terms.collateral);
        }
        requireLedger(terms, expected);
    }

    /// @dev A payout address that refuses every call: the job ends, the client's part of a split is its own at once.
    function testFuzz_ADeafPayout(bool split) public {
        payout = address(new DeafAccount());
        vm.prank(owner);
        registry.updateProfile(provider, Profile({payout: payout, encryptionKey: keccak256("k"), endpoint: ""}));
        JobTerms memory terms = openJob();
        submitJob(terms);
        if (split) disputeJob(terms);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(block.timestamp + 30 days);
        if (split) escrow.noRuling(terms);
        else escrow.settle(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += split ? 0.12e18 : 0.3e18;
        if (split) {
            expected.clientClaim += 0.18e18 + terms.disputeFee;
            expected.marketClaim -= terms.disputeFee;
        }
        requireLedger(terms, expected);
    }

    /// @dev Whoever shares a slash with somebody that refuses every call has its own part at once.
    function test_ADeafSlashRecipient() public {
        address deaf = address(new DeafAccount());
        vm.prank(owner);
        staking.authorize(provider, stranger, 10e18, 10e18);
        address[] memory recipients = new address[](2);
        uint128[] memory amounts = new uint128[](2);
        (recipients[0], recipients[1]) = (deaf, client);
        (amounts[0], amounts[1]) = (1e18, 4e18);
        vm.startPrank(stranger);
        staking.lock(provider, 10e18);
        staking.slash(provider, 10e18, recipients, amounts);
        vm.stopPrank();
        vm.prank(client);
        staking.withdrawClaim(client);
        assertEq(stakeToken.balanceOf(client), 4e18, "the other recipient has its part");
        assertEq(staking.claimOf(deaf), 1e18, "the deaf one's waits");
        staking.burn();
        assertEq(staking.unburned(), 0, "and the burn needs neither");
        assertEq(stakeToken.balanceOf(address(staking)), STAKE - 10e18 + 1e18, "staking holds the rest");
    }

    /// @dev A recipient of stake that calls back while it is paid is paid once. Its token is one that lets it.
    function testFuzz_ItCallsBackForMore(bool forBurn) public {
        IReentrantToken token = IReentrantToken(deploy("ReentrantToken", ""));
        staking = _stakingIn(token);
        vm.prank(address(token));
        (bool paid, ) = address(staking).call(abi.encodeCall(staking.withdrawClaim, (address(token))));
        assertTrue(paid, "its claim");
        assertEq(token.balanceOf(address(token)), 2e18, "once");
        uint256 left = token.balanceOf(address(staking));
        token.arm(
            address(staking),
            forBurn ? abi.encodeCall(staking.burn, ()) : abi.encodeCall(staking.withdrawClaim, (address(token)))
        );
        vm.prank(client);
        staking.withdrawClaim(client);
        assertTrue(token.called() && !token.succeeded(), "the call back was refused");
        assertEq(token.balanceOf(client), 3e18, "the client's part");
        assertEq(token.balanceOf(address(staking)), left - 3e18, "and nothing else left");
    }

    /// @dev Staking in a token that calls back; the token and the client each have a slash claim.
    function _stakingIn(IReentrantToken token) private returns (IProviderStaking other) {
        other = IProviderStaking(deploy("ProviderStaking", abi.encode(token, registry, THAW_SECONDS)));
        token.mint(address(this), 20e18);
        token.approve(address(other), 20e18);
        other.deposit(provider, 20e18);
        vm.prank(owner);
        other.authorize(provider, stranger, 10e18, 10e18);
        address[] memory recipients = new address[](2);
        uint128[] memory amounts = new uint128[](2);
        (recipients[0], recipients[1]) = (address(token), client);
        (amounts[0], amounts[1]) = (2e18, 3e18);
        vm.startPrank(stranger);
        other.lock(provider, 10e18);
        other.slash(provider, 10e18, recipients, amounts);
        vm.stopPrank();
    }

    function _fundDeafClient() private {
        fund(client, CLIENT_FUNDS);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
    }
}
