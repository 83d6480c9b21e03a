// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Seat, Stage} from "../../contracts/types/Court.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {Assertions} from "./Assertions.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {CourtCast} from "./CourtCast.sol";
import {vm} from "./Vm.sol";

/// @title CourtFixture
/// @notice A court with twelve jurors of one seat each on one market, and two markets that are plain accounts with code.
/// A juror's id is `jurorAt(i)`; it owns itself, has the operator `keyOf` and is paid at `payoutAt`.
abstract contract CourtFixture is CourtCast, Assertions {
    uint256 internal constant FEES = 10_000e18;
    bytes32 internal constant CASE = "case";
    address internal constant HISTORY = BlockHistory.AT;

    address internal market = address(uint160(0xc0de1));
    address internal otherMarket = address(uint160(0xc0de2));
    address internal client = address(uint160(0xc0de3));
    address internal provider = address(uint160(0xc0de4));
    address internal providerOperator = address(uint160(0xc0de5));
    address internal stranger = address(uint160(0xc0de6));

    function setUpCourt() internal {
        deployAll();
        court = deployCourt(goodRules());
        BlockHistory.install();
        vm.etch(market, hex"00");
        vm.etch(otherMarket, hex"00");
        fund(market, FEES);
        fund(otherMarket, FEES);
        registerAs(provider, address(uint160(0xc0de7)));
        vm.prank(provider);
        registry.setOperator(provider, providerOperator, true);
        for (uint256 i; i < JURORS; ++i) {
            addJuror(i, SEAT_COLLATERAL);
            takeSeat(market, jurorAt(i));
        }
        // Only seats that were held in an earlier second are drawn.
        vm.warp(block.timestamp + 1);
    }

    /// @dev Registers a provider with stake that the court may lock.
    function addJuror(uint256 i, uint128 stake) internal {
        address juror = jurorAt(i);
        registerAs(juror, payoutAt(i));
        stakeToken.mint(address(this), stake);
        stakeToken.approve(address(staking), stake);
        staking.deposit(juror, stake);
        vm.startPrank(juror);
        staking.authorize(juror, address(court), stake, stake);
        registry.setOperator(juror, keyOf(i), true);
        vm.stopPrank();
    }

    function registerAs(address account, address payout) internal {
        vm.prank(account);
        registry.register(Profile({payout: payout, encryptionKey: "key", endpoint: ""}));
    }

    function takeSeat(address onMarket, address juror) internal returns (uint256 seat) {
        vm.prank(juror);
        return court.takeSeat(onMarket, juror);
    }

    /// @dev Raises an account's vault claim.
    function fund(address account, uint256 amount) internal {
        payToken.mint(address(this), amount);
        payToken.approve(address(vault), amount);
        vault.deposit(payToken, amount, account);
    }

    /// @dev A case of the market, as it would open now.
    function caseOf(bytes32 caseId) internal view returns (Case memory opened) {
        opened.caseId = caseId;
        opened.provider = provider;
        opened.client = client;
        opened.token = address(payToken);
        opened.fee = PANEL_FEE;
        opened.rulingUntil = uint40(block.timestamp) + CASE_SECONDS + APPLY_SECONDS;
        opened.runLimitSeconds = LONGEST_RUN;
        opened.specDigest = keccak256("spec");
        opened.resultMark = bytes20(keccak256("result"));
    }

    /// @dev A market pays a fee and opens a case, as {JobEscrow} does.
    function openCase(address opener, bytes32 caseId) internal returns (Case memory opened) {
        opened = caseOf(caseId);
        openCase(opener, opened);
    }

    function openCase(address opener, Case memory opened) internal {
        vm.startPrank(opener);
        vault.transfer(address(court), idOf(payToken), opened.fee);
        court.openCase(opened);
        vm.stopPrank();
    }

    /// @dev Opens a case and draws its panel.
    function drawnCase(bytes32 caseId) internal returns (Case memory opened) {
        opened = openCase(market, caseId);
        draw(opened);
    }

    /// @dev Passes the block of the seed, and draws the panel whose turn it is.
    function draw(Case memory opened) internal {
        vm.roll(block.number + DRAW_BLOCKS + 1);
        court.draw(market, opened);
    }

    /// @dev Each seat of a panel does what a letter says: R and W vote for and against the provider, r and w commit to
    /// that and never reveal it, a dash stays silent. Ends at the last second of the reveals.
    function vote(bytes32 caseId, bool isAppeal, bytes memory letters) internal {
        commitAll(caseId, isAppeal, letters);
        vm.warp(untilOf(caseId, isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING) + 1);
        for (uint256 place; place < letters.length; ++place) {
            if (letters[place] != "R" && letters[place] != "W") continue;
            court.reveal(market, caseId, place, letters[place] == "R", SALT);
        }
        vm.warp(untilOf(caseId, isAppeal ? Stage.APPEAL_REVEALING : Stage.REVEALING));
    }

    function commitAll(bytes32 caseId, bool isAppeal, bytes memory letters) internal {
        uint256[] memory seats = court.panelOf(market, caseId, isAppeal);
        for (uint256 place; place < letters.length; ++place) {
            if (letters[place] != "-") {
                commit(caseId, place, seats[place], letters[place] == "R" || letters[place] == "r");
            }
        }
    }

    function commit(bytes32 caseId, uint256 place, uint256 seat, bool providerRight) internal {
        bytes32 commitment = court.commitmentOf(market, caseId, seat, providerRight, SALT);
        vm.prank(court.seatOf(market, seat).juror);
        court.commit(market, caseId, place, commitment);
    }

    /// @dev A party appeals, at once.
    function appeal(address party, Case memory opened) internal {
        vm.warp(untilOf(opened.caseId, Stage.REVEALING) + 1);
        fund(party, APPEAL_FEE);
        vm.startPrank(party);
        vault.approve(address(court), idOf(payToken), APPEAL_FEE);
        court.appeal(market, opened);
        vm.stopPrank();
    }

    /// @dev Passes the last deadline, and settles.
    function finish(Case memory opened) internal {
        vm.warp(untilOf(opened.caseId, Stage.APPEAL_REVEALING) + 1);
        court.finish(market, opened);
    }

    /// @dev The last second of a stage.
    function untilOf(bytes32 caseId, Stage stage) internal view returns (uint40) {
        return court.deadlinesOf(market, caseId)[uint256(stage) - uint256(Stage.DRAWING)];
    }

    function keyOf(uint256 i) internal pure returns (address) {
        return address(uint160(0x71000 + i));
    }

    function claimOf(address account) internal view returns (uint256) {
        return vault.balanceOf(account, idOf(payToken));
    }

    /// @dev Requires what a drawn seat has left and what it was paid, in units and fees.
    function requireSeat(uint256 seat, uint8 units, uint256 fees, string memory label) internal view {
        requireUnits(seat, units, label);
        address juror = court.seatOf(market, seat).juror;
        assertEq(claimOf(registry.payoutOf(juror)), fees * SEAT_FEE, string.concat(label, ": earned"));
    }

    function requireUnits(uint256 seat, uint8 units, string memory label) internal view {
        Seat memory held = court.seatOf(market, seat);
        assertEq(held.units, units, string.concat(label, ": units"));
        assertEq(held.unitsAtRisk, 0, string.concat(label, ": units at risk"));
        (, , uint128 locked) = staking.authorizationOf(held.juror, address(court));
        assertEq(locked, uint256(units) * UNIT, string.concat(label, ": locked stake"));
    }

    function requireStage(bytes32 caseId, Stage stage, string memory label) internal view {
        assertEq(uint256(court.stageOf(market, caseId)), uint256(stage), label);
    }

    function requireRuling(bytes32 caseId, Ruling ruling, string memory label) internal view {
        assertEq(uint256(court.rulingOf(market, caseId)), uint256(ruling), label);
    }

    function requireRevert(address caller, bytes memory input, bytes memory expected, string memory label) internal {
        assertReverts(caller, address(court), input, expected, label);
    }
}
