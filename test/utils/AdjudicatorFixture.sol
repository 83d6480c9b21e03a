// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {Attestation, CaseState, Docket} from "../../contracts/types/Attestation.sol";
import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Assertions} from "./Assertions.sol";
import {Deployed} from "./Deployed.sol";
import {TypedData} from "./TypedData.sol";
import {vm} from "./Vm.sol";

/// @title AdjudicatorFixture
/// @notice An adjudicator of five signers, three of whom decide, and two markets that are plain accounts. Keys are
/// sorted by address, as the contract wants them.
abstract contract AdjudicatorFixture is Deployed, Assertions {
    uint256 internal constant SIGNERS = 5;
    uint256 internal constant THRESHOLD = 3;
    uint256 internal constant FEES = 1_000e18;
    uint256 internal constant RULING_SECONDS = 7_200;

    IAttestedAdjudicator internal court;
    address internal market = address(uint160(0x9b9b1));
    address internal otherMarket = address(uint160(0x9b9b2));
    address internal client = address(uint160(0x9b9b3));
    address internal stranger = address(uint160(0x9b9b4));
    uint256[] internal keys;
    address[] internal signers;

    function setUpCourt() internal {
        deployAll();
        for (uint256 i; i < SIGNERS; ++i) _insert(0xa001 + i);
        court = deployCourt(signers, THRESHOLD);
        fund(market, FEES);
        fund(otherMarket, FEES);
    }

    function deployCourt(address[] memory accounts, uint256 needed) internal returns (IAttestedAdjudicator) {
        return IAttestedAdjudicator(deploy("AttestedAdjudicator", abi.encode(vault, accounts, needed)));
    }

    /// @dev Raises an account's vault claim.
    function fund(address account, uint256 amount) internal {
        payToken.mint(address(this), amount);
        payToken.approve(address(vault), amount);
        vault.deposit(payToken, amount, account);
    }

    function caseOf(bytes32 caseId, uint256 fee) internal view returns (Case memory opened) {
        opened.caseId = caseId;
        opened.provider = address(uint160(0x9b9b5));
        opened.client = client;
        opened.token = address(payToken);
        opened.fee = fee;
        opened.rulingUntil = uint40(block.timestamp + RULING_SECONDS);
        opened.specDigest = keccak256("spec");
        opened.resultMark = bytes20(keccak256("result"));
    }

    /// @dev A market pays a fee and opens a case, as {JobEscrow} does.
    function openCase(address opener, bytes32 caseId, uint256 fee) internal {
        Case memory opened = caseOf(caseId, fee);
        vm.startPrank(opener);
        vault.transfer(address(court), idOf(payToken), fee);
        court.openCase(opened);
        vm.stopPrank();
    }

    /// @dev The signers that a bitmap names, each with its signature over the digest.
    function attest(uint256 bitmap, bytes32 digest) internal view returns (Attestation[] memory attestations) {
        uint256 count;
        for (uint256 i; i < SIGNERS; ++i) count += (bitmap >> i) & 1;
        attestations = new Attestation[](count);
        count = 0;
        for (uint256 i; i < SIGNERS; ++i) {
            if ((bitmap >> i) & 1 == 0) continue;
            attestations[count++] = Attestation(signers[i], sign(keys[i], digest));
        }
    }

    /// @dev The first three signers' word on a case of the market.
    function attestDefault(bytes32 caseId, bool providerRight) internal view returns (Attestation[] memory) {
        return attest(7, TypedData.rulingDigest(address(court), block.chainid, market, caseId, providerRight));
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function claimOf(address account) internal view returns (uint256) {
        return vault.balanceOf(account, idOf(payToken));
    }

    function ruleCall(
        bytes32 caseId,
        bool providerRight,
        Attestation[] memory attestations
    ) internal view returns (bytes memory) {
        return abi.encodeCall(IAttestedAdjudicator.rule, (market, caseId, providerRight, attestations));
    }

    function requireRevert(address caller, bytes memory input, bytes memory expected, string memory label) internal {
        assertReverts(caller, address(court), input, expected, label);
    }

    /// @dev Requires that a case is open with just this fee.
    function requireDocket(address opener, bytes32 caseId, CaseState state, Ruling ruling, uint256 fee) internal view {
        Docket memory docket = court.docketOf(opener, caseId);
        assertEq(uint256(docket.state), uint256(state), "state of the case");
        assertEq(uint256(docket.ruling), uint256(ruling), "ruling of the case");
        assertEq(uint256(court.rulingOf(opener, caseId)), uint256(ruling), "answer to the market");
        assertEq(docket.client, client, "client of the case");
        assertEq(docket.token, address(payToken), "token of the case");
        assertEq(docket.fee, fee, "fee of the case");
    }

    function unexpectedState(
        address opener,
        bytes32 caseId,
        CaseState current,
        CaseState needed
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IAttestedAdjudicator.AttestedAdjudicator_UnexpectedState.selector,
                opener,
                caseId,
                current,
                2 ** uint256(needed)
            );
    }

    function signatureInvalid(address signer) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IAttestedAdjudicator.AttestedAdjudicator_SignatureInvalid.selector, signer);
    }

    function signersUnordered(address previous, address signer) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IAttestedAdjudicator.AttestedAdjudicator_SignersUnordered.selector,
                previous,
                signer
            );
    }

    /// @dev Keeps keys and signers sorted by the signers' addresses.
    function _insert(uint256 key) private {
        address signer = vm.addr(key);
        keys.push(key);
        signers.push(signer);
        for (uint256 i = signers.length - 1; i > 0 && signers[i - 1] > signer; --i) {
            (signers[i], signers[i - 1]) = (signers[i - 1], signers[i]);
            (keys[i], keys[i - 1]) = (keys[i - 1], keys[i]);
        }
    }
}
