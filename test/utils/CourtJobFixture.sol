// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case} from "../../contracts/types/Case.sol";
import {CourtRules, Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer} from "../../contracts/types/Order.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {CourtCast} from "./CourtCast.sol";
import {DisputeFixture} from "./DisputeFixture.sol";
import {vm} from "./Vm.sol";

/// @title CourtJobFixture
/// @notice Jobs of the real market whose adjudicator is the real court. Juror `i` holds seat `i` of the market's list;
/// it owns itself and is paid at `payoutAt(i)`. The dispute fee is a seat fee for each of a panel, and the market waits
/// ten minutes longer than the court needs.
abstract contract CourtJobFixture is CourtCast, DisputeFixture {
    uint32 internal constant OPEN_SECONDS = 600;
    /// @dev Odd, so that a rounding shows.
    uint128 internal constant JOB_COLLATERAL = 50e18 + 1;
    uint128 internal constant JOB_RATE = 0.1e18 + 7;

    /// @dev Deploys everything, with as many seats on the market's list as asked for.
    function setUpCourtJobs(uint256 seats) internal {
        deployAll();
        // No longer than the offers of the fixture allow, so that a longer one shows.
        CourtRules memory rules = goodRules();
        rules.longestRunSeconds = RUN_LIMIT_SECONDS;
        court = deployCourt(rules);
        vm.label(address(court), "court");
        adjudicator = address(court);
        setUpProvider();
        setUpClient();
        for (uint256 i; i < seats; ++i) {
            addJuror(i, SEAT_COLLATERAL);
            takeSeat(address(escrow), i);
        }
        // Only seats that were held in an earlier second are drawn.
        vm.warp(block.timestamp + 1);
    }

    /// @dev Registers a provider with stake that the court may lock.
    function addJuror(uint256 i, uint128 stake) internal {
        address juror = jurorAt(i);
        stakeToken.mint(address(this), stake);
        stakeToken.approve(address(staking), stake);
        vm.prank(juror);
        registry.register(Profile({payout: payoutAt(i), encryptionKey: "key", endpoint: ""}));
        staking.deposit(juror, stake);
        vm.prank(juror);
        staking.authorize(juror, address(court), stake, stake);
    }

    function takeSeat(address market, uint256 juror) internal returns (uint256 seat) {
        vm.prank(jurorAt(juror));
        return court.takeSeat(market, jurorAt(juror));
    }

    /// @dev An offer whose disputes this court takes.
    function courtOffer() internal view returns (Offer memory offer) {
        offer = defaultOffer();
        offer.ratePerSecond = JOB_RATE;
        offer.collateral = JOB_COLLATERAL;
        offer.disputeFee = uint128(PANEL_FEE);
        offer.rulingSeconds = CASE_SECONDS + APPLY_SECONDS + OPEN_SECONDS;
        offer.slots = 1_000;
        offer.maxFills = 1_000;
    }

    /// @dev A job of that offer, with a result.
    function submittedCourtJob() internal returns (JobTerms memory terms) {
        terms = openJob(courtOffer(), defaultTake());
        submitJob(terms);
    }

    /// @dev The client disputes, and the court has the case.
    function openCaseOf(JobTerms memory terms) internal returns (Case memory opened) {
        disputeJob(terms);
        opened = caseOf(terms);
        escrow.openCase(terms);
    }

    /// @dev The case that the market hands over for a disputed job.
    function caseOf(JobTerms memory terms) internal view returns (Case memory opened) {
        opened.caseId = idOfJob(terms);
        opened.provider = terms.provider;
        opened.client = terms.client;
        opened.token = terms.token;
        opened.fee = terms.disputeFee;
        opened.rulingUntil = uint40(rulingUntil(terms));
        opened.runLimitSeconds = terms.runLimitSeconds;
        opened.specDigest = terms.specDigest;
        opened.resultMark = bytes20(keccak256("result"));
    }

    /// @dev As {openCaseOf}, with its panel.
    function drawnCaseOf(JobTerms memory terms) internal returns (Case memory opened) {
        opened = openCaseOf(terms);
        draw(opened);
    }

    /// @dev Passes the block of the seed, and draws the panel whose turn it is.
    function draw(Case memory opened) internal {
        passSeed();
        court.draw(address(escrow), opened);
    }

    function passSeed() internal {
        vm.roll(block.number + DRAW_BLOCKS + 1);
    }

    /// @dev The seats of a panel, which are the numbers of their jurors.
    function panelOf(Case memory opened, bool isAppeal) internal view returns (uint256[] memory) {
        return court.panelOf(address(escrow), opened.caseId, isAppeal);
    }

    /// @dev Each seat of a panel does what a letter says: R and W vote for and against the provider, r and w commit to
    /// that and never reveal it, a dash stays silent. Ends at the last second of the reveals.
    function vote(Case memory opened, bool isAppeal, bytes memory letters) internal {
        commitAll(opened, isAppeal, letters);
        passStage(opened, isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING);
        revealAll(opened, letters);
        vm.warp(untilOf(opened, isAppeal ? Stage.APPEAL_REVEALING : Stage.REVEALING));
    }

    function commitAll(Case memory opened, bool isAppeal, bytes memory letters) internal {
        uint256[] memory seats = panelOf(opened, isAppeal);
        for (uint256 place; place < letters.length; ++place) {
            if (letters[place] != "-")
                commit(opened, place, seats[place], letters[place] == "R" || letters[place] == "r");
        }
    }

    function commit(Case memory opened, uint256 place, uint256 seat, bool providerRight) internal {
        bytes32 commitment = court.commitmentOf(address(escrow), opened.caseId, seat, providerRight, SALT);
        vm.prank(court.seatOf(address(escrow), seat).juror);
        court.commit(address(escrow), opened.caseId, place, commitment);
    }

    function revealAll(Case memory opened, bytes memory letters) internal {
        for (uint256 place; place < letters.length; ++place) {
            if (letters[place] != "R" && letters[place] != "W") continue;
            court.reveal(address(escrow), opened.caseId, place, letters[place] == "R", SALT);
        }
    }

    /// @dev A party appeals in the first second in which it may. Its claim rises by the fee before.
    function appeal(address party, Case memory opened) internal {
        passStage(opened, Stage.REVEALING);
        payForAppeal(party);
        vm.prank(party);
        court.appeal(address(escrow), opened);
    }

    function payForAppeal(address party) internal {
        fund(party, APPEAL_FEE);
        vm.prank(party);
        vault.approve(address(court), idOf(payToken), APPEAL_FEE);
    }

    /// @dev Passes the last second in which anything can happen, and settles.
    function finish(Case memory opened) internal {
        passStage(opened, Stage.APPEAL_REVEALING);
        court.finish(address(escrow), opened);
    }

    function applyRuling(JobTerms memory terms) internal {
        vm.prank(stranger);
        escrow.applyRuling(terms);
    }

    /// @dev Passes the market's deadline, and splits.
    function split(JobTerms memory terms) internal {
        vm.warp(rulingUntil(terms) + 1);
        vm.prank(stranger);
        escrow.noRuling(terms);
    }

    function passStage(Case memory opened, Stage stage) internal {
        vm.warp(untilOf(opened, stage) + 1);
    }

    /// @dev The last second of a stage.
    function untilOf(Case memory opened, Stage stage) internal view returns (uint40) {
        return court.deadlinesOf(address(escrow), opened.caseId)[uint256(stage) - uint256(Stage.DRAWING)];
    }

    function requireStage(Case memory opened, Stage stage, string memory label) internal view {
        assertEq(uint256(court.stageOf(address(escrow), opened.caseId)), uint256(stage), label);
    }

    /// @dev Requires that a call is refused with this error, whatever its arguments.
    function requireRefused(
        address caller,
        address target,
        bytes memory input,
        bytes4 error_,
        string memory label
    ) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory answer) = target.call(input);
        assertFalse(succeeded, string.concat(label, ": went through"));
        assertEq(bytes32(bytes4(answer)), bytes32(error_), string.concat(label, ": the error"));
    }
}
