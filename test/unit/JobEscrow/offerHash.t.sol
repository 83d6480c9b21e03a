// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {Offer, OrderState} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The digest that makers sign, and calldata that is not what it seems.
contract JobEscrowOfferHashTest is JobFuzz {
    /// @dev For each of an offer's 21 fields the bits that its type has.
    uint16[21] private _widths = [
        160,
        160,
        160,
        160,
        128,
        128,
        128,
        32,
        32,
        32,
        32,
        32,
        32,
        16,
        32,
        32,
        40,
        32,
        256,
        256,
        256
    ];

    function setUp() public {
        setUpJobs();
    }

    function testFuzz_HashIsTheEip712Digest(Offer memory offer) public view {
        assertEq(escrow.hashOffer(offer), _digestByHand(offer, block.chainid, address(escrow)), "digest");
    }

    function testFuzz_HashNamesChainAndMarket(Offer memory offer, uint64 chainId) public {
        IJobEscrow second = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        assertEq(second.hashOffer(offer), _digestByHand(offer, block.chainid, address(second)), "second market");
        vm.chainId(chainId);
        assertEq(escrow.hashOffer(offer), _digestByHand(offer, chainId, address(escrow)), "other chain");
    }

    function test_DomainIsPublished() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, bytes32 salt, ) = IERC5267(
            address(escrow)
        ).eip712Domain();
        assertEq(bytes(name), "Wattle JobEscrow", "name");
        assertEq(bytes(version), "1", "version");
        assertEq(chainId, block.chainid, "chain");
        assertEq(verifier, address(escrow), "market");
        assertEq(salt, 0, "salt");
    }

    /// @dev A dirty word is another digest: whoever signed or published the offer did not sign that one.
    function testFuzz_DirtyWordIsAnotherDigest(uint256 seed, uint256 fieldSeed, uint256 dirt) public view {
        Offer memory offer = anyOffer(seed);
        bytes memory input = abi.encodeCall(IJobOffers.hashOffer, (offer));
        _dirty(input, _narrowField(fieldSeed), dirt);
        (bool succeeded, bytes memory result) = address(escrow).staticcall(input);
        assertTrue(!succeeded || abi.decode(result, (bytes32)) != escrow.hashOffer(offer), "digest of a dirty word");
    }

    function testFuzz_RevertWhen_APublishedOfferIsTakenDirty(uint256 fieldSeed, uint256 dirt) public {
        Offer memory offer = defaultOffer();
        publishOffer(offer);
        _requireDirtyTakeFails(offer, "", fieldSeed, dirt);
    }

    function testFuzz_RevertWhen_ASignedOfferIsTakenDirty(uint256 fieldSeed, uint256 dirt) public {
        Offer memory offer = defaultOffer();
        _requireDirtyTakeFails(offer, signOffer(OWNER_KEY, offer), fieldSeed, dirt);
    }

    /// @dev Not even the owner's signature over the dirty digest itself opens a job.
    function testFuzz_RevertWhen_ADirtyOfferIsSigned(uint256 fieldSeed, uint256 dirt) public {
        Offer memory offer = defaultOffer();
        bytes memory input = abi.encodeCall(IJobOffers.hashOffer, (offer));
        _dirty(input, _narrowField(fieldSeed), dirt);
        (bool succeeded, bytes memory result) = address(escrow).staticcall(input);
        assertTrue(succeeded, "hashing reads no field");
        bytes memory signature = signDigest(OWNER_KEY, abi.decode(result, (bytes32)));
        _requireDirtyTakeFails(offer, signature, fieldSeed, dirt);
    }

    function testFuzz_RevertWhen_ADirtyOfferIsPublished(uint256 fieldSeed, uint256 dirt) public {
        bytes memory input = abi.encodeCall(IJobOffers.publishOffer, (defaultOffer()));
        _dirty(input, _narrowField(fieldSeed), dirt);
        vm.prank(owner);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "published a dirty offer");
    }

    function testFuzz_When_ADirtyOfferIsCanceled_TheRealOneLives(uint256 fieldSeed, uint256 dirt) public {
        bytes memory input = abi.encodeCall(IJobOffers.cancelOffer, (defaultOffer()));
        _dirty(input, _narrowField(fieldSeed), dirt);
        vm.prank(owner);
        (bool succeeded, ) = address(escrow).call(input);
        succeeded; // A digest that nobody signed may be canceled, or the call may fail: it makes no difference.
        assertFalse(escrow.orderStateOf(escrow.hashOffer(defaultOffer())).canceled, "canceled the real offer");
        openJob();
    }

    /// @dev Calldata that ends within the offer is refused before anything is hashed.
    function testFuzz_RevertWhen_CalldataIsShort(uint256 length) public view {
        bytes memory input = abi.encodeCall(IJobOffers.hashOffer, (defaultOffer()));
        length = bound(length, 4, input.length - 1);
        assembly {
            mstore(input, length)
        }
        (bool succeeded, ) = address(escrow).staticcall(input);
        assertFalse(succeeded, "hashed short calldata");
    }

    function test_RevertWhen_ADirtyOfferIsCanceledByAStranger() public {
        bytes memory input = abi.encodeCall(IJobOffers.cancelOffer, (defaultOffer()));
        _dirty(input, 1, 1);
        requireRevert(stranger, input, JobErrors.offerNotOperator(provider, stranger), "a stranger");
    }

    function _requireDirtyTakeFails(
        Offer memory offer,
        bytes memory signature,
        uint256 fieldSeed,
        uint256 dirt
    ) private {
        bytes32 orderHash = escrow.hashOffer(offer);
        OrderState memory before = escrow.orderStateOf(orderHash);
        bytes memory input = abi.encodeCall(IJobEscrow.takeOffer, (offer, signature, defaultTake()));
        _dirty(input, _narrowField(fieldSeed), dirt);
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "a dirty offer opened a job");
        OrderState memory later = escrow.orderStateOf(orderHash);
        assertEq(keccak256(abi.encode(later)), keccak256(abi.encode(before)), "the real order's slot");
    }

    function _narrowField(uint256 fieldSeed) private pure returns (uint256) {
        return fieldSeed % 18;
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

    function _digestByHand(Offer memory offer, uint256 chainId, address market) private pure returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Wattle JobEscrow"),
                keccak256("1"),
                chainId,
                market
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, _structHashByHand(offer)));
    }

    function _structHashByHand(Offer memory offer) private pure returns (bytes32) {
        bytes memory who = abi.encode(offer.provider, offer.taker, offer.token, offer.adjudicator);
        bytes memory amounts = abi.encode(offer.ratePerSecond, offer.collateral, offer.disputeFee);
        bytes memory run = abi.encode(offer.minRunSeconds, offer.maxRunSeconds);
        bytes memory windows = abi.encode(
            offer.declineSeconds,
            offer.slackSeconds,
            offer.reviewSeconds,
            offer.rulingSeconds,
            offer.noRulingBps
        );
        bytes memory counts = abi.encode(offer.slots, offer.maxFills, offer.expiresAt, offer.authEpoch);
        bytes memory rest = abi.encode(offer.machineId, offer.tag, offer.salt);
        return keccak256(bytes.concat(_typeHash(), who, amounts, run, windows, counts, rest));
    }

    function _typeHash() private pure returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    "Offer(address provider,address taker,address token,address adjudicator,",
                    "uint128 ratePerSecond,uint128 collateral,uint128 disputeFee,",
                    "uint32 minRunSeconds,uint32 maxRunSeconds,uint32 declineSeconds,uint32 slackSeconds,",
                    "uint32 reviewSeconds,uint32 rulingSeconds,uint16 noRulingBps,",
                    "uint32 slots,uint32 maxFills,uint40 expiresAt,uint32 authEpoch,",
                    "bytes32 machineId,bytes32 tag,uint256 salt)"
                )
            );
    }
}
