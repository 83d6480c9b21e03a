// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {CourtRules} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtFixture} from "../../utils/CourtFixture.sol";

contract SlashingCourtConstructorTest is CourtFixture {
    uint256 private constant MAX_STAGE = 30 days;
    uint256 private constant MAX_BLOCKS = 128;

    function setUp() public {
        setUpCourt();
    }

    /// @dev Whatever lies within the bounds is what the court says of itself.
    function testFuzz_NamesItsRules(CourtRules memory rules) public {
        _bringWithin(rules);
        ISlashingCourt deployed = deployCourt(rules);
        assertEq(abi.encode(deployed.rules()), abi.encode(rules), "rules");
        assertEq(deployed.seatCollateral(), uint256(rules.penaltyUnit) * 16, "collateral of a seat");
        uint256 panel = uint256(rules.drawSeconds) + rules.commitSeconds + rules.revealSeconds;
        assertEq(deployed.exitSeconds(), 2 * panel + rules.appealSeconds + 1, "exit delay");
        assertEq(address(deployed.registry()), address(registry), "registry");
        assertEq(address(deployed.staking()), address(staking), "staking");
        assertEq(address(deployed.vault()), address(vault), "vault");
    }

    /// @dev Both ends of every range are within it.
    function test_TakesTheEndsOfEachRange() public {
        CourtRules memory rules = goodRules();
        (rules.seatFee, rules.penaltyUnit, rules.feeToken) = (1, 1, address(1));
        (rules.longestRunSeconds, rules.panelSeats, rules.drawBlocks, rules.drawSeconds) = (1, 1, 1, 1);
        (rules.commitSeconds, rules.revealSeconds, rules.appealSeconds, rules.applySeconds) = (2, 1, 1, 1);
        assertEq(deployCourt(rules).exitSeconds(), 2 * (1 + 2 + 1) + 1 + 1, "the shortest exit delay");
        uint32 longest = uint32(MAX_STAGE);
        (rules.seatFee, rules.penaltyUnit) = (type(uint96).max, type(uint96).max);
        rules.feeToken = address(type(uint160).max);
        (rules.longestRunSeconds, rules.panelSeats, rules.drawBlocks) = (longest - 1, 3, uint8(MAX_BLOCKS));
        (rules.drawSeconds, rules.commitSeconds, rules.revealSeconds) = (longest, longest, longest);
        (rules.appealSeconds, rules.applySeconds) = (longest, longest);
        assertEq(deployCourt(rules).exitSeconds(), 7 * MAX_STAGE + 1, "the longest exit delay");
    }

    function test_RevertWhen_ARuleIsZero() public {
        CourtRules memory rules = goodRules();
        rules.feeToken = address(0);
        _requireRefused(rules, "feeToken", 0, 1, type(uint160).max);
        rules = goodRules();
        rules.seatFee = 0;
        _requireRefused(rules, "seatFee", 0, 1, type(uint96).max);
        rules = goodRules();
        rules.penaltyUnit = 0;
        _requireRefused(rules, "penaltyUnit", 0, 1, type(uint96).max);
        rules = goodRules();
        rules.longestRunSeconds = 0;
        _requireRefused(rules, "longestRunSeconds", 0, 1, MAX_STAGE);
        rules = goodRules();
        rules.panelSeats = 0;
        _requireRefused(rules, "panelSeats", 0, 1, 3);
        rules = goodRules();
        rules.drawBlocks = 0;
        _requireRefused(rules, "drawBlocks", 0, 1, MAX_BLOCKS);
        rules = goodRules();
        rules.drawSeconds = 0;
        _requireRefused(rules, "drawSeconds", 0, 1, MAX_STAGE);
        rules = goodRules();
        rules.revealSeconds = 0;
        _requireRefused(rules, "revealSeconds", 0, 1, MAX_STAGE);
        rules = goodRules();
        rules.appealSeconds = 0;
        _requireRefused(rules, "appealSeconds", 0, 1, MAX_STAGE);
        rules = goodRules();
        rules.applySeconds = 0;
        _requireRefused(rules, "applySeconds", 0, 1, MAX_STAGE);
    }

    function testFuzz_RevertWhen_AStageIsTooLong(uint256 field, uint32 length) public {
        length = uint32(bound(length, MAX_STAGE + 1, type(uint32).max));
        _requireTooLong(field % 6, length);
        _requireTooLong(field % 6, uint32(MAX_STAGE + 1));
    }

    /// @dev A juror must be able to compute the longest job and still commit.
    function testFuzz_RevertWhen_CommitsEndBeforeTheLongestRun(uint32 longestRun, uint32 commit) public {
        CourtRules memory rules = goodRules();
        rules.longestRunSeconds = uint32(bound(longestRun, 1, MAX_STAGE));
        rules.commitSeconds = uint32(bound(commit, 0, rules.longestRunSeconds));
        uint256 least = uint256(rules.longestRunSeconds) + 1;
        _requireRefused(rules, "commitSeconds", rules.commitSeconds, least, MAX_STAGE);
        rules.commitSeconds = rules.longestRunSeconds;
        _requireRefused(rules, "commitSeconds", rules.commitSeconds, least, MAX_STAGE);
    }

    function testFuzz_RevertWhen_ThePanelIsTooLarge(uint8 panelSeats) public {
        CourtRules memory rules = goodRules();
        rules.panelSeats = uint8(bound(panelSeats, 4, type(uint8).max));
        _requireRefused(rules, "panelSeats", rules.panelSeats, 1, 3);
        rules.panelSeats = 4;
        _requireRefused(rules, "panelSeats", 4, 1, 3);
    }

    /// @dev What the error shows is the remainder, which must be one.
    function test_RevertWhen_ThePanelIsEven() public {
        CourtRules memory rules = goodRules();
        rules.panelSeats = 2;
        _requireRefused(rules, "panelSeats", 0, 1, 1);
    }

    function testFuzz_RevertWhen_TheSeedIsTooFar(uint8 drawBlocks) public {
        CourtRules memory rules = goodRules();
        rules.drawBlocks = uint8(bound(drawBlocks, MAX_BLOCKS + 1, type(uint8).max));
        _requireRefused(rules, "drawBlocks", rules.drawBlocks, 1, MAX_BLOCKS);
        rules.drawBlocks = uint8(MAX_BLOCKS + 1);
        _requireRefused(rules, "drawBlocks", rules.drawBlocks, 1, MAX_BLOCKS);
    }

    function deployExternally(CourtRules calldata rules) external {
        deployCourt(rules);
    }

    function _requireTooLong(uint256 field, uint32 length) private {
        CourtRules memory rules = goodRules();
        bytes32[6] memory names = [
            bytes32("longestRunSeconds"),
            "drawSeconds",
            "commitSeconds",
            "revealSeconds",
            "appealSeconds",
            "applySeconds"
        ];
        if (field == 0) rules.longestRunSeconds = length;
        if (field == 1) rules.drawSeconds = length;
        if (field == 2) rules.commitSeconds = length;
        if (field == 3) rules.revealSeconds = length;
        if (field == 4) rules.appealSeconds = length;
        if (field == 5) rules.applySeconds = length;
        _requireRefused(rules, names[field], length, field == 2 ? LONGEST_RUN + 1 : 1, MAX_STAGE);
    }

    function _requireRefused(
        CourtRules memory rules,
        bytes32 field,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) private {
        bytes memory input = abi.encodeCall(this.deployExternally, (rules));
        bytes memory expected = CourtErrors.ruleInvalid(field, value, minimum, maximum);
        assertReverts(address(this), address(this), input, expected, string(abi.encodePacked(field)));
    }

    function _bringWithin(CourtRules memory rules) private pure {
        if (rules.feeToken == address(0)) rules.feeToken = address(1);
        rules.seatFee = uint96(bound(rules.seatFee, 1, type(uint96).max));
        rules.penaltyUnit = uint96(bound(rules.penaltyUnit, 1, type(uint96).max));
        rules.longestRunSeconds = uint32(bound(rules.longestRunSeconds, 1, MAX_STAGE - 1));
        rules.panelSeats = rules.panelSeats % 2 == 0 ? 1 : 3;
        rules.drawBlocks = uint8(bound(rules.drawBlocks, 1, MAX_BLOCKS));
        rules.drawSeconds = uint32(bound(rules.drawSeconds, 1, MAX_STAGE));
        rules.commitSeconds = uint32(bound(rules.commitSeconds, rules.longestRunSeconds + 1, MAX_STAGE));
        rules.revealSeconds = uint32(bound(rules.revealSeconds, 1, MAX_STAGE));
        rules.appealSeconds = uint32(bound(rules.appealSeconds, 1, MAX_STAGE));
        rules.applySeconds = uint32(bound(rules.applySeconds, 1, MAX_STAGE));
    }
}
