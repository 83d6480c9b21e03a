// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Attestation, CaseState} from "../../../contracts/types/Attestation.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {AdjudicatorFixture} from "../../utils/AdjudicatorFixture.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice However cases open and end, the adjudicator holds the fees of the open ones, and nobody opens a case on the
/// fee of another.
contract AttestedAdjudicatorClaimsTest is AdjudicatorFixture {
    uint256 private constant CASES = 6;
    uint256 private constant STEPS = 18;

    uint256 private _held;

    function setUp() public {
        setUpCourt();
    }

    function testFuzz_TheFeesOfOpenCasesAreThere_AndNothingInTheEnd(uint256 seed) public {
        for (uint256 i; i < STEPS; ++i) {
            _anyStep(uint256(keccak256(abi.encode(seed, i))));
            _requireHeld();
        }
        vm.warp(block.timestamp + RULING_SECONDS + 1);
        for (uint256 i; i < 2 * CASES; ++i) {
            address opener = i % 2 == 0 ? market : otherMarket;
            if (court.docketOf(opener, bytes32(i / 2)).state == CaseState.OPEN) {
                _held -= court.docketOf(opener, bytes32(i / 2)).fee;
                court.returnFee(opener, bytes32(i / 2));
            }
            _requireHeld();
        }
        assertEq(claimOf(address(court)), 0, "nothing is left");
        uint256 sum = claimOf(market) + claimOf(otherMarket) + claimOf(client);
        for (uint256 i; i < SIGNERS; ++i) sum += claimOf(signers[i]);
        assertEq(sum, 2 * FEES, "no fee came or went");
    }

    function _anyStep(uint256 random) private {
        address opener = random % 2 == 0 ? market : otherMarket;
        bytes32 caseId = bytes32((random >> 8) % CASES);
        uint256 way = (random >> 16) % 4;
        uint256 fee = (random >> 24) % (FEES / (2 * CASES));
        CaseState state = court.docketOf(opener, caseId).state;
        vm.warp(block.timestamp + ((random >> 128) % 2_000));
        if (state == CaseState.NONE) {
            openCase(opener, caseId, fee);
            _held += fee;
        } else if (state == CaseState.OPEN) {
            _endAnyhow(opener, caseId, way);
        }
        _requireSham(opener, fee + 1);
    }

    function _endAnyhow(address opener, bytes32 caseId, uint256 way) private {
        uint256 rulingUntil = court.docketOf(opener, caseId).rulingUntil;
        bool late = block.timestamp > rulingUntil;
        if (way == 3) return;
        if (way == 0) {
            // The client conceded: no fee moves.
            vm.prank(opener);
            return court.closeCase(caseId);
        }
        _held -= court.docketOf(opener, caseId).fee;
        if (late) return court.returnFee(opener, caseId);
        bool right = way == 1;
        bytes32 digest = TypedData.rulingDigest(address(court), block.chainid, opener, caseId, right);
        Attestation[] memory attestations = attest(7, digest);
        court.rule(opener, caseId, right, attestations);
    }

    /// @dev A case on a fee that was not paid.
    function _requireSham(address opener, uint256 fee) private {
        Case memory opened = caseOf("sham", fee);
        vm.prank(opener);
        (bool succeeded, ) = address(court).call(abi.encodeCall(court.openCase, (opened)));
        assertFalse(succeeded, "a case without a fee");
    }

    function _requireHeld() private view {
        assertEq(claimOf(address(court)), _held, "the fees of the open cases");
    }
}
