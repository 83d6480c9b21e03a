// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Request} from "../../../contracts/types/Order.sol";
import {RequestErrors} from "../../utils/RequestErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Whose signature, over what, makes a request a promise.
contract JobEscrowRequestSignatureTest is RequestFixture {
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function setUp() public {
        setUpRequests();
    }

    function testFuzz_RevertWhen_SignerIsNotTheClient(uint256 key) public {
        key = bound(key, 1, CURVE_ORDER - 1);
        vm.assume(vm.addr(key) != client);
        _requireRefused(defaultRequest(), signRequest(key, defaultRequest()), "another key");
        _requireRefused(defaultRequest(), signRequest(OWNER_KEY, defaultRequest()), "the taker's own key");
        _requireRefused(defaultRequest(), signRequest(OPERATOR_KEY, defaultRequest()), "the operator's key");
    }

    /// @dev Any bit of what was signed, changed. Fields that another check refuses first are changed where it does not.
    function testFuzz_RevertWhen_AFieldChangedAfterSigning(uint256 fieldSeed, uint256 bitSeed) public {
        Request memory request = defaultRequest();
        bytes memory signature = signRequest(CLIENT_KEY, request);
        // Neither client, taker, what the machine must be nor the epoch, which are refused earlier.
        uint8[19] memory fields = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 21, 23, 24, 25, 26];
        uint256 field = fields[fieldSeed % fields.length];
        uint256 width = field > 21 ? 256 : 7;
        assembly {
            let word := add(request, mul(field, 0x20))
            mstore(word, xor(mload(word), shl(mod(bitSeed, width), 1)))
        }
        _requireRefused(request, signature, "a changed field");
    }

    /// @dev The rest: each changed so that the provider still meets it.
    function test_RevertWhen_ARequirementChangedAfterSigning() public {
        Request memory request = defaultRequest();
        bytes memory signature = signRequest(CLIENT_KEY, request);
        request.taker = provider;
        _requireRefused(request, signature, "taker");
        request = defaultRequest();
        request.minGpuCount = 0;
        _requireRefused(request, signature, "number of cards");
        request = defaultRequest();
        request.minVramMib -= 1;
        _requireRefused(request, signature, "memory");
        request = defaultRequest();
        request.gpuModel = 0;
        _requireRefused(request, signature, "model");
        request = defaultRequest();
        request.region = 0;
        _requireRefused(request, signature, "region");
        request = defaultRequest();
        request.minStake -= 1;
        _requireRefused(request, signature, "stake");
        vm.prank(client);
        escrow.raiseRequestEpoch();
        _requireRefused(defaultRequest(), signature, "epoch");
    }

    /// @dev Somebody else's money: the one who signed is not the one who would pay.
    function testFuzz_RevertWhen_ClientIsAnother(address victim, uint256 key) public {
        key = bound(key, 1, CURVE_ORDER - 1);
        vm.assume(vm.addr(key) != victim && victim.code.length == 0 && victim != owner);
        Request memory request = defaultRequest();
        request.client = victim;
        _requireRefused(request, signRequest(key, request), "another client");
    }

    function testFuzz_RevertWhen_SignatureHasAnotherLength(bytes memory signature) public {
        vm.assume(signature.length != 65);
        _requireRefused(defaultRequest(), signature, "another length");
    }

    function testFuzz_RevertWhen_SignatureIsCutOrPadded(uint8 length) public {
        vm.assume(length != 65);
        bytes memory signature = bytes.concat(signRequest(CLIENT_KEY, defaultRequest()), new bytes(256));
        assembly {
            mstore(signature, length)
        }
        _requireRefused(defaultRequest(), signature, "cut or padded");
    }

    function test_RevertWhen_SignatureIsCompact() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(CLIENT_KEY, escrow.hashRequest(defaultRequest()));
        bytes32 vs = bytes32(uint256(s) | (uint256(v - 27) << 255));
        _requireRefused(defaultRequest(), bytes.concat(r, vs), "compact");
    }

    function testFuzz_RevertWhen_SignatureHasAnotherV(uint8 v) public {
        (uint8 signedV, bytes32 r, bytes32 s) = vm.sign(CLIENT_KEY, escrow.hashRequest(defaultRequest()));
        vm.assume(v != signedV);
        _requireRefused(defaultRequest(), abi.encodePacked(r, s, v), "another v");
    }

    function testFuzz_RevertWhen_SignatureIsMalleated(uint256 salt) public {
        Request memory request = defaultRequest();
        request.salt = salt;
        bytes32 orderHash = escrow.hashRequest(request);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(CLIENT_KEY, orderHash);
        bytes memory twin = abi.encodePacked(r, CURVE_ORDER - uint256(s), 55 - v);
        assertEq(ecrecover(orderHash, 55 - v, r, bytes32(CURVE_ORDER - uint256(s))), client, "the twin fits the key");
        _requireRefused(request, twin, "malleated");
    }

    /// @dev What no key signed recovers to the zero address, which may have money in the vault.
    function testFuzz_RevertWhen_ClientIsZero(bytes memory garbage, bytes32 r, bytes32 s, uint8 v) public {
        Request memory request = defaultRequest();
        request.client = address(0);
        vm.assume(ecrecover(escrow.hashRequest(request), v, r, s) == address(0));
        _requireRefused(request, abi.encodePacked(r, s, v), "garbage of the right length");
        _requireRefused(request, abi.encodePacked(r, s, uint8(27)), "a random signature");
        _requireRefused(request, garbage, "garbage");
        _requireRefused(request, "", "nothing");
        _requireRefused(request, new bytes(65), "zeros");
        _requireRefused(request, signRequest(CLIENT_KEY, request), "somebody's signature");
    }

    /// @dev Precompiles answer every call, the fourth with what it was asked.
    function testFuzz_RevertWhen_ClientIsAPrecompile(uint8 which, uint256 salt, bytes memory garbage) public {
        Request memory request = defaultRequest();
        request.salt = salt;
        request.client = address(uint160(bound(which, 1, 0x11)));
        _requireRefused(request, garbage, "garbage");
        request.client = address(4);
        _requireRefused(request, "", "the identity");
    }

    function testFuzz_RevertWhen_SignedForAnotherChain(uint64 chainId) public {
        vm.assume(chainId != block.chainid);
        Request memory request = defaultRequest();
        bytes32 hashHere = escrow.hashRequest(request);
        bytes memory signature = signDigest(CLIENT_KEY, hashHere);
        vm.chainId(chainId);
        assertTrue(escrow.hashRequest(request) != hashHere, "another digest");
        _requireRefused(request, signature, "another chain");
    }

    function testFuzz_RevertWhen_SignedForAnotherDeployment(uint256 salt) public {
        IJobEscrow second = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        Request memory request = defaultRequest();
        request.salt = salt;
        assertTrue(second.hashRequest(request) != escrow.hashRequest(request), "another digest");
        _requireRefused(request, signDigest(CLIENT_KEY, second.hashRequest(request)), "another deployment");
    }

    /// @dev A client that is also a provider signs offers too: none of them is its request.
    function testFuzz_RevertWhen_TheClientSignedAnOffer(uint256 salt) public {
        Offer memory offer = defaultOffer();
        offer.salt = salt;
        _requireRefused(defaultRequest(), signOffer(CLIENT_KEY, offer), "an offer's signature");
    }

    function testFuzz_When_SignatureWasChecked_AnythingServesAfterADecline(bytes calldata ignored) public {
        Request memory request = defaultRequest();
        declineJob(takeSigned(request));
        requireOrder(request, true, false, 1, 0, "remembered");
        assertEq(takeWith(request, ignored).fill, 2, "second fill");
    }

    function testFuzz_RevertWhen_AnotherRequestWasChecked(uint256 salt) public {
        Request memory request = defaultRequest();
        vm.assume(salt != request.salt);
        takeSigned(request);
        request.salt = salt;
        _requireRefused(request, "", "a fresh request");
    }

    /// @dev A refused take must not approve what it refused.
    function test_RevertWhen_TakenAgainAfterARefusal() public {
        Request memory request = defaultRequest();
        _requireRefused(request, signRequest(STRANGER_KEY, request), "a stranger's key");
        requireOrder(request, false, false, 0, 0, "not approved");
        _requireRefused(request, "", "an empty signature");
    }

    /// @dev Who pays and may also promise for the provider is both sides: its call says all.
    function testFuzz_When_TheClientOperatesTheProvider_NoSignatureIsNeeded(bytes calldata ignored, bool owns) public {
        _letClientPromise(owns);
        Request memory request = defaultRequest();
        JobTerms memory terms = _takeAsClient(request, ignored);
        assertEq(terms.fill, 1, "first fill");
        // The call itself is no approval: only what the client signed is remembered.
        requireOrder(request, false, false, 1, 1, "not remembered");
        declineJob(terms);
        _requireRefused(request, "", "somebody else's take after a decline");
        assertEq(_takeAsClient(request, "").fill, 2, "its own take after a decline");
    }

    function test_RevertWhen_TheClientOperatesAnotherProvider() public {
        vm.prank(rival);
        registry.setOperator(rival, client, true);
        bytes memory input = requestCallWith(defaultRequest(), "");
        bytes memory expected = RequestErrors.cannotPromise(provider, client, RATE_PER_SECOND);
        requireRevert(client, input, expected, "another provider's operator");
    }

    /// @dev Makes the client a second operator, or the new owner.
    function _letClientPromise(bool owns) private {
        vm.startPrank(owner);
        if (owns) registry.offerOwnership(provider, client);
        else registry.setOperator(provider, client, true);
        vm.stopPrank();
        if (!owns) return;
        vm.prank(client);
        registry.acceptOwnership(provider);
        owner = operator;
    }

    function _takeAsClient(Request memory request, bytes memory signature) private returns (JobTerms memory terms) {
        terms = termsOf(request, escrow.orderStateOf(escrow.hashRequest(request)).filled + 1);
        vm.prank(client);
        bytes32 jobId = escrow.takeRequest(request, signature, provider, machineId);
        assertEq(jobId, idOfJob(terms), "job id");
    }

    /// @dev By whoever may promise for the provider: the owner, or its operator where the client became the owner.
    function _requireRefused(Request memory request, bytes memory signature, string memory label) private {
        bytes32 orderHash = escrow.hashRequest(request);
        bytes memory input = requestCallWith(request, signature);
        requireRevert(owner, input, RequestErrors.signatureInvalid(orderHash, request.client), label);
    }
}
