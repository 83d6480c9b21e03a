// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IOfferBook} from "../../contracts/interfaces/IOfferBook.sol";
import {IPaymentVault} from "../../contracts/interfaces/IPaymentVault.sol";
import {IRequestBook} from "../../contracts/interfaces/IRequestBook.sol";
import {Attestation} from "../../contracts/types/Attestation.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Request} from "../../contracts/types/Order.sol";
import {Allowance, TypedData} from "../utils/TypedData.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: use a signature a second time, on another chain, or at another deployment of the same contract.
/// Peer: Prime Intellect, whose invites and node signatures name neither chain nor contract (read), and Livepeer, whose
/// tickets have no domain separator (read; peers.md 4.0).
contract SignatureReplayTest is Story {
    IJobEscrow private twin;

    /// @dev A second market beside the first, that provider and client trust as much.
    function setUp() public {
        setUpStory();
        twin = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        vm.prank(owner);
        staking.authorize(provider, address(twin), LOCK_LIMIT, MAX_PER_LOCK);
        vm.prank(client);
        vault.approve(address(twin), idOf(payToken), type(uint256).max);
    }

    function testFuzz_AnOffer(uint64 chain, bool onTwin) public {
        Offer memory offer = defaultOffer();
        bytes memory signature = signOffer(OPERATOR_KEY, offer);
        address market = _elsewhere(chain, onTwin);
        bytes memory input = abi.encodeCall(IJobEscrow.takeOffer, (offer, signature, defaultTake()));
        requireRefused(client, market, input, IOfferBook.OfferBook_CannotPromise.selector, "an offer elsewhere");
        _requireNothingMoved();
    }

    /// @dev Not even after the market remembered the signature here.
    function testFuzz_ARememberedOffer(uint64 chain) public {
        Offer memory offer = defaultOffer();
        bytes memory signature = signOffer(OPERATOR_KEY, offer);
        openJobWith(offer, signature, defaultTake());
        address market = _elsewhere(chain, false);
        bytes memory input = abi.encodeCall(IJobEscrow.takeOffer, (offer, signature, defaultTake()));
        requireRefused(client, market, input, IOfferBook.OfferBook_CannotPromise.selector, "a fork of the chain");
        assertEq(claimOf(payout), 0, "nobody was paid");
    }

    function testFuzz_ARequest(uint64 chain, bool onTwin) public {
        Request memory request = plainRequest();
        bytes memory input = takeRequestCall(CLIENT_KEY, request, provider);
        address market = _elsewhere(chain, onTwin);
        bytes4 error_ = IRequestBook.RequestBook_SignatureInvalid.selector;
        requireRefused(operator, market, input, error_, "a request elsewhere");
        _requireNothingMoved();
    }

    /// @dev No signature fills more than it states.
    function testFuzz_AnOfferIsTakenAsOftenAsItSays(uint8 fills) public {
        Offer memory offer = defaultOffer();
        offer.maxFills = uint32(bound(fills, 1, 6));
        offer.slots = 100;
        for (uint256 i; i < offer.maxFills; ++i) {
            JobTerms memory terms = openJob(offer, defaultTake());
            vm.prank(operator);
            escrow.decline(terms, "again");
        }
        bytes4 error_ = IOfferBook.OfferBook_FullyTaken.selector;
        requireRefused(client, address(escrow), takeCall(offer, defaultTake()), error_, "one too many");
        _requireNothingMoved();
    }

    function testFuzz_ACancel(uint64 chain) public {
        JobTerms memory terms = openJob();
        bytes memory signature = signCancel(CLIENT_KEY, terms, type(uint40).max);
        _elsewhere(chain, false);
        bytes memory input = abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, signature));
        bytes4 error_ = IJobEscrow.JobEscrow_SignatureInvalid.selector;
        requireRefused(operator, address(escrow), input, error_, "a fork of the chain");
    }

    /// @dev A ruling for one market's case, at another panel of the same signers, for another market or case, or for the
    /// other side.
    function testFuzz_ARuling(uint64 chain, uint8 which) public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        bytes32 caseId = idOfJob(terms);
        Attestation[] memory words;
        which = which % 5;
        if (which == 0) words = attest(deployPanel(), address(escrow), caseId, true);
        if (which == 1) words = attest(panel, address(twin), caseId, true);
        if (which == 2) words = attest(panel, address(escrow), keccak256("other"), true);
        if (which == 3) words = attest(panel, address(escrow), caseId, false);
        if (which == 4) {
            words = attest(panel, address(escrow), caseId, true);
            _elsewhere(chain, false);
        }
        bytes memory input = abi.encodeCall(panel.rule, (address(escrow), caseId, true, words));
        bytes4 error_ = IAttestedAdjudicator.AttestedAdjudicator_SignatureInvalid.selector;
        requireRefused(stranger, address(panel), input, error_, "a ruling from elsewhere");
        assertEq(claimOf(address(panel)), terms.disputeFee, "the fee stays");
    }

    /// @dev One signer's word twice is one word.
    function test_ASignerCountsOnce() public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        Attestation[] memory words = attest(panel, address(escrow), idOfJob(terms), true);
        words[1] = words[0];
        bytes memory input = abi.encodeCall(panel.rule, (address(escrow), idOfJob(terms), true, words));
        bytes4 error_ = IAttestedAdjudicator.AttestedAdjudicator_SignersUnordered.selector;
        requireRefused(stranger, address(panel), input, error_, "the same word twice");
    }

    /// @dev An allowance by signature: here, once; elsewhere, never.
    function testFuzz_AnAllowance(uint64 chain, uint8 where) public {
        uint256 amount = 5e18;
        Allowance memory allowance = Allowance(client, stranger, idOf(payToken), amount, 0, type(uint256).max);
        bytes32 digest = TypedData.allowanceDigest(address(vault), block.chainid, allowance);
        bytes memory signature = signDigest(CLIENT_KEY, digest);
        bytes memory input = abi.encodeCall(
            IPaymentVault.approveBySignature,
            (client, stranger, idOf(payToken), amount, type(uint256).max, signature)
        );
        address target = address(vault);
        if (where % 3 == 0) target = deploy("PaymentVault", "");
        if (where % 3 == 1) _elsewhere(chain, false);
        if (where % 3 == 2) {
            vault.approveBySignature(client, stranger, idOf(payToken), amount, type(uint256).max, signature);
            vm.prank(client);
            vault.approve(stranger, idOf(payToken), 0);
        }
        bytes4 error_ = IPaymentVault.PaymentVault_SignatureInvalid.selector;
        requireRefused(stranger, target, input, error_, "an allowance again");
        assertEq(vault.allowance(client, stranger, idOf(payToken)), 0, "no allowance");
    }

    /// @dev Another deployment on this chain, or this address on another chain.
    function _elsewhere(uint64 chain, bool onTwin) private returns (address market) {
        if (onTwin) return address(twin);
        chain = uint64(bound(chain, 1, type(uint64).max));
        vm.assume(chain != block.chainid);
        vm.chainId(chain);
        return address(escrow);
    }

    function _requireNothingMoved() private view {
        assertEq(claimOf(client), CLIENT_FUNDS, "the client's claim");
        (, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        (, , uint128 lockedByTwin) = staking.authorizationOf(provider, address(twin));
        assertEq(locked + lockedByTwin, 0, "the provider's locks");
    }
}
