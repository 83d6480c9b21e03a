// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {Attestation, CaseState} from "../../../contracts/types/Attestation.sol";
import {Ruling} from "../../../contracts/types/Case.sol";
import {AdjudicatorFixture} from "../../utils/AdjudicatorFixture.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

contract AttestedAdjudicatorRuleTest is AdjudicatorFixture {
    bytes32 private constant CASE = "case";
    uint256 private constant FEE = 10e18;
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function setUp() public {
        setUpCourt();
        openCase(market, CASE, FEE);
    }

    /// @dev Any three of the five; the fee in equal parts, the rest to the first.
    function testFuzz_When_EnoughSign(bytes32 caseId, uint256 fee, uint256 choice, bool right, address caller) public {
        vm.assume(caseId != CASE);
        fee = bound(fee, 0, FEES - FEE);
        openCase(market, caseId, fee);
        Attestation[] memory attestations = attest(
            _three(choice),
            TypedData.rulingDigest(address(court), block.chainid, market, caseId, right)
        );
        Ruling ruling = right ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        address[] memory named = new address[](THRESHOLD);
        for (uint256 i; i < THRESHOLD; ++i) named[i] = attestations[i].signer;

        expectEvent(address(court));
        emit IAttestedAdjudicator.CaseRuled(market, caseId, ruling, named);
        for (uint256 i; i < THRESHOLD; ++i) {
            expectEvent(address(vault));
            emit IERC6909.Transfer(address(court), address(court), named[i], idOf(payToken), _shareOf(fee, i));
        }
        vm.prank(caller);
        court.rule(market, caseId, right, attestations);

        requireDocket(market, caseId, CaseState.RULED, ruling, fee);
        assertEq(claimOf(address(court)), FEE, "the other case's fee stays");
        for (uint256 i; i < THRESHOLD; ++i) assertEq(claimOf(named[i]), _shareOf(fee, i), "a signer's share");
    }

    function testFuzz_TimeIncludesItsLastSecond(uint32 late, bool right) public {
        uint256 lastAt = block.timestamp + RULING_SECONDS;
        bytes memory input = ruleCall(CASE, right, attestDefault(CASE, right));
        vm.warp(lastAt + 1 + late);
        bytes memory expected = DisputeErrors.tooLate(market, CASE, block.timestamp, lastAt);
        requireRevert(stranger, input, expected, "too late");
        vm.warp(lastAt + 1);
        expected = DisputeErrors.tooLate(market, CASE, block.timestamp, lastAt);
        requireRevert(stranger, input, expected, "a second too late");
        vm.warp(lastAt);
        court.rule(market, CASE, right, attestDefault(CASE, right));
    }

    /// @dev Neither fewer nor more.
    function testFuzz_RevertWhen_TheirNumberIsAnother(uint256 bitmap, bool right) public {
        bitmap = bitmap % 32;
        Attestation[] memory attestations = attest(bitmap, _digest(right));
        vm.assume(attestations.length != THRESHOLD);
        bytes memory expected = abi.encodeWithSelector(
            IAttestedAdjudicator.AttestedAdjudicator_AttestationsMismatch.selector,
            attestations.length,
            THRESHOLD
        );
        requireRevert(stranger, ruleCall(CASE, right, attestations), expected, "another number");
    }

    /// @dev One signer counts once, whatever the order.
    function testFuzz_RevertWhen_TheyAreNotInOrder(uint256 choice, uint256 first, bool twice) public {
        Attestation[] memory attestations = attest(_three(choice), _digest(true));
        first = first % (THRESHOLD - 1);
        (Attestation memory lower, Attestation memory upper) = (attestations[first], attestations[first + 1]);
        attestations[first] = upper;
        attestations[first + 1] = twice ? upper : lower;
        bytes memory expected = signersUnordered(upper.signer, attestations[first + 1].signer);
        requireRevert(stranger, ruleCall(CASE, true, attestations), expected, "not in order");
    }

    function test_RevertWhen_ASignerIsNobody() public {
        Attestation[] memory attestations = attest(7, _digest(true));
        attestations[0].signer = address(0);
        bytes memory expected = signersUnordered(address(0), address(0));
        requireRevert(stranger, ruleCall(CASE, true, attestations), expected, "nobody");
    }

    /// @dev A stranger's signature is good, and counts for nothing.
    function testFuzz_RevertWhen_AStrangerSigns(uint256 key) public {
        key = bound(key, 1, CURVE_ORDER - 1);
        address account = vm.addr(key);
        vm.assume(!court.isSigner(account));
        Attestation[] memory attestations = attest(7, _digest(true));
        uint256 place = account < attestations[1].signer ? 0 : 2;
        vm.assume(place == 0 || account > attestations[1].signer);
        attestations[place] = Attestation(account, sign(key, _digest(true)));
        bytes memory expected = abi.encodeWithSelector(
            IAttestedAdjudicator.AttestedAdjudicator_NotSigner.selector,
            account
        );
        requireRevert(stranger, ruleCall(CASE, true, attestations), expected, "a stranger");
    }

    /// @dev A signature in another signer's name.
    function testFuzz_RevertWhen_ASignatureIsAnothers(uint256 place, uint256 key) public {
        place = place % THRESHOLD;
        key = bound(key, 1, CURVE_ORDER - 1);
        vm.assume(key != keys[place]);
        Attestation[] memory attestations = attest(7, _digest(true));
        attestations[place].signature = sign(key, _digest(true));
        requireRevert(
            stranger,
            ruleCall(CASE, true, attestations),
            signatureInvalid(attestations[place].signer),
            "another's signature"
        );
    }

    function testFuzz_RevertWhen_ASignatureIsNone(uint256 place, bytes calldata signature) public {
        place = place % THRESHOLD;
        Attestation[] memory attestations = attest(7, _digest(true));
        attestations[place].signature = signature;
        requireRevert(
            stranger,
            ruleCall(CASE, true, attestations),
            signatureInvalid(attestations[place].signer),
            "no signature"
        );
    }

    /// @dev A signature is good for one market, case and answer, by one adjudicator on one chain.
    function testFuzz_RevertWhen_SomethingElseWasSigned(address account, bytes32 caseId, uint64 chainId) public {
        vm.assume(account != market && account != address(court) && caseId != CASE && chainId != block.chainid);
        bytes32[6] memory digests = [
            TypedData.rulingDigest(address(court), block.chainid, account, CASE, true),
            TypedData.rulingDigest(address(court), block.chainid, market, caseId, true),
            TypedData.rulingDigest(address(court), block.chainid, market, CASE, false),
            TypedData.rulingDigest(address(court), chainId, market, CASE, true),
            TypedData.rulingDigest(account, block.chainid, market, CASE, true),
            TypedData.rulingHash(market, CASE, true)
        ];
        for (uint256 i; i < digests.length; ++i) {
            Attestation[] memory attestations = attest(7, digests[i]);
            requireRevert(
                stranger,
                ruleCall(CASE, true, attestations),
                signatureInvalid(signers[0]),
                "something else was signed"
            );
        }
    }

    function testFuzz_RevertGiven_NoOpenCase(bytes32 caseId, uint256 way, bool right) public {
        vm.assume(caseId != CASE);
        bytes memory expected = unexpectedState(market, caseId, CaseState.NONE, CaseState.OPEN);
        requireRevert(stranger, ruleCall(caseId, right, attestDefault(caseId, right)), expected, "no such case");

        bool returned = way % 2 == 0;
        if (returned) {
            vm.warp(block.timestamp + RULING_SECONDS + 1);
            court.returnFee(market, CASE);
        } else {
            court.rule(market, CASE, !right, attestDefault(CASE, !right));
        }
        expected = unexpectedState(market, CASE, returned ? CaseState.CLOSED : CaseState.RULED, CaseState.OPEN);
        requireRevert(stranger, ruleCall(CASE, right, attestDefault(CASE, right)), expected, "the case is over");
    }

    /// @dev Signers may be contracts, which are asked.
    function testFuzz_When_ASignerIsAContract(bool right) public {
        address[] memory accounts = new address[](1);
        accounts[0] = deploy("Wallet", abi.encode(signers[0]));
        court = deployCourt(accounts, 1);
        openCase(market, "wallet", FEE);
        bytes32 digest = TypedData.rulingDigest(address(court), block.chainid, market, "wallet", right);
        Attestation[] memory attestations = new Attestation[](1);
        attestations[0] = Attestation(accounts[0], sign(keys[1], digest));
        requireRevert(stranger, ruleCall("wallet", right, attestations), signatureInvalid(accounts[0]), "another key");
        attestations[0] = Attestation(accounts[0], sign(keys[0], digest));
        court.rule(market, "wallet", right, attestations);
        requireDocket(market, "wallet", CaseState.RULED, right ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG, FEE);
        assertEq(claimOf(accounts[0]), FEE, "the contract's fee");
    }

    /// @dev A signer whose account gets code later (EIP-7702) keeps its vote, whatever that code says to the question of
    /// ERC-1271: nothing, nonsense, no, or a revert.
    function testFuzz_When_ASignerHasAKeyAndCode(uint256 place, uint256 which, bool right) public {
        place = place % THRESHOLD;
        bytes[4] memory codes = [bytes(hex"00"), hex"60015f5260205ff3", hex"5f5f5260205ff3", hex"5f5ffd"];
        vm.etch(signers[place], codes[which % 4]);
        Attestation[] memory attestations = attest(7, _digest(right));
        attestations[place].signature = sign(keys[SIGNERS - 1], _digest(right));
        requireRevert(stranger, ruleCall(CASE, right, attestations), signatureInvalid(signers[place]), "another key");

        court.rule(market, CASE, right, attest(7, _digest(right)));
        requireDocket(market, CASE, CaseState.RULED, right ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG, FEE);
        assertEq(claimOf(signers[place]), _shareOf(FEE, place), "its share");
    }

    function _digest(bool right) private view returns (bytes32) {
        return TypedData.rulingDigest(address(court), block.chainid, market, CASE, right);
    }

    function _shareOf(uint256 fee, uint256 place) private pure returns (uint256) {
        return fee / THRESHOLD + (place == 0 ? fee % THRESHOLD : 0);
    }

    /// @dev A bitmap of three of the five signers.
    function _three(uint256 choice) private pure returns (uint256) {
        uint8[10] memory bitmaps = [7, 11, 13, 14, 19, 21, 22, 25, 26, 28];
        return bitmaps[choice % 10];
    }
}
