// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Whose signature, over what, makes an offer a promise.
contract JobEscrowOfferSignatureTest is JobFuzz {
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function setUp() public {
        setUpJobs();
    }

    function testFuzz_RevertWhen_SignerIsUnknown(uint256 key) public {
        key = bound(key, 1, CURVE_ORDER - 1);
        vm.assume(vm.addr(key) != owner && vm.addr(key) != operator);
        _requireSignerRefused(defaultOffer(), key);
    }

    function test_RevertWhen_SignerIsTheIdThatWasHandedOver() public {
        _requireSignerRefused(defaultOffer(), PROVIDER_KEY);
    }

    function test_RevertWhen_SignerIsTheClient() public {
        _requireSignerRefused(defaultOffer(), CLIENT_KEY);
    }

    function testFuzz_RevertWhen_OperatorSignsBelowItsBound(uint128 rate) public {
        Offer memory offer = defaultOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _requireSignerRefused(offer, OPERATOR_KEY);
        openJobWith(offer, signOffer(OWNER_KEY, offer), defaultTake());
    }

    function testFuzz_RevertWhen_OperatorSignsAnotherAdjudicator(address other) public {
        vm.assume(other != adjudicator);
        Offer memory offer = defaultOffer();
        offer.adjudicator = other;
        _requireSignerRefused(offer, OPERATOR_KEY);
        openJobWith(offer, signOffer(OWNER_KEY, offer), defaultTake());
    }

    function testFuzz_RevertWhen_OperatorSignsAnotherToken(address other) public {
        vm.assume(other != address(payToken));
        Offer memory offer = defaultOffer();
        offer.token = other;
        _requireSignerRefused(offer, OPERATOR_KEY);
    }

    function testFuzz_RevertWhen_OperatorIsAnotherProviders(address other) public {
        vm.assume(other != provider && other != address(0));
        vm.prank(other);
        registry.register(Profile(other, keccak256("key"), ""));
        Offer memory offer = defaultOffer();
        offer.provider = other;
        offer.authEpoch = 1;
        vm.assume(other != owner && other != operator);
        _requireSignerRefused(offer, OPERATOR_KEY);
        _requireSignerRefused(offer, OWNER_KEY);
    }

    /// @dev Any bit of what was signed, changed: the signature fits another key, which may not promise anything.
    function testFuzz_RevertWhen_AFieldChangedAfterSigning(uint256 fieldSeed, uint256 bitSeed) public {
        Offer memory offer = defaultOffer();
        bytes memory signature = signOffer(OPERATOR_KEY, offer);
        // Neither provider, taker, windows of time nor epoch, which are refused earlier; the rest one bit off.
        uint8[14] memory fields = [2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 18, 20];
        uint256 field = fields[fieldSeed % fields.length];
        uint256 width = field > 17 ? 256 : 7;
        assembly {
            let word := add(offer, mul(field, 0x20))
            mstore(word, xor(mload(word), shl(mod(bitSeed, width), 1)))
        }
        vm.assume(offer.slots != 0 && offer.maxFills != 0);
        _requireRefused(offer, signature, "a changed field");
    }

    function testFuzz_RevertWhen_SignatureHasAnotherLength(bytes memory signature) public {
        vm.assume(signature.length != 65);
        _requireUnreadable(signature, "another length");
    }

    function test_RevertWhen_SignatureIsCompact() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(OWNER_KEY, escrow.hashOffer(defaultOffer()));
        bytes32 vs = bytes32(uint256(s) | (uint256(v - 27) << 255));
        _requireUnreadable(bytes.concat(r, vs), "compact");
    }

    function testFuzz_RevertWhen_SignatureHasAnotherV(uint8 v) public {
        vm.assume(v != 27 && v != 28);
        (, bytes32 r, bytes32 s) = vm.sign(OWNER_KEY, escrow.hashOffer(defaultOffer()));
        _requireUnreadable(abi.encodePacked(r, s, v), "another v");
    }

    function testFuzz_RevertWhen_SignatureIsMalleated(uint256 salt) public {
        Offer memory offer = defaultOffer();
        offer.salt = salt;
        bytes32 orderHash = escrow.hashOffer(offer);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(OWNER_KEY, orderHash);
        bytes memory twin = abi.encodePacked(r, CURVE_ORDER - uint256(s), 55 - v);
        assertEq(ecrecover(orderHash, 55 - v, r, bytes32(CURVE_ORDER - uint256(s))), owner, "the twin fits the key");
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (offer, twin, defaultTake()));
        requireRevert(client, call, JobErrors.cannotPromise(orderHash, provider, address(0)), "malleated");
    }

    function test_RevertWhen_SignatureIsAllZero() public {
        _requireUnreadable(new bytes(65), "zero");
    }

    function testFuzz_RevertWhen_SignedForAnotherChain(uint64 chainId) public {
        vm.assume(chainId != block.chainid);
        Offer memory offer = defaultOffer();
        bytes32 hashHere = escrow.hashOffer(offer);
        bytes memory signature = signDigest(OWNER_KEY, hashHere);
        vm.chainId(chainId);
        assertTrue(escrow.hashOffer(offer) != hashHere, "another digest");
        _requireRefused(offer, signature, "another chain");
    }

    function testFuzz_RevertWhen_SignedForAnotherDeployment(uint256 salt) public {
        IJobEscrow second = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        Offer memory offer = defaultOffer();
        offer.salt = salt;
        assertTrue(second.hashOffer(offer) != escrow.hashOffer(offer), "another digest");
        _requireRefused(offer, signDigest(OWNER_KEY, second.hashOffer(offer)), "another deployment");
    }

    function test_When_OwnershipMoved_TheNewOwnerSigns() public {
        vm.prank(owner);
        registry.offerOwnership(provider, stranger);
        vm.prank(stranger);
        registry.acceptOwnership(provider);
        Offer memory offer = defaultOffer();
        _requireSignerRefused(offer, OWNER_KEY);
        openJobWith(offer, signOffer(STRANGER_KEY, offer), defaultTake());
    }

    function testFuzz_When_SignatureWasChecked_AnythingServesLater(bytes calldata ignored) public {
        openJob();
        JobTerms memory terms = openJobWith(defaultOffer(), ignored, defaultTake());
        assertEq(terms.fill, 2, "second fill");
    }

    function testFuzz_RevertWhen_AnotherOfferWasChecked(uint256 salt) public {
        openJob();
        Offer memory offer = defaultOffer();
        vm.assume(salt != offer.salt);
        offer.salt = salt;
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (offer, "", defaultTake()));
        bytes32 orderHash = escrow.hashOffer(offer);
        requireRevert(client, call, JobErrors.cannotPromise(orderHash, provider, client), "a fresh offer");
    }

    /// @dev A refused take must not approve what it refused.
    function test_RevertWhen_TakenAgainAfterARefusal() public {
        _requireSignerRefused(defaultOffer(), STRANGER_KEY);
        assertFalse(escrow.orderStateOf(escrow.hashOffer(defaultOffer())).approved, "not approved");
        _requireUnreadable("", "an empty signature");
    }

    function _requireUnreadable(bytes memory signature, string memory label) private {
        bytes32 orderHash = escrow.hashOffer(defaultOffer());
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (defaultOffer(), signature, defaultTake()));
        // Without a signature, the caller itself would have to be the maker.
        address maker = signature.length == 0 ? client : address(0);
        requireRevert(client, call, JobErrors.cannotPromise(orderHash, provider, maker), label);
    }

    function _requireSignerRefused(Offer memory offer, uint256 key) private {
        bytes32 orderHash = escrow.hashOffer(offer);
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (offer, signDigest(key, orderHash), defaultTake()));
        bytes memory expected = JobErrors.cannotPromise(orderHash, offer.provider, vm.addr(key));
        requireRevert(client, call, expected, "a key that may not promise");
    }

    /// @dev Requires that a signature over something else is refused, naming the key that it seems to be of.
    function _requireRefused(Offer memory offer, bytes memory signature, string memory label) private {
        bytes32 orderHash = escrow.hashOffer(offer);
        (bytes32 r, bytes32 s, uint8 v) = (0, 0, uint8(signature[64]));
        assembly {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
        }
        address seeming = ecrecover(orderHash, v, r, s);
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (offer, signature, defaultTake()));
        requireRevert(client, call, JobErrors.cannotPromise(orderHash, provider, seeming), label);
    }
}
