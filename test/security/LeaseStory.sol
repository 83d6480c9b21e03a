// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseOffer, LeaseTerms} from "../../contracts/types/Lease.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {LeaseFixture} from "../utils/LeaseFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @title LeaseStory
/// @notice What an attack on leases needs: an honest provider and client, a sham provider, and `stranger`, who attacks.
abstract contract LeaseStory is LeaseFixture {
    uint256 internal constant SHAM_KEY = 0x9908;

    address internal sham;

    function setUpLeaseStory() internal {
        setUpLeases();
        fund(stranger, CLIENT_FUNDS);
        allowLeases(stranger);
    }

    /// @dev Registers a provider that has neither stake nor machine.
    function setUpSham() internal {
        sham = vm.addr(SHAM_KEY);
        vm.label(sham, "sham provider");
        vm.prank(sham);
        registry.register(Profile({payout: sham, encryptionKey: keccak256("sham"), endpoint: "http://nowhere"}));
    }

    /// @dev The client opens a lease of the sham provider, of any terms.
    function openShamLease(uint256 seed) internal returns (LeaseTerms memory terms) {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        (offer.provider, offer.authEpoch) = (sham, registry.authEpochOf(sham));
        (uint32 leaseSeconds, uint32 fundedSeconds) = anyPeriods(seed, offer);
        fund(client, uint256(offer.ratePerSecond) * leaseSeconds);
        payout = sham;
        return openLeaseWith(offer, signLeaseOffer(SHAM_KEY, offer), leaseSeconds, fundedSeconds);
    }

    /// @dev The client opens a lease of the honest provider that is short enough to be served grace by grace.
    function smallLease(uint256 seed) internal returns (LeaseTerms memory terms) {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.graceSeconds = uint32(pick(seed, "grace", 30, 600));
        offer.salt = seed;
        offer.expiresAt = uint40(block.timestamp) + 1 days;
        uint32 leaseSeconds = uint32(pick(seed, "lease", 600, 6_000));
        return openLease(offer, leaseSeconds, uint32(pick(seed, "funded", 60, leaseSeconds)));
    }

    /// @dev Requires that a call to the market of leases is refused with this error, whatever its arguments.
    function requireRefusedLease(address caller, bytes memory input, bytes4 error_, string memory label) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory answer) = address(leases).call(input);
        assertFalse(succeeded, string.concat(label, ": went through"));
        assertEq(bytes32(bytes4(answer)), bytes32(error_), string.concat(label, ": the error"));
    }
}
