// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {IOfferBook} from "../../contracts/interfaces/IOfferBook.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {LeaseOffer, LeaseTerms} from "../../contracts/types/Lease.sol";
import {Offer} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: use the signature of an offer of leases a second time, on another chain, at another deployment, or
/// at another market.
/// Peer: Prime Intellect, whose invites and node signatures name neither chain nor contract (read; peers.md 4.0).
contract SignatureReplayOfLeasesTest is LeaseStory {
    ILeaseEscrow private _twin;

    /// @dev A second market beside the first, that the client trusts as much.
    function setUp() public {
        setUpLeaseStory();
        _twin = ILeaseEscrow(deploy("LeaseEscrow", abi.encode(registry, vault)));
        vm.prank(client);
        vault.approve(address(_twin), idOf(payToken), type(uint256).max);
    }

    /// @dev Also where the market has remembered it here, and by owner and operator alike.
    function testFuzz_AnOfferElsewhere(uint64 chain, bool onTwin, bool remembered, bool byOwner) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        bytes memory signature = signLeaseOffer(byOwner ? OWNER_KEY : OPERATOR_KEY, offer);
        if (remembered) openLeaseWith(offer, signature, LEASE_SECONDS, FUNDED_SECONDS);
        uint256 had = claimOf(client);
        chain = uint64(bound(chain, 1, type(uint64).max));
        vm.assume(chain != block.chainid);
        bytes memory input = openCallWith(offer, signature);
        if (onTwin) leases = _twin;
        else vm.chainId(chain);
        requireRefusedLease(client, input, IOfferBook.OfferBook_CannotPromise.selector, "an offer elsewhere");
        assertEq(claimOf(client), had, "nothing moved");
    }

    /// @dev A published offer is published there only.
    function test_APublishedOfferElsewhere() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        publishLeaseOffer(offer);
        bytes memory input = openCallWith(offer, "");
        leases = _twin;
        requireRefusedLease(client, input, IOfferBook.OfferBook_CannotPromise.selector, "published elsewhere");
    }

    /// @dev What a key signed for a job opens no lease, and the other way round.
    function testFuzz_AnOfferOfTheOtherMarket(uint256 salt) public {
        Offer memory job = defaultOffer();
        LeaseOffer memory lease = defaultLeaseOffer();
        (job.salt, lease.salt) = (salt, salt);
        bytes memory input = openCallWith(lease, signOffer(OWNER_KEY, job));
        requireRefusedLease(client, input, IOfferBook.OfferBook_CannotPromise.selector, "a job's signature");
        input = abi.encodeCall(escrow.takeOffer, (job, signLeaseOffer(OWNER_KEY, lease), defaultTake()));
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "a lease's signature");
    }

    /// @dev No signature fills more than it states, nor after it was canceled, expired, or the epoch was raised.
    function testFuzz_AnOfferFillsWhatItSays(uint8 fills, uint8 way) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.maxFills = uint32(bound(fills, 1, 6));
        offer.slots = 100;
        uint256 opened = way % 4 == 0 ? offer.maxFills : offer.maxFills - 1;
        for (uint256 i; i < opened; ++i) closeAs(client, openLease(offer, LEASE_SECONDS, FUNDED_SECONDS));
        bytes4 error_ = IOfferBook.OfferBook_FullyTaken.selector;
        if (way % 4 == 1) {
            vm.prank(operator);
            leases.cancelOffer(offer);
            error_ = IOrderBook.OrderBook_Canceled.selector;
        } else if (way % 4 == 2) {
            vm.prank(operator);
            registry.raiseAuthEpoch(provider);
            error_ = IOrderBook.OrderBook_WrongEpoch.selector;
        } else if (way % 4 == 3) {
            vm.warp(uint256(offer.expiresAt) + 1);
            error_ = IOrderBook.OrderBook_Expired.selector;
        }
        requireRefusedLease(client, openCall(offer), error_, "one too many");
        assertEq(leases.orderStateOf(leases.hashOffer(offer)).filled, opened, "the fills");
        assertEq(claimOf(client), CLIENT_FUNDS, "nothing is in escrow");
    }

    /// @dev A lease's id binds chain and market, through its offer's digest: its terms are nothing elsewhere.
    function testFuzz_TermsElsewhere(uint64 chain) public {
        LeaseTerms memory terms = runningLease();
        chain = uint64(bound(chain, 1, type(uint64).max));
        vm.assume(chain != block.chainid);
        bytes32 here = leases.hashOffer(defaultLeaseOffer());
        assertTrue(_twin.hashOffer(defaultLeaseOffer()) != here, "another market's digest");
        leases = _twin;
        bytes4 error_ = ILeaseEscrow.LeaseEscrow_UnexpectedState.selector;
        requireRefusedLease(client, abi.encodeCall(leases.close, (terms)), error_, "no such lease");
        vm.chainId(chain);
        assertTrue(_twin.hashOffer(defaultLeaseOffer()) != here, "another chain's digest");
    }
}
