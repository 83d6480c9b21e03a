// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../contracts/types/Job.sol";
import {OrderState} from "../../contracts/types/Order.sol";
import {JobFixture} from "./JobFixture.sol";

/// @title JobBooks
/// @notice Everything that a job may move. A test takes it before a call, writes into it what the call should change,
/// and compares it with what is there after the call: so what should not change is checked too.
abstract contract JobBooks is JobFixture {
    struct Ledger {
        uint256 clientClaim;
        uint256 marketClaim;
        uint256 payoutClaim;
        uint256 providerClaim;
        uint256 ownerClaim;
        uint256 operatorClaim;
        uint256 strangerClaim;
        uint256 adjudicatorClaim;
        uint128 committed;
        uint128 free;
        uint128 limit;
        uint128 maxPerLock;
        uint128 locked;
        uint128 clientSlashClaim;
        uint128 payoutSlashClaim;
        uint128 strangerSlashClaim;
        uint128 unburned;
        OrderState order;
    }

    /// @dev The ledger of now, as it concerns a job.
    function ledgerOf(JobTerms memory terms) internal view returns (Ledger memory ledger) {
        ledger.clientClaim = claimOf(client);
        ledger.marketClaim = claimOf(address(escrow));
        ledger.payoutClaim = claimOf(payout);
        ledger.providerClaim = claimOf(provider);
        ledger.ownerClaim = claimOf(owner);
        ledger.operatorClaim = claimOf(operator);
        ledger.strangerClaim = claimOf(stranger);
        ledger.adjudicatorClaim = claimOf(terms.adjudicator);
        ledger.committed = staking.committedOf(provider);
        ledger.free = staking.freeOf(provider);
        (ledger.limit, ledger.maxPerLock, ledger.locked) = staking.authorizationOf(provider, address(escrow));
        ledger.clientSlashClaim = staking.claimOf(client);
        ledger.payoutSlashClaim = staking.claimOf(payout);
        ledger.strangerSlashClaim = staking.claimOf(stranger);
        ledger.unburned = staking.unburned();
        ledger.order = escrow.orderStateOf(terms.orderHash);
    }

    /// @dev Requires that the ledger of now is as expected, entry by entry.
    function requireLedger(JobTerms memory terms, Ledger memory expected) internal view {
        Ledger memory actual = ledgerOf(terms);
        assertEq(actual.clientClaim, expected.clientClaim, "the client's claim");
        assertEq(actual.marketClaim, expected.marketClaim, "the market's claim");
        assertEq(actual.payoutClaim, expected.payoutClaim, "the payout's claim");
        assertEq(actual.providerClaim, expected.providerClaim, "the provider's claim");
        assertEq(actual.ownerClaim, expected.ownerClaim, "the owner's claim");
        assertEq(actual.operatorClaim, expected.operatorClaim, "the operator's claim");
        assertEq(actual.strangerClaim, expected.strangerClaim, "the stranger's claim");
        assertEq(actual.adjudicatorClaim, expected.adjudicatorClaim, "the adjudicator's claim");
        assertEq(actual.committed, expected.committed, "committed stake");
        assertEq(actual.free, expected.free, "free stake");
        assertEq(actual.limit, expected.limit, "the market's limit");
        assertEq(actual.maxPerLock, expected.maxPerLock, "the market's most per lock");
        assertEq(actual.locked, expected.locked, "locked stake");
        assertEq(actual.clientSlashClaim, expected.clientSlashClaim, "the client's part of slashes");
        assertEq(actual.payoutSlashClaim, expected.payoutSlashClaim, "the payout's part of slashes");
        assertEq(actual.strangerSlashClaim, expected.strangerSlashClaim, "the stranger's part of slashes");
        assertEq(actual.unburned, expected.unburned, "unburned stake");
        assertEq(keccak256(abi.encode(actual.order)), keccak256(abi.encode(expected.order)), "the order's slot");
    }

    /// @dev Writes the end of a job into a ledger: its slot and the price.
    function expectEnd(Ledger memory ledger, JobTerms memory terms) internal pure {
        ledger.marketClaim -= priceOf(terms);
        ledger.locked -= terms.collateral;
        ledger.order.active -= 1;
    }

    /// @dev Writes a slash into a ledger, half for the client, rounded down. The lock itself is {expectEnd}'s.
    function expectSlash(Ledger memory ledger, uint128 slashed) internal pure {
        ledger.committed -= slashed;
        ledger.limit -= slashed;
        if (ledger.maxPerLock > ledger.limit) ledger.maxPerLock = ledger.limit;
        ledger.clientSlashClaim += slashed / 2;
        ledger.unburned += slashed - slashed / 2;
    }

    /// @dev An account's vault claim in the payment token.
    function claimOf(address account) internal view returns (uint256) {
        return vault.balanceOf(account, idOf(payToken));
    }
}
