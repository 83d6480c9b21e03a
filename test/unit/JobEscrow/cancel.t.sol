// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Request, Take} from "../../../contracts/types/Order.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IWallet} from "../../utils/MockInterfaces.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowCancelTest is DisputeFixture {
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function setUp() public {
        setUpDisputes();
    }

    /// @dev At any time: an agreement needs no window.
    function testFuzz_When_BothSidesAgree(uint256 seed, bool byOwner, uint40 validSeconds) public {
        JobTerms memory terms = anyJob(seed);
        uint40 openedBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, 400 days));
        uint40 expiresAt = uint40(bound(validSeconds, block.timestamp, type(uint40).max));
        bytes memory signature = signCancel(CLIENT_KEY, terms, expiresAt);
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim += priceOf(terms);
        expectEnd(expected, terms);

        expectEvent(address(escrow));
        emit IJobEscrow.JobCanceled(idOfJob(terms), provider, client, priceOf(terms), openedBlock);
        if (terms.collateral != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral);
        }
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), client, idOf(payToken), priceOf(terms));
        vm.prank(byOwner ? owner : operator);
        escrow.cancel(terms, expiresAt, signature);

        requireStep(terms, JobState.CANCELED, 0);
        requireLedger(terms, expected);
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 validSeconds, uint32 late) public {
        JobTerms memory terms = openJob();
        uint40 expiresAt = uint40(block.timestamp) + validSeconds;
        bytes memory input = _call(terms, expiresAt, signCancel(CLIENT_KEY, terms, expiresAt));
        vm.warp(uint256(expiresAt) + 1);
        _requireTooLate(terms, input, expiresAt);
        vm.warp(uint256(expiresAt) + 1 + late);
        _requireTooLate(terms, input, expiresAt);

        vm.warp(expiresAt);
        requireCall(operator, input, "in the last second");
    }

    function testFuzz_RevertWhen_SomebodyElseSigned(uint256 key) public {
        key = bound(key, 1, CURVE_ORDER - 1);
        vm.assume(key != CLIENT_KEY);
        JobTerms memory terms = openJob();
        uint40 expiresAt = uint40(block.timestamp);
        _requireInvalid(terms, expiresAt, signCancel(key, terms, expiresAt));
        _requireInvalid(terms, expiresAt, signCancel(OPERATOR_KEY, terms, expiresAt));
        _requireInvalid(terms, expiresAt, signCancel(OWNER_KEY, terms, expiresAt));
    }

    function testFuzz_RevertWhen_SignatureIsNone(bytes calldata signature) public {
        JobTerms memory terms = openJob();
        _requireInvalid(terms, uint40(block.timestamp), signature);
        _requireInvalid(terms, uint40(block.timestamp), "");
        _requireInvalid(terms, uint40(block.timestamp), new bytes(65));
    }

    function testFuzz_RevertWhen_SignedForAnotherExpiry(uint40 signed, uint40 given) public {
        JobTerms memory terms = openJob();
        signed = uint40(bound(signed, block.timestamp, type(uint40).max));
        given = uint40(bound(given, block.timestamp, type(uint40).max));
        vm.assume(signed != given);
        _requireInvalid(terms, given, signCancel(CLIENT_KEY, terms, signed));
    }

    function test_RevertWhen_SignedForAnotherJob() public {
        JobTerms memory terms = openJob();
        JobTerms memory other = openJob();
        uint40 expiresAt = uint40(block.timestamp);
        _requireInvalid(terms, expiresAt, signCancel(CLIENT_KEY, other, expiresAt));
    }

    function testFuzz_RevertWhen_SignedForAnotherChainOrMarket(uint64 chainId, address market) public {
        vm.assume(chainId != block.chainid && market != address(escrow));
        JobTerms memory terms = openJob();
        uint40 expiresAt = uint40(block.timestamp);
        bytes32 jobId = idOfJob(terms);
        bytes32 otherChain = TypedData.cancelDigest(address(escrow), chainId, jobId, expiresAt);
        bytes32 otherMarket = TypedData.cancelDigest(market, block.chainid, jobId, expiresAt);
        _requireInvalid(terms, expiresAt, signDigest(CLIENT_KEY, otherChain));
        _requireInvalid(terms, expiresAt, signDigest(CLIENT_KEY, otherMarket));
    }

    /// @dev What the client signs is the job's id and an expiry, not the bare id or another type.
    function test_RevertWhen_SignedAsAnotherType() public {
        JobTerms memory terms = openJob();
        uint40 expiresAt = uint40(block.timestamp);
        _requireInvalid(terms, expiresAt, signDigest(CLIENT_KEY, idOfJob(terms)));
        _requireInvalid(terms, expiresAt, signDigest(CLIENT_KEY, keccak256(abi.encode(idOfJob(terms), expiresAt))));
    }

    function test_When_TheClientIsAContract() public {
        JobTerms memory terms = _openByWallet();
        uint40 expiresAt = uint40(block.timestamp);
        _requireInvalid(terms, expiresAt, signCancel(STRANGER_KEY, terms, expiresAt));
        uint256 claimed = claimOf(client);
        requireCall(operator, _call(terms, expiresAt, signCancel(CLIENT_KEY, terms, expiresAt)), "the contract's word");
        requireStep(terms, JobState.CANCELED, 0);
        assertEq(claimOf(client) - claimed, priceOf(terms), "the contract has its money back");
    }

    function testFuzz_RevertWhen_CallerIsNotTheProvidersSide(address caller) public {
        JobTerms memory terms = openJob();
        uint40 expiresAt = uint40(block.timestamp);
        bytes memory signature = signCancel(CLIENT_KEY, terms, expiresAt);
        requireOperatorsOnly(terms, _call(terms, expiresAt, signature), caller);
    }

    function test_When_OperatorIsNewerThanTheJob() public {
        JobTerms memory terms = openJob();
        vm.prank(owner);
        registry.setOperator(provider, stranger, true);
        uint40 expiresAt = uint40(block.timestamp);
        requireCall(stranger, _call(terms, expiresAt, signCancel(CLIENT_KEY, terms, expiresAt)), "the new operator");
    }

    /// @dev An offer has its slot back; the client's word is used up with the job.
    function test_When_TheOfferHasOneSlot_ItIsFreeAgain() public {
        Offer memory offer = defaultOffer();
        offer.slots = 1;
        JobTerms memory first = openJob(offer, defaultTake());
        uint40 expiresAt = uint40(block.timestamp);
        bytes memory signature = signCancel(CLIENT_KEY, first, expiresAt);
        cancelJob(first);
        JobTerms memory second = openJob(offer, defaultTake());
        _requireInvalid(second, expiresAt, signature);
        requireUnexpectedState(operator, _call(first, expiresAt, signature), first, JobState.ACTIVE, "canceled");
    }

    /// @dev Only a decline opens a request again.
    function test_When_TheJobIsOfARequest_ItStaysTaken() public {
        Request memory request = plainRequest();
        JobTerms memory terms = takeRequest(request);
        uint256 claimed = claimOf(client);
        cancelJob(terms);
        assertEq(claimOf(client) - claimed, priceOf(terms), "the price is back");
        bytes memory input = abi.encodeCall(IJobEscrow.takeRequest, (request, "", provider, machineId));
        bytes memory expected = abi.encodeWithSelector(
            IRequestBook.RequestBook_Taken.selector,
            terms.orderHash,
            uint32(1)
        );
        requireRevert(operator, input, expected, "taken once");
    }

    /// @dev A client whose account is a wallet of the client's key.
    function _openByWallet() private returns (JobTerms memory terms) {
        address key = client;
        client = deploy("Wallet", abi.encode(key));
        fund(client, CLIENT_FUNDS);
        Offer memory offer = defaultOffer();
        Take memory take = defaultTake();
        bytes memory approval = abi.encodeCall(vault.approve, (address(escrow), idOf(payToken), type(uint256).max));
        bytes memory input = takeCall(offer, take);
        terms = termsOf(offer, take, 1);
        vm.startPrank(key);
        IWallet(client).execute(address(vault), approval);
        IWallet(client).execute(address(escrow), input);
        vm.stopPrank();
    }

    function _requireInvalid(JobTerms memory terms, uint40 expiresAt, bytes memory signature) private {
        bytes memory expected = DisputeErrors.signatureInvalid(idOfJob(terms), terms.client);
        requireRevert(operator, _call(terms, expiresAt, signature), expected, "not the client's word");
    }

    function _requireTooLate(JobTerms memory terms, bytes memory input, uint40 expiresAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, expiresAt);
        requireRevert(operator, input, expected, "the operator, too late");
        requireRevert(owner, input, expected, "the owner, too late");
    }

    function _call(
        JobTerms memory terms,
        uint40 expiresAt,
        bytes memory signature
    ) private pure returns (bytes memory) {
        return abi.encodeCall(IJobEscrow.cancel, (terms, expiresAt, signature));
    }
}
