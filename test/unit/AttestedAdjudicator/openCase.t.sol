// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {CaseState, Docket} from "../../../contracts/types/Attestation.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {AdjudicatorFixture} from "../../utils/AdjudicatorFixture.sol";
import {DisputeErrors} from "../../utils/DisputeErrors.sol";
import {vm} from "../../utils/Vm.sol";

contract AttestedAdjudicatorOpenCaseTest is AdjudicatorFixture {
    function setUp() public {
        setUpCourt();
    }

    function testFuzz_When_TheFeeIsThere(bytes32 caseId, uint256 fee, uint40 wait) public {
        fee = bound(fee, 0, FEES);
        Case memory opened = caseOf(caseId, fee);
        opened.rulingUntil = uint40(block.timestamp) + (wait % 90 days);
        vm.startPrank(market);
        vault.transfer(address(court), idOf(payToken), fee);
        expectEvent(address(court));
        emit IAttestedAdjudicator.CaseOpened(market, caseId, opened);
        court.openCase(opened);
        vm.stopPrank();

        requireDocket(market, caseId, CaseState.OPEN, Ruling.NONE, fee);
        assertEq(court.docketOf(market, caseId).rulingUntil, opened.rulingUntil, "deadline");
        assertEq(claimOf(address(court)), fee, "the fee stays");
    }

    /// @dev A case is of one market: another one's of the same name is another case, and there is none yet.
    function testFuzz_When_AnotherMarketNamesACaseAlike(bytes32 caseId, uint256 fee, uint256 otherFee) public {
        fee = bound(fee, 0, FEES);
        otherFee = bound(otherFee, 0, FEES);
        openCase(market, caseId, fee);
        Docket memory none = court.docketOf(otherMarket, caseId);
        assertEq(uint256(none.state), uint256(CaseState.NONE), "no case yet");
        openCase(otherMarket, caseId, otherFee);
        requireDocket(market, caseId, CaseState.OPEN, Ruling.NONE, fee);
        requireDocket(otherMarket, caseId, CaseState.OPEN, Ruling.NONE, otherFee);
    }

    /// @dev A sham market that did not pay finds the fees of other cases, and may not claim them.
    function testFuzz_RevertWhen_TheFeeDidNotCome(uint256 held, uint256 paid, uint256 fee) public {
        held = bound(held, 0, FEES);
        paid = bound(paid, 0, FEES);
        fee = bound(fee, paid + 1, type(uint256).max);
        openCase(market, "real", held);
        vm.prank(otherMarket);
        vault.transfer(address(court), idOf(payToken), paid);
        _requireFeeMissing(caseOf("sham", fee), paid);
        _requireFeeMissing(caseOf("sham", paid + 1), paid);

        Case memory opened = caseOf("sham", paid);
        vm.prank(otherMarket);
        court.openCase(opened);
        assertEq(claimOf(address(court)), held + paid, "both fees");
    }

    /// @dev A fee in one token is none in another.
    function testFuzz_RevertWhen_TheFeeIsOfAnotherToken(address token, uint256 fee) public {
        vm.assume(token != address(payToken));
        Case memory opened = caseOf("other token", bound(fee, 1, FEES));
        opened.token = token;
        vm.prank(otherMarket);
        vault.transfer(address(court), idOf(payToken), opened.fee);
        _requireFeeMissing(opened, 0);
    }

    /// @dev More than a docket can hold is refused, also where it is there.
    function testFuzz_RevertWhen_TheFeeIsTooLarge(uint256 fee) public {
        uint256 most = type(uint96).max;
        fee = bound(fee, most + 1, type(uint128).max);
        vm.store(address(payToken), keccak256(abi.encode(address(this), uint256(0))), bytes32(fee));
        payToken.approve(address(vault), fee);
        vault.deposit(payToken, fee, address(court));
        _requireFeeMissing(caseOf("large", fee), fee);
        _requireFeeMissing(caseOf("large", most + 1), fee);

        Case memory opened = caseOf("large", most);
        vm.prank(otherMarket);
        court.openCase(opened);
        requireDocket(otherMarket, "large", CaseState.OPEN, Ruling.NONE, most);
    }

    function testFuzz_RevertWhen_OpenedTwice(bytes32 caseId, uint256 way) public {
        openCase(market, caseId, 1e18);
        way = way % 4;
        if (way == 1) {
            vm.prank(market);
            court.closeCase(caseId);
        }
        if (way == 2) court.rule(market, caseId, true, attestDefault(caseId, true));
        if (way == 3) {
            vm.warp(block.timestamp + RULING_SECONDS + 1);
            court.returnFee(market, caseId);
        }
        CaseState[4] memory states = [CaseState.OPEN, CaseState.OPEN, CaseState.RULED, CaseState.CLOSED];
        bytes memory expected = unexpectedState(market, caseId, states[way], CaseState.NONE);
        vm.prank(market);
        vault.transfer(address(court), idOf(payToken), 1e18);
        requireRevert(market, abi.encodeCall(IAdjudicator.openCase, (caseOf(caseId, 1e18))), expected, "twice");
    }

    function testFuzz_TimeIncludesItsLastSecond(uint32 late) public {
        Case memory opened = caseOf("late", 0);
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (opened));
        vm.warp(uint256(opened.rulingUntil) + 1 + late);
        bytes memory expected = DisputeErrors.tooLate(market, "late", block.timestamp, opened.rulingUntil);
        requireRevert(market, input, expected, "too late");
        vm.warp(uint256(opened.rulingUntil) + 1);
        expected = DisputeErrors.tooLate(market, "late", block.timestamp, opened.rulingUntil);
        requireRevert(market, input, expected, "a second too late");
        vm.warp(opened.rulingUntil);
        vm.prank(market);
        court.openCase(opened);
    }

    function _requireFeeMissing(Case memory opened, uint256 received) private {
        bytes memory expected = abi.encodeWithSelector(
            IAttestedAdjudicator.AttestedAdjudicator_FeeMissing.selector,
            otherMarket,
            opened.caseId,
            opened.fee,
            received
        );
        requireRevert(otherMarket, abi.encodeCall(IAdjudicator.openCase, (opened)), expected, "the fee is missing");
    }
}
