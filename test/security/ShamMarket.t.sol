// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {Case} from "../../contracts/types/Case.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {LibraryErrors} from "../utils/LibraryErrors.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: anyone may write a market. One that looks like the real one locks and slashes stake, draws claims
/// and opens cases that nobody has, to take what providers, clients and adjudicators have with the real one.
/// Peer: none known. (What such a market does to jurors belongs to the court: see README.md.)
contract ShamMarketTest is Story {
    uint128 private constant LIMIT = 100e18;

    address private sham = address(uint160(0x5a3));

    function setUp() public {
        setUpStory();
        vm.label(sham, "sham market");
    }

    /// @dev Whom nobody opted in to can do nothing at all.
    function testFuzz_WithoutConsentItTakesNothing(uint128 amount) public {
        amount = uint128(bound(amount, 1, type(uint128).max));
        JobTerms memory terms = openJob();
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(staking.lock, (provider, amount));
        requireRefused(sham, address(staking), input, IProviderStaking.ProviderStaking_LockTooLarge.selector, "lock");
        bytes4 error_ = IProviderStaking.ProviderStaking_InsufficientLocked.selector;
        requireRefused(sham, address(staking), _slash(amount), error_, "slash");
        input = abi.encodeCall(staking.release, (provider, amount));
        requireRefused(sham, address(staking), input, error_, "release");
        error_ = LibraryErrors.ERC6909InsufficientAllowance.selector;
        address[4] memory victims = [client, address(escrow), payout, adjudicator];
        for (uint256 i; i < victims.length; ++i) {
            input = abi.encodeCall(vault.transferFrom, (victims[i], sham, idOf(payToken), amount));
            requireRefused(sham, address(vault), input, error_, "draw");
        }
        requireLedger(terms, expected);
    }

    /// @dev Who opted in for a little loses a little: half of it is the sham's gain. The real market's lock stays, and
    /// its job ends as if nothing had been.
    function testFuzz_WithConsentItTakesThatMuch(uint128 limit, uint256 allowance) public {
        limit = uint128(bound(limit, 1, LIMIT));
        allowance = bound(allowance, 1, 1e18);
        JobTerms memory terms = openJob();
        vm.prank(owner);
        staking.authorize(provider, sham, limit, limit);
        vm.prank(client);
        vault.approve(sham, idOf(payToken), allowance);
        Ledger memory expected = ledgerOf(terms);

        vm.startPrank(sham);
        staking.lock(provider, limit);
        (bool succeeded, ) = address(staking).call(_slash(limit));
        vault.transferFrom(client, sham, idOf(payToken), allowance);
        vm.stopPrank();
        assertTrue(succeeded, "its own lock");
        expected.committed -= limit;
        expected.unburned += limit - limit / 2;
        expected.clientClaim -= allowance;
        requireLedger(terms, expected);
        assertEq(staking.claimOf(sham), limit / 2, "the sham's gain of stake");
        assertEq(claimOf(sham), allowance, "the sham's gain of payment");

        submitJob(terms);
        vm.prank(client);
        escrow.accept(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
        vm.startPrank(sham);
        (succeeded, ) = address(staking).call(abi.encodeCall(staking.lock, (provider, 1)));
        assertFalse(succeeded, "a second lock");
        (succeeded, ) = address(vault).call(abi.encodeCall(vault.transferFrom, (client, sham, idOf(payToken), 1)));
        assertFalse(succeeded, "a second draw");
        vm.stopPrank();
    }

    /// @dev It opens a case under the real job's id, says that its client conceded, and asks for the fee: it gets back
    /// what it put in, and the real case goes on.
    function testFuzz_ItsCasesAreItsOwn(uint256 fee, bool concedes) public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        Case memory copy;
        copy.caseId = idOfJob(terms);
        copy.client = stranger;
        copy.token = address(payToken);
        copy.fee = bound(fee, 0, 2e18);
        copy.rulingUntil = uint40(block.timestamp);
        if (copy.fee != 0) fund(sham, copy.fee);
        Ledger memory expected = ledgerOf(terms);
        vm.startPrank(sham);
        vault.transfer(address(panel), idOf(payToken), copy.fee);
        panel.openCase(copy);
        if (concedes) panel.closeCase(copy.caseId);
        vm.stopPrank();
        vm.warp(block.timestamp + 1);
        panel.returnFee(sham, copy.caseId);
        bytes4 error_ = IAttestedAdjudicator.AttestedAdjudicator_UnexpectedState.selector;
        bytes memory input = abi.encodeCall(panel.closeCase, (copy.caseId));
        requireRefused(sham, address(panel), input, error_, "closed again");
        expected.strangerClaim += copy.fee;
        requireLedger(terms, expected);
        assertEq(claimOf(address(panel)), terms.disputeFee, "the real case's fee");

        rule(terms, false);
        escrow.applyRuling(terms);
        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        expected.clientClaim += priceOf(terms);
        expected.adjudicatorClaim -= terms.disputeFee;
        requireLedger(terms, expected);
        assertEq(claimOf(signers[0]) + claimOf(signers[1]), terms.disputeFee, "the signers' fee");
        assertEq(claimOf(address(panel)), 0, "the panel keeps nothing");
    }

    function _slash(uint128 amount) private view returns (bytes memory) {
        address[] memory recipients = new address[](1);
        uint128[] memory amounts = new uint128[](1);
        recipients[0] = sham;
        amounts[0] = amount / 2;
        return abi.encodeCall(staking.slash, (provider, amount, recipients, amounts));
    }
}
