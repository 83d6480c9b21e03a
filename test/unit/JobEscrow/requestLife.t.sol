// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {Ruling} from "../../../contracts/types/Case.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Request} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {RequestErrors} from "../../utils/RequestErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice How often and until when a request can be taken. Its slot is looked at after each step.
contract JobEscrowRequestLifeTest is RequestFixture {
    uint256 private constant ENDS = 10;

    Ruling private _ruling;

    /// @dev The test itself answers disputes.
    function setUp() public {
        adjudicator = address(this);
        setUpRequests();
    }

    /// @dev What the market asks its adjudicator: see IAdjudicator.
    function rulingOf(address, bytes32) external view returns (Ruling) {
        return _ruling;
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 ahead, uint32 late, bool published) public {
        Request memory request = defaultRequest();
        request.expiresAt = uint40(block.timestamp + bound(ahead, 0, 366 days));
        request.declineSeconds = 1 days;
        Request memory twin = _twinOf(request);
        if (published) publishRequest(request);
        if (published) publishRequest(twin);
        vm.warp(request.expiresAt);
        declineJob(takeSigned(request));

        _requireExpired(request, uint256(request.expiresAt) + 1, "remembered, a second late");
        _requireExpired(twin, uint256(request.expiresAt) + 1, "never taken, a second late");
        _requireExpired(request, uint256(request.expiresAt) + 2 + late, "remembered, later");
        _requireExpired(twin, uint256(request.expiresAt) + 2 + late, "never taken, later");
    }

    function testFuzz_RevertWhen_Taken_WhileItsJobIsOpen(bool published) public {
        Request memory request = defaultRequest();
        if (published) publishRequest(request);
        JobTerms memory terms = takeSigned(request);
        requireOrder(request, true, false, 1, 1, "taken");
        _requireTaken(request, 1, "active");
        submitJob(terms);
        requireOrder(request, true, false, 1, 1, "submitted");
        _requireTaken(request, 1, "submitted");
        vm.prank(client);
        escrow.dispute(terms);
        requireOrder(request, true, false, 1, 1, "disputed");
        _requireTaken(request, 1, "disputed");
    }

    /// @dev Of all ends of a job, only a decline gives the request back: no client pays twice for one request.
    function testFuzz_RevertWhen_Taken_AfterEveryEnd(uint8 way, uint8 declines) public {
        Request memory request = defaultRequest();
        request.expiresAt = uint40(block.timestamp + 300 days);
        uint32 fill = 1 + (declines % 4);
        for (uint256 i = 1; i < fill; ++i) {
            declineJob(takeSigned(request));
        }
        JobTerms memory terms = takeSigned(request);
        _end(terms, way % ENDS);
        requireOrder(request, true, false, fill, 1, "used up");
        _requireTaken(request, fill, "after its end");
        vm.warp(block.timestamp + 1 days);
        _requireTaken(request, fill, "for ever");
    }

    function test_RevertWhen_Taken_AfterEachEnd() public {
        for (uint256 way; way < ENDS; ++way) {
            Request memory request = defaultRequest();
            request.salt = 1 + way;
            _end(takeSigned(request), way);
            requireOrder(request, true, false, 1, 1, "used up");
            _requireTaken(request, 1, "after its end");
        }
    }

    function testFuzz_When_Declined_ItIsOpenAgain(uint8 declines, bool published) public {
        Request memory request = defaultRequest();
        if (published) publishRequest(request);
        uint32 times = uint32(bound(declines, 1, 6));
        uint256 before = claimOf(client);
        bytes32 lastId;
        for (uint32 i = 1; i <= times; ++i) {
            JobTerms memory declined = takeSigned(request);
            assertEq(declined.fill, i, "the number goes on");
            assertTrue(idOfJob(declined) != lastId, "a new job");
            lastId = idOfJob(declined);
            requireOrder(request, true, false, i, 1, "taken");
            declineJob(declined);
            requireOrder(request, true, false, i, 0, "declined");
        }
        assertEq(claimOf(client), before, "declines cost nothing");
        JobTerms memory terms = takeSigned(request);
        assertEq(terms.fill, times + 1, "the last fill");
        assertTrue(stateOf(terms) == JobState.ACTIVE, "runs");
    }

    /// @dev Who declines keeps nobody else from it.
    function test_When_Declined_AnotherProviderMayTakeIt() public {
        Request memory request = defaultRequest();
        declineJob(takeSigned(request));
        vm.prank(rival);
        escrow.takeRequest(request, "", rival, rivalMachineId);
        requireOrder(request, true, false, 2, 1, "the rival's");
        _requireTaken(request, 2, "the rival has it");
    }

    function test_When_ATwinIsTaken_TheOtherIsFree() public {
        Request memory request = defaultRequest();
        takeSigned(request);
        takeSigned(_twinOf(request));
    }

    /// @dev A contract's or the client's own word is not remembered, so such a request may still be published; but a
    /// used one stays used.
    function test_When_PublishedAfterItsTake_ItStaysTaken() public {
        _makeOperator(client);
        Request memory request = defaultRequest();
        bytes memory input = requestCallWith(request, "");
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        assertTrue(succeeded, "taken by the client itself");
        requireOrder(request, false, false, 1, 1, "not remembered");
        publishRequest(request);
        requireOrder(request, true, false, 1, 1, "published");
        _requireTaken(request, 1, "used up");
    }

    /// @dev An offer's slot comes back with each end, also beside requests: the two are told apart.
    function testFuzz_When_AnOfferEndsLikeThat_ItsSlotComesBack(uint8 way) public {
        JobTerms memory ofRequest = takeSigned(defaultRequest());
        JobTerms memory ofOffer = openJob();
        _end(ofOffer, way % ENDS);
        assertEq(escrow.orderStateOf(ofOffer.orderHash).active, 0, "the offer's slot");
        assertFalse(escrow.orderStateOf(ofOffer.orderHash).fillsOnce, "the offer's kind");
        assertEq(escrow.orderStateOf(ofRequest.orderHash).active, 1, "the request's slot");
        assertTrue(escrow.orderStateOf(ofRequest.orderHash).fillsOnce, "the request's kind");
    }

    /// @dev However their words are chosen, no offer has a request's digest: each kind's type is hashed with it.
    function testFuzz_HashesOfOffersAndRequestsDiffer(Offer memory offer, Request memory request) public view {
        assertTrue(escrow.hashOffer(offer) != escrow.hashRequest(request), "hashes differ");
    }

    /// @dev The words of an offer are the first words of this request; the rest are zero.
    function testFuzz_HashesDifferForEqualWords(Offer memory offer) public view {
        bytes memory words = bytes.concat(abi.encode(offer), new bytes(6 * 32));
        bytes memory input = bytes.concat(IJobEscrow(address(0)).hashRequest.selector, words);
        (bool succeeded, bytes memory digest) = address(escrow).staticcall(input);
        assertTrue(succeeded, "hashing reads no field");
        assertTrue(abi.decode(digest, (bytes32)) != escrow.hashOffer(offer), "hashes differ");
    }

    /// @dev Every way in which a job ends but by a decline.
    function _end(JobTerms memory terms, uint256 way) private {
        if (way == 0) {
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
        } else if (way == 1) {
            vm.prank(operator);
            escrow.forfeit(terms);
        } else if (way == 2) {
            _cancelJob(terms);
        } else {
            submitJob(terms);
            _endSubmitted(terms, way);
        }
        assertTrue(stateOf(terms) > JobState.DISPUTED, "ended");
    }

    function _endSubmitted(JobTerms memory terms, uint256 way) private {
        if (way == 3) {
            vm.prank(client);
            return escrow.accept(terms);
        }
        JobTerms[] memory jobs = new JobTerms[](1);
        jobs[0] = terms;
        if (way == 4 || way == 5) {
            vm.warp(reviewUntil(terms) + 1);
            if (way == 4) escrow.settle(terms);
            else assertEq(escrow.settleMany(jobs), 1, "settled");
            return;
        }
        vm.prank(client);
        escrow.dispute(terms);
        if (way == 6) {
            vm.prank(client);
            return escrow.concede(terms);
        }
        if (way == 7) {
            vm.warp(steppedAt(terms) + terms.rulingSeconds + 1);
            return escrow.noRuling(terms);
        }
        _ruling = way == 8 ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        escrow.applyRuling(terms);
    }

    function _cancelJob(JobTerms memory terms) private {
        uint40 expiresAt = uint40(block.timestamp);
        bytes32 digest = TypedData.cancelDigest(address(escrow), block.chainid, idOfJob(terms), expiresAt);
        bytes memory signature = signDigest(CLIENT_KEY, digest);
        vm.prank(operator);
        escrow.cancel(terms, expiresAt, signature);
    }

    function _twinOf(Request memory request) private pure returns (Request memory twin) {
        twin = abi.decode(abi.encode(request), (Request));
        twin.salt += 1;
    }

    function _makeOperator(address key) private {
        vm.prank(owner);
        registry.setOperator(provider, key, true);
    }

    function _requireExpired(Request memory request, uint256 nowAt, string memory label) private {
        vm.warp(nowAt);
        bytes memory expected = JobErrors.expired(escrow.hashRequest(request), nowAt, request.expiresAt);
        requireRevert(owner, requestCall(request), expected, label);
    }

    function _requireTaken(Request memory request, uint32 fill, string memory label) private {
        bytes memory expected = RequestErrors.taken(escrow.hashRequest(request), fill);
        requireRevert(owner, requestCall(request), expected, label);
        requireRevert(operator, requestCallWith(request, ""), expected, label);
        bytes memory input = abi.encodeCall(IJobEscrow.takeRequest, (request, "", rival, rivalMachineId));
        requireRevert(rival, input, expected, string.concat(label, ", by another"));
    }
}
