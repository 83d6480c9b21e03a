// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseOffer, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Whose key's signature, over what, makes an offer of leases a promise.
contract LeaseEscrowOfferSignatureTest is LeaseFixture {
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function setUp() public {
        setUpLeases();
    }

    function testFuzz_RevertWhen_SignerIsUnknown(uint256 key) public {
        key = bound(key, 1, CURVE_ORDER - 1);
        vm.assume(vm.addr(key) != owner && vm.addr(key) != operator);
        _requireSignerRefused(defaultLeaseOffer(), key);
        _requireSignerRefused(defaultLeaseOffer(), PROVIDER_KEY);
        _requireSignerRefused(defaultLeaseOffer(), CLIENT_KEY);
    }

    /// @dev What an operator may not sign, the owner may.
    function testFuzz_RevertWhen_OperatorSignsBelowItsBound(uint128 rate) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _requireSignerRefused(offer, OPERATOR_KEY);
        openLeaseWith(offer, signLeaseOffer(OWNER_KEY, offer), LEASE_SECONDS, FUNDED_SECONDS);
    }

    function testFuzz_RevertWhen_OperatorSignsAnotherToken(address other) public {
        vm.assume(other != address(payToken));
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.token = other;
        _requireSignerRefused(offer, OPERATOR_KEY);
    }

    function test_RevertWhen_TheBoundIsForAnAdjudicator() public {
        vm.prank(owner);
        registry.setOperatorBound(provider, address(payToken), address(0), 0);
        _requireSignerRefused(defaultLeaseOffer(), OPERATOR_KEY);
    }

    function testFuzz_RevertWhen_SignatureIsUnreadable(bytes memory signature, uint8 v) public {
        vm.assume(signature.length != 65 && signature.length != 0 && v != 27 && v != 28);
        _requireRefused(client, defaultLeaseOffer(), signature, address(0));
        _requireRefused(client, defaultLeaseOffer(), new bytes(65), address(0));
        (uint8 good, bytes32 r, bytes32 s) = vm.sign(OWNER_KEY, leases.hashOffer(defaultLeaseOffer()));
        _requireRefused(client, defaultLeaseOffer(), abi.encodePacked(r, s, v), address(0));
        bytes32 vs = bytes32(uint256(s) | (uint256(good - 27) << 255));
        _requireRefused(client, defaultLeaseOffer(), bytes.concat(r, vs), address(0));
    }

    function testFuzz_RevertWhen_SignatureIsMalleated(uint256 salt) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.salt = salt;
        bytes32 orderHash = leases.hashOffer(offer);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(OWNER_KEY, orderHash);
        bytes memory twin = abi.encodePacked(r, CURVE_ORDER - uint256(s), 55 - v);
        assertEq(ecrecover(orderHash, 55 - v, r, bytes32(CURVE_ORDER - uint256(s))), owner, "the twin fits the key");
        _requireRefused(client, offer, twin, address(0));
    }

    /// @dev Without a signature the caller itself would have to be the maker.
    function test_RevertWhen_ThereIsNoSignature() public {
        _requireRefused(client, defaultLeaseOffer(), "", client);
        _requireRefused(stranger, defaultLeaseOffer(), "", stranger);
    }

    function testFuzz_When_TheMakerTakesItsOwnOffer(bool byOwner) public {
        client = byOwner ? owner : operator;
        fund(client, CLIENT_FUNDS);
        allowLeases(client);
        LeaseOffer memory offer = defaultLeaseOffer();
        openLeaseWith(offer, "", LEASE_SECONDS, FUNDED_SECONDS);
        assertFalse(leases.orderStateOf(leases.hashOffer(offer)).approved, "not remembered");
        _requireRefused(stranger, offer, "", stranger);
    }

    function testFuzz_RevertWhen_AnOperatorTakesItsOwnOfferBeyondItsBounds(uint128 rate) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _requireRefused(operator, offer, "", operator);
    }

    function testFuzz_When_SignatureWasChecked_AnythingServesLater(bytes calldata ignored) public {
        openLease();
        LeaseTerms memory terms = openLeaseWith(defaultLeaseOffer(), ignored, LEASE_SECONDS, FUNDED_SECONDS);
        assertEq(terms.fill, 2, "second fill");
    }

    function testFuzz_RevertWhen_AnotherOfferWasChecked(uint256 salt) public {
        openLease();
        LeaseOffer memory offer = defaultLeaseOffer();
        vm.assume(salt != offer.salt);
        offer.salt = salt;
        _requireRefused(client, offer, "", client);
    }

    /// @dev A refused take must not approve what it refused.
    function test_RevertWhen_TakenAgainAfterARefusal() public {
        _requireSignerRefused(defaultLeaseOffer(), STRANGER_KEY);
        assertFalse(leases.orderStateOf(leases.hashOffer(defaultLeaseOffer())).approved, "not approved");
        _requireRefused(client, defaultLeaseOffer(), "", client);
    }

    function testFuzz_RevertWhen_SignedForAnotherChainOrMarket(uint64 chainId, bool otherMarket) public {
        vm.assume(chainId != block.chainid);
        LeaseOffer memory offer = defaultLeaseOffer();
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        if (otherMarket) leases = ILeaseEscrow(deploy("LeaseEscrow", abi.encode(registry, vault)));
        else vm.chainId(chainId);
        _requireRefused(client, offer, signature, _seemingSigner(leases.hashOffer(offer), signature));
    }

    function test_When_OwnershipMoved_TheNewOwnerSigns() public {
        vm.prank(owner);
        registry.offerOwnership(provider, stranger);
        vm.prank(stranger);
        registry.acceptOwnership(provider);
        LeaseOffer memory offer = defaultLeaseOffer();
        _requireSignerRefused(offer, OWNER_KEY);
        openLeaseWith(offer, signLeaseOffer(STRANGER_KEY, offer), LEASE_SECONDS, FUNDED_SECONDS);
    }

    function _seemingSigner(bytes32 digest, bytes memory signature) private pure returns (address) {
        (bytes32 r, bytes32 s) = (0, 0);
        assembly {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
        }
        return ecrecover(digest, uint8(signature[64]), r, s);
    }

    function _requireSignerRefused(LeaseOffer memory offer, uint256 key) private {
        _requireRefused(client, offer, signLeaseOffer(key, offer), vm.addr(key));
    }

    function _requireRefused(address caller, LeaseOffer memory offer, bytes memory signature, address key) private {
        bytes memory expected = JobErrors.cannotPromise(leases.hashOffer(offer), offer.provider, key);
        refuse(caller, openCallWith(offer, signature), expected, "no promise");
    }
}
