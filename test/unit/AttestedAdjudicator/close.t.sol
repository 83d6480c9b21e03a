// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {CaseState} from "../../../contracts/types/Attestation.sol";
import {Ruling} from "../../../contracts/types/Case.sol";
import {AdjudicatorFixture} from "../../utils/AdjudicatorFixture.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What a concession changes, which is nothing but what the signers know, and how a case ends without a ruling.
contract AttestedAdjudicatorCloseTest is AdjudicatorFixture {
    bytes32 private constant CASE = "case";
    uint256 private constant FEE = 10e18;

    function setUp() public {
        setUpCourt();
        openCase(otherMarket, CASE, FEE);
    }

    /// @dev At any time, and as often as a market likes: no fee moves, and the case stays open.
    function testFuzz_When_TheMarketSaysThatTheClientConceded(bytes32 caseId, uint256 fee, uint32 wait) public {
        fee = bound(fee, 0, FEES);
        openCase(market, caseId, fee);
        vm.warp(block.timestamp + wait);
        for (uint256 i; i < 2; ++i) {
            expectEvent(address(court));
            emit IAttestedAdjudicator.CaseConceded(market, caseId);
            _concede(market, caseId);
            requireDocket(market, caseId, CaseState.OPEN, Ruling.NONE, fee);
            assertEq(claimOf(client), 0, "nothing comes back yet");
            assertEq(claimOf(address(court)), FEE + fee, "both fees stay");
        }
    }

    /// @dev The client sees the ruling come and concedes first: those who signed are paid all the same, to the last
    /// second.
    function testFuzz_When_TheClientConcedesJustBeforeTheRuling(uint256 fee, uint32 wait, bool right) public {
        fee = bound(fee, 0, FEES);
        openCase(market, CASE, fee);
        vm.warp(block.timestamp + bound(wait, 0, RULING_SECONDS));
        _concede(market, CASE);
        court.rule(market, CASE, right, attestDefault(CASE, right));
        requireDocket(market, CASE, CaseState.RULED, right ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG, fee);
        assertEq(claimOf(client), 0, "the client has nothing back");
        assertEq(claimOf(address(court)), FEE, "the other case's fee stays");
        uint256 paid;
        for (uint256 i; i < THRESHOLD; ++i) paid += claimOf(signers[i]);
        assertEq(paid, fee, "the signers have it all");
    }

    function testFuzz_RevertWhen_AnotherSaysSo(address caller) public {
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
        address caller,
        bool conceded
    ) public {
        fee = bound(fee, 0, FEES);
        openCase(market, caseId, fee);
        if (conceded) _concede(market, caseId);
        vm.warp(block.timestamp + RULING_SECONDS + 1 + late);
        _expectClosed(caseId, fee);
        vm.prank(caller);
        court.returnFee(market, caseId);
        _requireClosed(caseId, fee);
    }

    /// @dev Also for a client who conceded: until then the fee is the signers' to earn.
    function testFuzz_DeadlineIncludesItsSecond(uint256 early, address caller, bool conceded) public {
        uint256 lastAt = block.timestamp + RULING_SECONDS;
        if (conceded) _concede(otherMarket, CASE);
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
        bool ruled = way % 2 == 0;
        if (ruled) {
            court.rule(market, CASE, true, attestDefault(CASE, true));
        } else {
            vm.warp(block.timestamp + RULING_SECONDS + 1);
            court.returnFee(market, CASE);
        }
        _requireNothingOpen(CASE, ruled ? CaseState.RULED : CaseState.CLOSED);
    }

    function _concede(address opener, bytes32 caseId) private {
        vm.prank(opener);
        court.closeCase(caseId);
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
