// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {OrderState, Request} from "../../../contracts/types/Order.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The digest that clients sign, and calldata that is not what it seems.
contract JobEscrowRequestHashTest is RequestFixture {
    /// @dev A request's first 23 fields, but the model, are narrower than a word: their types' bits. Its region is
    /// aligned to the left, so that its dirt is below.
    uint256[23] private _widths = [
        160,
        160,
        160,
        160,
        128,
        128,
        40,
        32,
        128,
        128,
        32,
        32,
        32,
        32,
        32,
        16,
        16,
        32,
        256,
        64,
        128,
        40,
        32
    ];
    uint256 private constant MODEL_INDEX = 18;
    uint256 private constant REGION_INDEX = 19;

    function setUp() public {
        setUpRequests();
    }

    function testFuzz_HashIsTheEip712Digest(Request memory request) public view {
        bytes32 expected = _digest(_structHashByHand(request), block.chainid, address(escrow));
        assertEq(escrow.hashRequest(request), expected, "digest");
    }

    function testFuzz_HashNamesChainAndMarket(Request memory request, uint64 chainId) public {
        IJobEscrow second = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        bytes32 structHash = _structHashByHand(request);
        assertEq(second.hashRequest(request), _digest(structHash, block.chainid, address(second)), "second market");
        vm.chainId(chainId);
        assertEq(escrow.hashRequest(request), _digest(structHash, chainId, address(escrow)), "other chain");
    }

    /// @dev A dirty word is another digest: whoever signed or published the request did not sign that one.
    function testFuzz_DirtyWordIsAnotherDigest(uint256 seed, uint256 fieldSeed, uint256 dirt) public view {
        Request memory request = anyRequest(seed);
        bytes memory input = abi.encodeCall(IRequestBook.hashRequest, (request));
        _dirty(input, fieldSeed, dirt);
        (bool succeeded, bytes memory result) = address(escrow).staticcall(input);
        assertTrue(succeeded, "hashing reads no field");
        assertTrue(abi.decode(result, (bytes32)) != escrow.hashRequest(request), "digest of a dirty word");
    }

    function testFuzz_RevertWhen_APublishedRequestIsTakenDirty(uint256 fieldSeed, uint256 dirt) public {
        Request memory request = defaultRequest();
        publishRequest(request);
        _requireDirtyTakeFails(request, "", fieldSeed, dirt);
    }

    function testFuzz_RevertWhen_ASignedRequestIsTakenDirty(uint256 fieldSeed, uint256 dirt) public {
        Request memory request = defaultRequest();
        _requireDirtyTakeFails(request, signRequest(CLIENT_KEY, request), fieldSeed, dirt);
    }

    /// @dev Not even the client's signature over the dirty digest itself opens a job.
    function testFuzz_RevertWhen_ADirtyRequestIsSigned(uint256 fieldSeed, uint256 dirt) public {
        Request memory request = defaultRequest();
        bytes memory input = abi.encodeCall(IRequestBook.hashRequest, (request));
        _dirty(input, fieldSeed, dirt);
        (, bytes memory digest) = address(escrow).staticcall(input);
        _requireDirtyTakeFails(request, signDigest(CLIENT_KEY, abi.decode(digest, (bytes32))), fieldSeed, dirt);
    }

    /// @dev A request that asks for nothing is read less: its dirt is found all the same.
    function testFuzz_RevertWhen_ADirtyRequestThatAsksNothingIsSigned(uint256 fieldSeed, uint256 dirt) public {
        Request memory request = defaultRequest();
        (request.minGpuCount, request.minVramMib, request.gpuModel, request.region) = (0, 0, 0, 0);
        request.minStake = 0;
        bytes memory input = abi.encodeCall(IRequestBook.hashRequest, (request));
        _dirty(input, fieldSeed, dirt);
        (, bytes memory digest) = address(escrow).staticcall(input);
        _requireDirtyTakeFails(request, signDigest(CLIENT_KEY, abi.decode(digest, (bytes32))), fieldSeed, dirt);
    }

    function testFuzz_RevertWhen_ADirtyRequestIsPublished(uint256 fieldSeed, uint256 dirt) public {
        bytes memory input = abi.encodeCall(IRequestBook.publishRequest, (defaultRequest(), ""));
        _dirty(input, fieldSeed, dirt);
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "published a dirty request");
    }

    function testFuzz_When_ADirtyRequestIsCanceled_TheRealOneLives(uint256 fieldSeed, uint256 dirt) public {
        bytes memory input = abi.encodeCall(IRequestBook.cancelRequest, (defaultRequest()));
        _dirty(input, fieldSeed, dirt);
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(input);
        succeeded; // A digest that nobody signed may be canceled, or the call may fail: it makes no difference.
        assertFalse(escrow.orderStateOf(escrow.hashRequest(defaultRequest())).canceled, "canceled the real request");
        takeSigned(defaultRequest());
    }

    /// @dev Calldata that ends within the request is refused before anything is hashed.
    function testFuzz_RevertWhen_CalldataIsShort(uint256 length) public view {
        bytes memory input = abi.encodeCall(IRequestBook.hashRequest, (defaultRequest()));
        length = bound(length, 4, input.length - 1);
        assembly {
            mstore(input, length)
        }
        (bool succeeded, ) = address(escrow).staticcall(input);
        assertFalse(succeeded, "hashed beyond the calldata");
    }

    function testFuzz_When_CalldataIsLonger(bytes calldata tail) public view {
        bytes memory input = bytes.concat(abi.encodeCall(IRequestBook.hashRequest, (defaultRequest())), tail);
        (, bytes memory result) = address(escrow).staticcall(input);
        assertEq(abi.decode(result, (bytes32)), escrow.hashRequest(defaultRequest()), "the tail is no part of it");
    }

    function _requireDirtyTakeFails(
        Request memory request,
        bytes memory signature,
        uint256 fieldSeed,
        uint256 dirt
    ) private {
        bytes32 orderHash = escrow.hashRequest(request);
        OrderState memory before = escrow.orderStateOf(orderHash);
        uint256 claim = claimOf(client);
        bytes memory input = requestCallWith(request, signature);
        _dirty(input, fieldSeed, dirt);
        vm.prank(owner);
        (bool succeeded, ) = address(escrow).call(input);
        assertFalse(succeeded, "a dirty request opened a job");
        OrderState memory later = escrow.orderStateOf(orderHash);
        assertEq(keccak256(abi.encode(later)), keccak256(abi.encode(before)), "the real order's slot");
        assertEq(claimOf(client), claim, "the client's claim");
    }

    /// @dev Sets bits outside of a narrow field's type, at least one.
    function _dirty(bytes memory input, uint256 fieldSeed, uint256 dirt) private view {
        uint256 field = fieldSeed % (_widths.length - 1);
        if (field == MODEL_INDEX) field = _widths.length - 1;
        uint256 width = _widths[field];
        uint256 spare = 256 - width;
        uint256 bits = dirt & ((uint256(1) << spare) - 1);
        if (bits == 0) bits = uint256(1) << (dirt % spare);
        uint256 mask = field == REGION_INDEX ? bits : bits << width;
        assembly {
            let word := add(add(input, 0x24), mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
        }
    }

    function _digest(bytes32 structHash, uint256 chainId, address market) private pure returns (bytes32) {
        return TypedData.digest(TypedData.MARKET, market, chainId, structHash);
    }

    function _structHashByHand(Request memory request) private pure returns (bytes32) {
        bytes memory who = abi.encode(request.client, request.taker, request.token, request.adjudicator);
        bytes memory rates = abi.encode(
            request.startRatePerSecond,
            request.maxRatePerSecond,
            request.startsAt,
            request.riseSeconds
        );
        bytes memory amounts = abi.encode(request.collateral, request.disputeFee);
        bytes memory windows = abi.encode(
            request.runLimitSeconds,
            request.declineSeconds,
            request.slackSeconds,
            request.reviewSeconds,
            request.rulingSeconds,
            request.noRulingBps
        );
        bytes memory needs = abi.encode(
            request.minGpuCount,
            request.minVramMib,
            request.gpuModel,
            request.region,
            request.minStake
        );
        bytes memory life = abi.encode(request.expiresAt, request.epoch);
        bytes memory rest = abi.encode(request.specDigest, request.specRoot, request.tag, request.salt);
        return keccak256(bytes.concat(_typeHash(), who, rates, amounts, windows, needs, life, rest));
    }

    function _typeHash() private pure returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    "Request(address client,address taker,address token,address adjudicator,",
                    "uint128 startRatePerSecond,uint128 maxRatePerSecond,uint40 startsAt,uint32 riseSeconds,",
                    "uint128 collateral,uint128 disputeFee,uint32 runLimitSeconds,",
                    "uint32 declineSeconds,uint32 slackSeconds,uint32 reviewSeconds,uint32 rulingSeconds,",
                    "uint16 noRulingBps,uint16 minGpuCount,uint32 minVramMib,bytes32 gpuModel,bytes8 region,",
                    "uint128 minStake,uint40 expiresAt,uint32 epoch,",
                    "bytes32 specDigest,bytes32 specRoot,bytes32 tag,uint256 salt)"
                )
            );
    }
}
