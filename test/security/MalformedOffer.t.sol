// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Request, Take} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: an order that no honest maker would write. Windows of no time or of centuries, a rate of nothing,
/// amounts that overflow, calldata that is cut off or has bits where none belong, to lock something for ever, to work
/// around a check, or to reach a job by terms that are not its own.
/// Peer: none known to have lost money by it.
contract MalformedOfferTest is Story {
    bytes4 private constant OUT_OF_BOUNDS = bytes4(keccak256("Order_OutOfBounds(bytes32,uint256,uint256,uint256)"));
    uint256 private constant OFFER_WORDS = 21;
    uint256 private constant TERMS_WORDS = 17;

    function setUp() public {
        setUpStory();
        authorizeEscrow(STAKE, STAKE);
    }

    /// @dev No field outside of its bounds opens a job or is published, though the owner itself signs it.
    function testFuzz_AnOfferOutOfBounds(uint256 field, uint256 excess) public {
        Offer memory offer = _broken(field % 11, excess);
        bytes memory input = abi.encodeCall(IJobEscrow.takeOffer, (offer, signOffer(OWNER_KEY, offer), defaultTake()));
        requireRefused(client, address(escrow), input, OUT_OF_BOUNDS, "taken");
        requireRefused(
            owner,
            address(escrow),
            abi.encodeCall(escrow.publishOffer, (offer)),
            OUT_OF_BOUNDS,
            "published"
        );
        _requireUntouched();
    }

    /// @dev An offer of no slots or no fills is not published, and has no room for a job.
    function test_AnOfferOfNothing() public {
        for (uint256 i; i < 2; ++i) {
            Offer memory offer = defaultOffer();
            if (i == 0) offer.slots = 0;
            else offer.maxFills = 0;
            bytes memory publish = abi.encodeCall(escrow.publishOffer, (offer));
            requireRefused(owner, address(escrow), publish, OUT_OF_BOUNDS, "published");
            vm.prank(client);
            (bool succeeded, ) = address(escrow).call(takeCall(offer, defaultTake()));
            assertFalse(succeeded, "taken");
        }
        _requireUntouched();
    }

    function testFuzz_ARequestOutOfBounds(uint256 field, uint256 excess) public {
        Request memory request = _brokenRequest(field % 11, excess);
        bytes memory input = abi.encodeCall(escrow.publishRequest, (request, ""));
        requireRefused(client, address(escrow), input, OUT_OF_BOUNDS, "published");
        bytes memory signature = signDigest(CLIENT_KEY, escrow.hashRequest(request));
        input = abi.encodeCall(IJobEscrow.takeRequest, (request, signature, provider, bytes32(0)));
        requireRefused(owner, address(escrow), input, OUT_OF_BOUNDS, "taken");
        _requireUntouched();
    }

    /// @dev Bits above a field's width in any word: the order is another one, which nobody signed, or none at all.
    function testFuzz_BitsThatDoNotBelong(uint256 word, uint8 bit) public {
        Offer memory offer = defaultOffer();
        bytes memory input = takeCall(offer, defaultTake());
        word = bound(word, 0, OFFER_WORDS - 1);
        _flip(input, word, bit);
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "an order with a flipped bit");
        _requireUntouched();
    }

    /// @dev Terms with any bit flipped are no job's terms.
    function testFuzz_TermsWithAFlippedBit(uint256 word, uint8 bit) public {
        JobTerms memory terms = openJob();
        submitJob(terms);
        vm.warp(reviewUntil(terms) + 1);
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(IJobEscrow.settle, (terms));
        _flip(input, bound(word, 0, TERMS_WORDS - 1), bit);
        vm.prank(stranger);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "terms with a flipped bit");
        requireLedger(terms, expected);
    }

    /// @dev Calldata that ends early is not filled up with zeros.
    function testFuzz_CutOff(uint256 length) public {
        Offer memory offer = defaultOffer();
        offer.salt = 0;
        bytes memory input = takeCall(offer, defaultTake());
        length = bound(length, 0, input.length - 64);
        assembly ("memory-safe") {
            mstore(input, length)
        }
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "calldata that ends early");
        _requireUntouched();
    }

    /// @dev The largest amounts that an order may say overflow nothing: a client that has them gets them back.
    function test_TheLargestAmountsEnd() public {
        Offer memory offer = defaultOffer();
        (offer.ratePerSecond, offer.disputeFee) = (type(uint96).max, type(uint96).max);
        (offer.maxRunSeconds, offer.noRulingBps) = (30 days, 10_000);
        fund(client, uint256(type(uint96).max) * 31 days);
        uint256 had = claimOf(client);
        Take memory take = defaultTake();
        take.runLimitSeconds = 30 days;
        JobTerms memory terms = openJobWith(offer, signOffer(OWNER_KEY, offer), take);
        submitJob(terms);
        disputeJob(terms);
        vm.warp(rulingUntil(terms) + 1);
        escrow.noRuling(terms);
        assertEq(claimOf(payout), uint256(type(uint96).max) * 30 days, "the provider's price");
        assertEq(claimOf(client), had - claimOf(payout), "the client's rest");
        assertEq(claimOf(address(escrow)), 0, "nothing is left in the market");
    }

    /// @dev The default offer with one field out of bounds, on the side where there is room.
    function _broken(uint256 field, uint256 excess) private view returns (Offer memory offer) {
        offer = defaultOffer();
        bool low = excess % 2 == 0;
        if (field == 0) offer.ratePerSecond = low ? 0 : uint128(_over(excess, type(uint96).max, type(uint128).max));
        if (field == 1) offer.collateral = uint128(_over(excess, type(uint80).max, type(uint128).max));
        if (field == 2) offer.disputeFee = uint128(_over(excess, type(uint96).max, type(uint128).max));
        if (field == 3) offer.maxRunSeconds = uint32(_over(excess, 30 days, type(uint32).max));
        if (field == 4) offer.minRunSeconds = 0;
        if (field == 5) offer.declineSeconds = low ? 0 : uint32(_over(excess, 1 days, type(uint32).max));
        if (field == 6) offer.slackSeconds = low ? 0 : uint32(_over(excess, 7 days, type(uint32).max));
        if (field == 7) offer.reviewSeconds = low ? 0 : uint32(_over(excess, 30 days, type(uint32).max));
        if (field == 8) offer.rulingSeconds = low ? 0 : uint32(_over(excess, 90 days, type(uint32).max));
        if (field == 9) offer.noRulingBps = uint16(_over(excess, 10_000, type(uint16).max));
        if (field == 10) offer.expiresAt = uint40(_over(excess, block.timestamp + 366 days, type(uint40).max));
    }

    function _brokenRequest(uint256 field, uint256 excess) private view returns (Request memory request) {
        request = plainRequest();
        bool low = excess % 2 == 0;
        if (field == 0) request.maxRatePerSecond = uint128(_over(excess, type(uint96).max, type(uint128).max));
        if (field == 1) request.startRatePerSecond = 0;
        if (field == 2) request.riseSeconds = uint32(_over(excess, 366 days, type(uint32).max));
        if (field == 3) request.collateral = uint128(_over(excess, type(uint80).max, type(uint128).max));
        if (field == 4) request.disputeFee = uint128(_over(excess, type(uint96).max, type(uint128).max));
        if (field == 5) request.runLimitSeconds = low ? 0 : uint32(_over(excess, 30 days, type(uint32).max));
        if (field == 6) request.declineSeconds = low ? 0 : uint32(_over(excess, 1 days, type(uint32).max));
        if (field == 7) request.slackSeconds = low ? 0 : uint32(_over(excess, 7 days, type(uint32).max));
        if (field == 8) request.reviewSeconds = low ? 0 : uint32(_over(excess, 30 days, type(uint32).max));
        if (field == 9) request.rulingSeconds = low ? 0 : uint32(_over(excess, 90 days, type(uint32).max));
        if (field == 10) request.expiresAt = uint40(_over(excess, block.timestamp + 366 days, type(uint40).max));
    }

    function _over(uint256 excess, uint256 most, uint256 largest) private pure returns (uint256) {
        return bound(excess, most + 1, largest);
    }

    /// @dev Flips one bit of a call's argument words.
    function _flip(bytes memory input, uint256 word, uint8 bit) private pure {
        uint256 index = 4 + word * 32 + bit / 8;
        input[index] = input[index] ^ bytes1(uint8(1 << (bit % 8)));
    }

    function _requireUntouched() private view {
        assertEq(claimOf(client), CLIENT_FUNDS, "the client's claim");
        assertEq(claimOf(address(escrow)), 0, "the market's claim");
        (, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        assertEq(locked, 0, "the provider's locks");
        assertEq(staking.committedOf(provider), STAKE, "the provider's stake");
    }
}
