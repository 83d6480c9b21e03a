// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {CaseState, Ruling} from "../../../contracts/types/Case.sol";
import {AdjudicatorFixture} from "../../utils/AdjudicatorFixture.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The two ways in which a case ends without a ruling.
contract AttestedAdjudicatorCloseTest is AdjudicatorFixture {
    bytes32 private constant CASE = "case";
    uint256 private constant FEE = 10e18;

    function setUp() public {
        setUpCourt();
        openCase(otherMarket, CASE, FEE);
    }

    /// @dev At any time: the market knows that it is over.
    function testFuzz_When_TheMarketCloses(bytes32 caseId, uint256 fee, uint32 wait) public {
        fee = bound(fee, 0, FEES);
        openCase(market, caseId, fee);
        vm.warp(block.timestamp + wait);
        _expectClosed(caseId, fee);
        vm.prank(market);
        court.closeCase(caseId);
        _requireClosed(caseId, fee);
    }

    function testFuzz_RevertWhen_AnotherCloses(address caller) public {
        vm.assume(caller != otherMarket);
        address[4] memory callers = [caller, market, client, signers[0]];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = unexpectedState(callers[i], CASE, CaseState.NONE, CaseState.OPEN);
            requireRevert(callers[i], abi.encodeCall(IAdjudicator.closeCase, (CASE)), expected, "not its market");
        }
        requireDocket(otherMarket, CASE, CaseState.OPEN, Ruling.NONE, FEE);
    }

    function testFuzz_When_AnyoneReturnsTheFeeAfterTheDeadline(
        bytes32 caseId,
        uint256 fee,
        uint32 late,
        address caller
    ) public {
        fee = bound(fee, 0, FEES);
        openCase(market, caseId, fee);
        vm.warp(block.timestamp + RULING_SECONDS + 1 + late);
        _expectClosed(caseId, fee);
        vm.prank(caller);
        court.returnFee(market, caseId);
        _requireClosed(caseId, fee);
    }

    function testFuzz_DeadlineIncludesItsSecond(uint256 early, address caller) public {
        uint256 lastAt = block.timestamp + RULING_SECONDS;
        vm.warp(lastAt - bound(early, 0, RULING_SECONDS));
        _requireTooEarly(caller, lastAt);
        vm.warp(lastAt);
        _requireTooEarly(caller, lastAt);
        vm.warp(lastAt + 1);
        vm.prank(caller);
        court.returnFee(otherMarket, CASE);
    }

    /// @dev What is over cannot end again.
    function testFuzz_RevertGiven_NoOpenCase(bytes32 caseId, uint256 way) public {
        openCase(market, CASE, FEE);
        vm.assume(caseId != CASE);
        _requireNothingOpen(caseId, CaseState.NONE);
        way = way % 3;
        if (way == 0) {
            court.rule(market, CASE, true, attestDefault(CASE, true));
        } else if (way == 1) {
            vm.prank(market);
            court.closeCase(CASE);
        } else {
            vm.warp(block.timestamp + RULING_SECONDS + 1);
            court.returnFee(market, CASE);
        }
        _requireNothingOpen(CASE, way == 0 ? CaseState.RULED : CaseState.CLOSED);
    }

    function _requireNothingOpen(bytes32 caseId, CaseState current) private {
        bytes memory expected = unexpectedState(market, caseId, current, CaseState.OPEN);
        requireRevert(market, abi.encodeCall(IAdjudicator.closeCase, (caseId)), expected, "close");
        bytes memory input = abi.encodeCall(IAttestedAdjudicator.returnFee, (market, caseId));
        requireRevert(stranger, input, expected, "return");
    }

    function _expectClosed(bytes32 caseId, uint256 fee) private {
        expectEvent(address(court));
        emit IAttestedAdjudicator.CaseClosed(market, caseId, client, fee);
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(court), address(court), client, idOf(payToken), fee);
    }

    function _requireClosed(bytes32 caseId, uint256 fee) private view {
        requireDocket(market, caseId, CaseState.CLOSED, Ruling.NONE, fee);
        assertEq(claimOf(client), fee, "the client's fee");
        assertEq(claimOf(address(court)), FEE, "the other case's fee stays");
    }

    function _requireTooEarly(address caller, uint256 lastAt) private {
        bytes memory expected = DisputeErrors.tooEarly(otherMarket, CASE, block.timestamp, lastAt);
        bytes memory input = abi.encodeCall(IAttestedAdjudicator.returnFee, (otherMarket, CASE));
        requireRevert(caller, input, expected, "before the deadline");
    }
}
