// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, OrderState, Request} from "../../../contracts/types/Order.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What the market remembers of an order, at any counts: put there as if it had been filled that often.
contract JobEscrowOrderSlotTest is RequestFixture {
    /// @dev Found in {setUp}.
    uint256 private _ordersSlot;

    function setUp() public {
        setUpRequests();
        bytes32 probed = keccak256("probed");
        for (uint256 slot; slot < 16; ++slot) {
            _store(slot, probed, uint256(7) << 24);
            if (escrow.orderStateOf(probed).filled == 7) _ordersSlot = slot;
            _store(slot, probed, 0);
        }
        _store(_ordersSlot, probed, uint256(7) << 24);
        assertEq(escrow.orderStateOf(probed).filled, 7, "the orders' place in storage");
    }

    function testFuzz_UnknownOrdersAreEmpty(bytes32 orderHash) public view {
        vm.assume(orderHash != keccak256("probed"));
        _requireState(orderHash, OrderState(false, false, false, 0, 0), "unknown");
    }

    /// @dev The documented layout: three of 8 bits from the lowest, then two of 32.
    function testFuzz_AWordIsReadFieldByField(OrderState memory state) public {
        bytes32 orderHash = keccak256("order");
        _put(orderHash, state);
        _requireRead(orderHash, state, "unpacked");
    }

    function testFuzz_When_Published_OnlyThatChanges(OrderState memory state, bool isOffer) public {
        (state.approved, state.canceled) = (false, false);
        bytes32 orderHash = isOffer ? escrow.hashOffer(defaultOffer()) : escrow.hashRequest(defaultRequest());
        _put(orderHash, state);
        if (isOffer) publishOffer(defaultOffer());
        else publishRequest(defaultRequest());
        state.approved = true;
        _requireState(orderHash, state, "published");
    }

    function testFuzz_When_Canceled_OnlyThatChanges(OrderState memory state, bool isOffer) public {
        state.canceled = false;
        bytes32 orderHash = isOffer ? escrow.hashOffer(defaultOffer()) : escrow.hashRequest(defaultRequest());
        _put(orderHash, state);
        if (isOffer) cancelOffer(defaultOffer());
        else cancelRequest(defaultRequest());
        state.canceled = true;
        _requireState(orderHash, state, "canceled");
    }

    function testFuzz_When_AnOfferIsTakenAndDeclined_ItsCountsMove(uint32 filled, uint32 active) public {
        Offer memory offer = defaultOffer();
        (offer.slots, offer.maxFills) = (type(uint32).max, type(uint32).max);
        filled = uint32(bound(filled, 0, type(uint32).max - 1));
        active = uint32(bound(active, 0, filled));
        bytes32 orderHash = escrow.hashOffer(offer);
        _put(orderHash, OrderState(false, false, false, filled, active));
        JobTerms memory terms = openJob(offer, defaultTake());
        assertEq(terms.fill, uint256(filled) + 1, "the job's number");
        _requireState(orderHash, OrderState(true, false, false, filled + 1, active + 1), "taken");
        declineJob(terms);
        _requireState(orderHash, OrderState(true, false, false, filled + 1, active), "declined");
    }

    function testFuzz_When_ARequestIsTakenAndDeclined_ItsCountsMove(uint32 filled) public {
        Request memory request = defaultRequest();
        filled = uint32(bound(filled, 0, type(uint32).max - 1));
        bytes32 orderHash = escrow.hashRequest(request);
        _put(orderHash, OrderState(true, false, filled != 0, filled, 0));
        JobTerms memory terms = takeSigned(request);
        assertEq(terms.fill, uint256(filled) + 1, "the job's number");
        _requireState(orderHash, OrderState(true, false, true, filled + 1, 1), "taken");
        declineJob(terms);
        _requireState(orderHash, OrderState(true, false, true, filled + 1, 0), "declined");
    }

    /// @dev After four billion declines a request opens nothing more: its number never starts anew.
    function test_RevertWhen_ARequestsNumbersAreUsedUp() public {
        Request memory request = defaultRequest();
        bytes32 orderHash = escrow.hashRequest(request);
        OrderState memory state = OrderState(true, false, true, type(uint32).max, 0);
        _put(orderHash, state);
        bytes memory expected = abi.encodeWithSignature("Panic(uint256)", 0x11);
        requireRevert(owner, requestCall(request), expected, "no number is left");
        _requireState(orderHash, state, "as before");
    }

    function _put(bytes32 orderHash, OrderState memory state) private {
        _store(_ordersSlot, orderHash, _wordOf(state));
    }

    function _wordOf(OrderState memory state) private pure returns (uint256 word) {
        word = uint256(state.filled) << 24;
        word |= uint256(state.active) << 56;
        if (state.approved) word |= 0x01;
        if (state.canceled) word |= 0x0100;
        if (state.fillsOnce) word |= 0x010000;
    }

    function _store(uint256 slot, bytes32 orderHash, uint256 word) private {
        vm.store(address(escrow), keccak256(abi.encode(orderHash, slot)), bytes32(word));
    }

    function _requireRead(bytes32 orderHash, OrderState memory expected, string memory label) private view {
        OrderState memory actual = escrow.orderStateOf(orderHash);
        assertEq(keccak256(abi.encode(actual)), keccak256(abi.encode(expected)), label);
    }

    /// @dev What the market says, and what it wrote.
    function _requireState(bytes32 orderHash, OrderState memory expected, string memory label) private view {
        _requireRead(orderHash, expected, label);
        bytes32 word = vm.load(address(escrow), keccak256(abi.encode(orderHash, _ordersSlot)));
        assertEq(uint256(word), _wordOf(expected), label);
    }
}
