// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {OrderState, Request} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {RequestErrors} from "../../utils/RequestErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowPublishRequestTest is RequestFixture {
    function setUp() public {
        setUpRequests();
    }

    function testFuzz_When_ClientPublishes(uint256 seed, string calldata store) public {
        _publishAndCheck(anyRequest(seed), store);
    }

    /// @dev Anybody is a client: nobody registers.
    function testFuzz_When_AnybodyPublishes(address anybody) public {
        Request memory request = defaultRequest();
        request.client = anybody;
        _publishAndCheck(request, "");
    }

    function testFuzz_RevertWhen_CallerIsNotTheClient(address caller) public {
        vm.assume(caller != client);
        Request memory request = defaultRequest();
        _requireRefused(caller, request, RequestErrors.notClient(client, caller));
        _requireRefused(provider, request, RequestErrors.notClient(client, provider));
        request.client = address(0);
        _requireRefused(client, request, RequestErrors.notClient(address(0), client));
    }

    function test_RevertWhen_PublishedTwice() public {
        Request memory request = defaultRequest();
        _publishAndCheck(request, "");
        _requireRefused(client, request, JobErrors.unchanged(escrow.hashRequest(request)));
    }

    function test_RevertWhen_ItsSignatureIsRemembered() public {
        Request memory request = defaultRequest();
        takeSigned(request);
        _requireRefused(client, request, JobErrors.unchanged(escrow.hashRequest(request)));
    }

    function test_RevertWhen_CanceledBefore() public {
        Request memory request = defaultRequest();
        cancelRequest(request);
        _requireRefused(client, request, JobErrors.canceled(escrow.hashRequest(request)));
    }

    function test_RevertWhen_PublishedAndCanceledBefore() public {
        Request memory request = defaultRequest();
        _publishAndCheck(request, "");
        cancelRequest(request);
        _requireRefused(client, request, JobErrors.canceled(escrow.hashRequest(request)));
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 late) public {
        Request memory request = defaultRequest();
        vm.warp(request.expiresAt);
        _publishAndCheck(request, "");
        request.salt += 1;
        _requireExpired(request, uint256(request.expiresAt) + 1);
        _requireExpired(request, uint256(request.expiresAt) + 2 + late);
    }

    function testFuzz_RevertWhen_EpochIsNotTheClients(uint32 epoch, uint8 raised) public {
        uint32 current = raised % 4;
        for (uint256 i; i < current; ++i) {
            vm.prank(client);
            escrow.raiseRequestEpoch();
        }
        vm.assume(epoch != current);
        Request memory request = defaultRequest();
        request.epoch = epoch;
        _requireRefused(client, request, JobErrors.wrongEpoch(escrow.hashRequest(request), epoch, current));
        request.epoch = current;
        _publishAndCheck(request, "");
    }

    function _publishAndCheck(Request memory request, string memory store) private {
        bytes32 expected = escrow.hashRequest(request);
        expectEvent(address(escrow));
        emit IRequestBook.RequestPublished(expected, request.client, request.tag, request, store);
        vm.prank(request.client);
        assertEq(escrow.publishRequest(request, store), expected, "returned hash");
        requireOrder(request, true, false, 0, 0, "published");
    }

    function _requireExpired(Request memory request, uint256 nowAt) private {
        vm.warp(nowAt);
        _requireRefused(client, request, JobErrors.expired(escrow.hashRequest(request), nowAt, request.expiresAt));
    }

    function _requireRefused(address caller, Request memory request, bytes memory expected) private {
        requireRevert(caller, abi.encodeCall(IRequestBook.publishRequest, (request, "")), expected, "publish");
    }
}

contract JobEscrowCancelRequestTest is RequestFixture {
    function setUp() public {
        setUpRequests();
    }

    function testFuzz_When_ClientCancels(uint256 seed, bool published) public {
        Request memory request = anyRequest(seed);
        if (published) publishRequest(request);
        _cancelAndCheck(request);
        bytes memory expected = JobErrors.canceled(escrow.hashRequest(request));
        requireRevert(owner, requestCall(request), expected, "take of a canceled one");
    }

    function testFuzz_When_RequestCouldNotBeTakenAnyway(Request memory request) public {
        _cancelAndCheck(request);
    }

    function test_RevertWhen_CanceledTwice() public {
        Request memory request = defaultRequest();
        _cancelAndCheck(request);
        _requireRefused(client, request, JobErrors.unchanged(escrow.hashRequest(request)));
    }

    function testFuzz_RevertWhen_CallerIsNotTheClient(address caller) public {
        vm.assume(caller != client);
        Request memory request = defaultRequest();
        _requireRefused(caller, request, RequestErrors.notClient(client, caller));
        takeSigned(request);
        _requireRefused(owner, request, RequestErrors.notClient(client, owner));
        _requireRefused(operator, request, RequestErrors.notClient(client, operator));
        _requireRefused(provider, request, RequestErrors.notClient(client, provider));
    }

    function test_When_ItsJobRuns_ItGoesOn() public {
        Request memory request = defaultRequest();
        JobTerms memory terms = takeSigned(request);
        _cancelAndCheck(request);
        submitJob(terms);
        vm.prank(client);
        escrow.accept(terms);
        requireOrder(request, true, true, 1, 1, "still canceled and used up");
    }

    /// @dev A decline opens a request again, but not one that its client withdrew meanwhile.
    function test_RevertWhen_CanceledBeforeADecline() public {
        Request memory request = defaultRequest();
        JobTerms memory terms = takeSigned(request);
        _cancelAndCheck(request);
        declineJob(terms);
        requireOrder(request, true, true, 1, 0, "declined and canceled");
        requireRevert(owner, requestCall(request), JobErrors.canceled(terms.orderHash), "canceled for good");
    }

    function test_When_ATwinIsCanceled_TheOtherLives() public {
        Request memory twin = defaultRequest();
        twin.salt += 1;
        _cancelAndCheck(twin);
        takeSigned(defaultRequest());
    }

    function _cancelAndCheck(Request memory request) private {
        bytes32 orderHash = escrow.hashRequest(request);
        OrderState memory expected = escrow.orderStateOf(orderHash);
        expected.canceled = true;
        expectEvent(address(escrow));
        emit IRequestBook.RequestCanceled(orderHash, request.client);
        vm.prank(request.client);
        escrow.cancelRequest(request);
        OrderState memory order = escrow.orderStateOf(orderHash);
        assertEq(keccak256(abi.encode(order)), keccak256(abi.encode(expected)), "the order's slot");
    }

    function _requireRefused(address caller, Request memory request, bytes memory expected) private {
        requireRevert(caller, abi.encodeCall(IRequestBook.cancelRequest, (request)), expected, "cancel");
    }
}

contract JobEscrowRequestEpochTest is RequestFixture {
    function setUp() public {
        setUpRequests();
    }

    function testFuzz_EpochsCountFromZero_EachForItself(address anybody, uint8 times) public {
        vm.assume(anybody != client);
        assertEq(escrow.requestEpochOf(anybody), 0, "the first epoch");
        for (uint32 i = 1; i <= times % 8; ++i) {
            expectEvent(address(escrow));
            emit IRequestBook.RequestEpochRaised(anybody, i);
            vm.prank(anybody);
            escrow.raiseRequestEpoch();
            assertEq(escrow.requestEpochOf(anybody), i, "raised");
        }
        assertEq(escrow.requestEpochOf(client), 0, "another's epoch");
    }

    function testFuzz_When_EpochIsRaised_EveryRequestDies(uint8 times) public {
        Request memory signed = defaultRequest();
        Request memory published = defaultRequest();
        Request memory remembered = defaultRequest();
        (published.salt, remembered.salt) = (2, 3);
        publishRequest(published);
        declineJob(takeSigned(remembered));
        uint32 current = uint32(bound(times, 1, 8));
        for (uint256 i; i < current; ++i) {
            vm.prank(client);
            escrow.raiseRequestEpoch();
        }
        _requireOldEpoch(signed, current, "signed");
        _requireOldEpoch(published, current, "published");
        _requireOldEpoch(remembered, current, "remembered");

        JobTerms memory renewed = takeSigned(defaultRequest());
        assertTrue(renewed.orderHash != escrow.hashRequest(signed), "of the new epoch");
    }

    /// @dev No request of a later epoch lies in wait.
    function testFuzz_RevertWhen_EpochIsAhead(uint32 epoch) public {
        Request memory request = defaultRequest();
        request.epoch = uint32(bound(epoch, 1, type(uint32).max));
        _requireOldEpoch(request, 0, "ahead");
    }

    function test_When_EpochIsRaised_JobsGoOn() public {
        JobTerms memory terms = takeSigned(defaultRequest());
        vm.prank(client);
        escrow.raiseRequestEpoch();
        submitJob(terms);
        vm.prank(client);
        escrow.accept(terms);
        assertEq(claimOf(payout), priceOf(terms), "paid");
    }

    function _requireOldEpoch(Request memory request, uint32 current, string memory label) private {
        bytes memory expected = JobErrors.wrongEpoch(escrow.hashRequest(request), request.epoch, current);
        requireRevert(owner, requestCall(request), expected, label);
    }
}
