// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: promise so little collateral, or in such small parts, that a slash in proportion rounds to nothing.
/// Peer: none known to have lost a slash by it. Lilypad v2 truncates a factor of 1.1 to 1 (read; peers.md 4.0);
/// EigenLayer rounds slashes up for this reason (peers.md 1c).
contract SlashRoundedToZeroTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev No collateral but zero is too small to be slashed, at any moment.
    function testFuzz_GivingUpDustCostsDust(uint8 collateral, uint256 elapsed) public {
        collateral = uint8(bound(collateral, 1, 8));
        JobTerms memory terms = _open(collateral, 1);
        vm.warp(block.timestamp + bound(elapsed, 0, deliverUntil(terms) - block.timestamp));
        Ledger memory expected = ledgerOf(terms);
        vm.prank(operator);
        escrow.forfeit(terms);

        uint128 lost = expected.committed - staking.committedOf(provider);
        assertTrue(lost >= (uint256(collateral) + 3) / 4, "a quarter at least, rounded up");
        assertTrue(lost <= collateral, "no more than all");
        expectEnd(expected, terms);
        expectSlash(expected, lost);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev The client's half of one base unit is nothing; the provider loses the unit all the same.
    function test_TheLastUnitIsBurned() public {
        JobTerms memory terms = _open(1, 1);
        vm.warp(deliverUntil(terms) + 1);
        escrow.expire(terms);
        assertEq(staking.committedOf(provider), STAKE - 1, "the provider");
        assertEq(staking.claimOf(client), 0, "the client");
        assertEq(staking.unburned(), 1, "burned");
    }

    /// @dev The same collateral in many small jobs costs at least what it costs in one.
    function testFuzz_PartsCostNoLess(uint8 parts, uint8 each) public {
        parts = uint8(bound(parts, 2, 10));
        each = uint8(bound(each, 1, 7));
        JobTerms memory whole = _open(uint128(parts) * each, 1);
        vm.prank(operator);
        escrow.forfeit(whole);
        uint256 ofWhole = STAKE - staking.committedOf(provider);
        for (uint256 i; i < parts; ++i) {
            JobTerms memory part = _open(each, 2);
            vm.prank(operator);
            escrow.forfeit(part);
        }
        uint256 ofParts = STAKE - staking.committedOf(provider) - ofWhole;
        assertTrue(ofParts >= ofWhole, "parts are no cheaper");
        assertEq(ofParts, ((uint256(each) + 3) / 4) * parts, "each part is rounded up");
    }

    function _open(uint128 collateral, uint256 salt) private returns (JobTerms memory) {
        Offer memory offer = defaultOffer();
        offer.collateral = collateral;
        offer.salt = salt;
        return openJob(offer, defaultTake());
    }
}
