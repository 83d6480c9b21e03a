// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {LeaseOffer} from "../../../contracts/types/Lease.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The digest that makers of lease offers sign, and calldata that is not what it seems.
contract LeaseEscrowOfferHashTest is LeaseFixture {
    /// @dev For each of an offer's 14 fields the bits that its type has; those of the last three are all of the word.
    uint16[14] private _widths = [160, 160, 160, 128, 32, 32, 32, 32, 32, 40, 32, 256, 256, 256];
    uint256 private constant NARROW_FIELDS = 11;

    function setUp() public {
        setUpLeases();
    }

    function testFuzz_HashIsTheEip712Digest(LeaseOffer memory offer) public view {
        assertEq(leases.hashOffer(offer), _digestByHand(offer, block.chainid, address(leases)), "digest");
    }

    function testFuzz_HashNamesChainAndMarket(LeaseOffer memory offer, uint64 chainId) public {
        ILeaseEscrow second = ILeaseEscrow(deploy("LeaseEscrow", abi.encode(registry, vault)));
        assertEq(second.hashOffer(offer), _digestByHand(offer, block.chainid, address(second)), "second market");
        vm.chainId(chainId);
        assertEq(leases.hashOffer(offer), _digestByHand(offer, chainId, address(leases)), "other chain");
    }

    function test_DomainIsPublished() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, bytes32 salt, ) = IERC5267(
            address(leases)
        ).eip712Domain();
        assertEq(bytes(name), "Wattle LeaseEscrow", "name");
        assertEq(bytes(version), "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(verifier, address(leases), "market");
        assertEq(salt, 0, "salt");
    }

    function testFuzz_RevertWhen_AWordIsDirty(uint256 seed, uint256 fieldSeed, uint256 dirt) public view {
        bytes memory input = abi.encodeCall(ILeaseOffers.hashOffer, (anyLeaseOffer(seed)));
        _dirty(input, fieldSeed % NARROW_FIELDS, dirt);
        (bool succeeded, bytes memory answer) = address(leases).staticcall(input);
        assertTrue(!succeeded && answer.length == 0, "a dirty offer has a digest");
    }

    /// @dev Published, signed, or remembered: the offer is not the dirty one.
    function testFuzz_RevertWhen_AGoodOfferIsTakenDirty(uint256 fieldSeed, uint256 dirt, uint8 way) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        if (way % 3 == 1) publishLeaseOffer(offer);
        if (way % 3 == 2) openLease();
        _requireDirtyOpenFails(offer, signLeaseOffer(OWNER_KEY, offer), fieldSeed, dirt);
    }

    /// @dev Not even the owner's signature over the dirty words themselves opens a lease.
    function testFuzz_RevertWhen_ADirtyOfferIsSigned(uint256 fieldSeed, uint256 dirt) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        bytes memory input = abi.encodeCall(ILeaseOffers.hashOffer, (offer));
        _dirty(input, fieldSeed % NARROW_FIELDS, dirt);
        bytes32 structHash = keccak256(bytes.concat(_typeHash(), this.argumentsOf(input)));
        bytes32 digest = TypedData.digest("Wattle LeaseEscrow", address(leases), block.chainid, structHash);
        _requireDirtyOpenFails(offer, signDigest(OWNER_KEY, digest), fieldSeed, dirt);
    }

    function testFuzz_RevertWhen_ADirtyOfferIsPublished(uint256 fieldSeed, uint256 dirt) public {
        bytes memory input = abi.encodeCall(ILeaseOffers.publishOffer, (defaultLeaseOffer()));
        _dirty(input, fieldSeed % NARROW_FIELDS, dirt);
        vm.prank(owner);
        (bool succeeded, ) = address(leases).call(input);
        assertFalse(succeeded, "published a dirty offer");
    }

    function testFuzz_When_ADirtyOfferIsCanceled_TheRealOneLives(uint256 fieldSeed, uint256 dirt) public {
        bytes memory input = abi.encodeCall(ILeaseOffers.cancelOffer, (defaultLeaseOffer()));
        _dirty(input, fieldSeed % NARROW_FIELDS, dirt);
        vm.prank(owner);
        (bool succeeded, ) = address(leases).call(input);
        assertFalse(succeeded, "canceled a dirty offer");
        assertFalse(leases.orderStateOf(leases.hashOffer(defaultLeaseOffer())).canceled, "canceled the real offer");
        openLease();
    }

    /// @dev Calldata that ends within the offer is refused before anything is hashed.
    function testFuzz_RevertWhen_CalldataIsShort(uint256 length) public view {
        bytes memory input = abi.encodeCall(ILeaseOffers.hashOffer, (defaultLeaseOffer()));
        length = bound(length, 4, input.length - 1);
        assembly {
            mstore(input, length)
        }
        (bool succeeded, ) = address(leases).staticcall(input);
        assertFalse(succeeded, "hashed short calldata");
    }

    /// @dev Any bit of what was signed, changed: the signature fits another key, which may not promise anything.
    function testFuzz_RevertWhen_AFieldChangedAfterSigning(uint256 fieldSeed, uint256 bitSeed) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.minFundedSeconds, offer.maxLeaseSeconds) = (64, 65_536);
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        // Neither provider, taker, expiry nor epoch, which are refused earlier; the rest one bit off.
        uint8[10] memory fields = [2, 3, 4, 5, 6, 7, 8, 11, 12, 13];
        uint256 field = fields[fieldSeed % fields.length];
        uint256 mask = uint256(1) << (bitSeed % (field > 10 ? 256 : 6));
        assembly {
            let word := add(offer, mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
        }
        vm.assume(offer.slots != 0 && offer.maxFills != 0);
        bytes32 orderHash = leases.hashOffer(offer);
        bytes memory expected = JobErrors.cannotPromise(orderHash, provider, _seemingSigner(orderHash, signature));
        refuse(client, openCallWith(offer, signature), expected, "a changed field");
    }

    /// @notice What follows the selector.
    function argumentsOf(bytes calldata input) external pure returns (bytes memory) {
        return input[4:];
    }

    function _seemingSigner(bytes32 digest, bytes memory signature) private pure returns (address) {
        (bytes32 r, bytes32 s) = (0, 0);
        assembly {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
        }
        return ecrecover(digest, uint8(signature[64]), r, s);
    }

    function _requireDirtyOpenFails(
        LeaseOffer memory offer,
        bytes memory signature,
        uint256 fieldSeed,
        uint256 dirt
    ) private {
        bytes32 orderHash = leases.hashOffer(offer);
        bytes32 before = keccak256(abi.encode(leases.orderStateOf(orderHash)));
        bytes memory input = openCallWith(offer, signature);
        _dirty(input, fieldSeed % NARROW_FIELDS, dirt);
        vm.prank(client);
        (bool succeeded, ) = address(leases).call(input);
        assertFalse(succeeded, "a dirty offer opened a lease");
        assertEq(keccak256(abi.encode(leases.orderStateOf(orderHash))), before, "the real order's slot");
    }

    /// @dev Sets bits above a field's type, at least one.
    function _dirty(bytes memory input, uint256 field, uint256 dirt) private view {
        uint256 width = _widths[field];
        uint256 mask = dirt << width;
        if (mask == 0) mask = 1 << (width + (dirt % (256 - width)));
        assembly {
            let word := add(add(input, 0x24), mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
        }
    }

    function _digestByHand(LeaseOffer memory offer, uint256 chainId, address market) private pure returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Wattle LeaseEscrow"),
                keccak256("1"),
                chainId,
                market
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, _structHashByHand(offer)));
    }

    /// @dev Field by field, in the order of the type's text.
    function _structHashByHand(LeaseOffer memory offer) private pure returns (bytes32) {
        bytes memory who = abi.encode(offer.provider, offer.taker, offer.token, offer.ratePerSecond);
        bytes memory periods = abi.encode(offer.minFundedSeconds, offer.maxLeaseSeconds, offer.graceSeconds);
        bytes memory counts = abi.encode(offer.slots, offer.maxFills, offer.expiresAt, offer.authEpoch);
        bytes memory rest = abi.encode(offer.machineId, offer.tag, offer.salt);
        return keccak256(bytes.concat(_typeHash(), who, periods, counts, rest));
    }

    function _typeHash() private pure returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    "LeaseOffer(address provider,address taker,address token,uint128 ratePerSecond,",
                    "uint32 minFundedSeconds,uint32 maxLeaseSeconds,uint32 graceSeconds,",
                    "uint32 slots,uint32 maxFills,uint40 expiresAt,uint32 authEpoch,",
                    "bytes32 machineId,bytes32 tag,uint256 salt)"
                )
            );
    }
}
