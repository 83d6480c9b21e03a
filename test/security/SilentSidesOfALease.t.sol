// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseState, LeaseTerms} from "../../contracts/types/Lease.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: open a lease, or take one on, and never answer again, so that the other side's money is locked.
/// Peer: Golem, where a requestor never accepted the invoice of three hours' work (reported, open: yagna#3126), and
/// Akash, where a lease is stuck and its machine unavailable after cleanup (reported: support#430; peers.md 2).
contract SilentSidesOfALeaseTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
    }

    /// @dev A client that is never heard of again: the provider is paid for each second that was funded, while it serves
    /// and in the end, by anybody's calls.
    function testFuzz_TheClientIsSilent(uint256 seed, address caller) public {
        LeaseTerms memory terms = smallLease(seed);
        uint256 funded = leaseOf(terms).fundedSeconds;
        checkIn(terms);
        serve(terms, funded);
        vm.prank(caller);
        assertEq(leases.withdraw(terms), priceOf(terms, funded), "paid while it runs");
        pass(uint256(terms.graceSeconds) + 1);
        closeAs(caller, terms);
        _requireHome(terms, funded);
    }

    /// @dev A provider that is never heard of again, at any point of a lease: the client has what was not earned, by a
    /// stranger's call, one second after the grace and not before.
    function testFuzz_TheProviderIsSilent(uint256 seed, uint32 served, bool checkedIn) public {
        LeaseTerms memory terms = smallLease(seed);
        uint256 funded = leaseOf(terms).fundedSeconds;
        served = checkedIn ? uint32(bound(served, 0, funded / 2)) : 0;
        if (checkedIn) {
            checkIn(terms);
            serve(terms, served);
        }
        uint256 left = lastSecondOf(terms) - block.timestamp;
        uint256 wait = terms.graceSeconds < left ? terms.graceSeconds : left;
        pass(wait);
        bytes memory input = abi.encodeCall(leases.close, (terms));
        requireRefusedLease(stranger, input, ILeaseEscrow.LeaseEscrow_NotOver.selector, "in the last second");
        pass(1);
        closeAs(stranger, terms);
        uint256 earned = checkedIn ? served + wait : 0;
        _requireHome(terms, earned < funded ? earned : funded);
    }

    /// @dev Both: nobody but strangers calls, whatever state it is in and however much time passed.
    function testFuzz_BothAreSilent(uint256 seed, uint32 served, uint8 withdrawals, bool checkedIn) public {
        LeaseTerms memory terms = smallLease(seed);
        uint256 funded = leaseOf(terms).fundedSeconds;
        served = checkedIn ? uint32(bound(served, 0, funded)) : 0;
        if (checkedIn) {
            checkIn(terms);
            serve(terms, served);
        }
        uint256 left = lastSecondOf(terms) - block.timestamp;
        pass(400 days);
        for (uint256 i; i < withdrawals % 3; ++i) {
            vm.prank(stranger);
            (bool succeeded, ) = address(leases).call(abi.encodeCall(leases.withdraw, (terms)));
            assertTrue(succeeded == (i == 0 && checkedIn), "once, if there is something");
        }
        closeAs(stranger, terms);
        uint256 last = terms.graceSeconds < left ? terms.graceSeconds : left;
        uint256 earned = checkedIn ? served + last : 0;
        _requireHome(terms, earned < funded ? earned : funded);
    }

    /// @dev Everybody has its own, takes it home in tokens without anybody's help, and nothing is left.
    function _requireHome(LeaseTerms memory terms, uint256 earned) private {
        assertTrue(leaseOf(terms).state == LeaseState.CLOSED, "closed");
        assertEq(claimOf(payout), priceOf(terms, earned), "the provider's part");
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms, earned), "the client's part");
        assertEq(claimOf(address(leases)), 0, "nothing is left in the market");
        address[2] memory parties = [payout, client];
        for (uint256 i; i < parties.length; ++i) {
            uint256 claim = claimOf(parties[i]);
            if (claim == 0) continue;
            vm.prank(parties[i]);
            vault.withdraw(payToken, claim, parties[i]);
            assertEq(payToken.balanceOf(parties[i]), claim, "tokens");
        }
        assertEq(leases.orderStateOf(terms.orderHash).active, 0, "the offer has its slot back");
    }
}
