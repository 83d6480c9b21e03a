// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {Stage} from "../../../contracts/types/Court.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {CourtWorld} from "./CourtWorld.sol";

/// @notice A juror's place on a market's list, from the calls that were made.
struct GhostSeat {
    address juror;
    uint256 takenAt;
    uint256 leftAt;
    uint256 units;
    uint256 atRisk;
}

/// @notice What a seat did in a case.
/// @param juror Who held it when it was drawn.
/// @param lost Nobody knows what it committed to.
struct GhostVote {
    address juror;
    bool committed;
    bool revealed;
    bool right;
    bool lost;
    bytes32 salt;
}

/// @notice A job and its case, or the case of a market that somebody made up.
/// @param name The job's id, or the case's where there is no job.
/// @param steppedAt When the job came into its state.
/// @param opened The case, put together without the market's help; of a job that the court does not serve too.
/// @param openedAt When it was opened; zero if it was not.
struct Matter {
    bool isJob;
    bytes32 name;
    JobTerms terms;
    JobState state;
    uint256 steppedAt;
    address market;
    Case opened;
    uint256 openedAt;
    uint256 openedBlock;
    uint256 seatCount;
    uint256 heldSeats;
    uint256 appealedBlock;
    address appellant;
    bool conceded;
    bool finished;
    uint256[] panel;
    uint256[] appealPanel;
}

/// @notice What the market of jobs and the court should say of a matter.
struct Reading {
    bool isJob;
    JobState state;
    address market;
    bytes32 name;
    Stage stage;
    Ruling ruling;
    uint256 openedAt;
    uint256 seatCount;
    uint256 heldSeats;
    address appellant;
    bool finished;
}

/// @title CourtBook
/// @notice Seats, cases and votes, kept from the calls that were made and the rules of docs/protocol.md. It never asks
/// the court what it thinks; only which seats a draw found is the court's word, and each of them is checked.
abstract contract CourtBook {
    uint256 internal constant SEAT_UNITS = 16;
    uint256 internal constant CASE_UNITS = 4;
    uint256 internal constant PANEL = 3;
    uint256 internal constant APPEAL_PANEL = 7;
    uint256 internal constant DRAW_SECONDS = 120;
    uint256 internal constant COMMIT_SECONDS = 400;
    uint256 internal constant REVEAL_SECONDS = 200;
    uint256 internal constant APPEAL_SECONDS = 300;

    CourtWorld internal immutable _WORLD;
    Matter[] internal _matters;
    mapping(address market => GhostSeat[]) internal _seats;
    mapping(address market => uint256[]) internal _freePlaces;
    /// @notice The most seats of a market that were ever held or left at the same time.
    mapping(address market => uint256) public mostSeatsOf;
    mapping(uint256 id => mapping(uint256 seat => GhostVote)) internal _votes;

    constructor(CourtWorld world) {
        _WORLD = world;
    }

    function matterCount() external view returns (uint256) {
        return _matters.length;
    }

    /// @notice What the market and the court should say of a matter now.
    function readMatter(uint256 id) external view returns (Reading memory reading) {
        Matter storage matter = _matters[id];
        reading.isJob = matter.isJob;
        reading.state = matter.state;
        reading.market = matter.market;
        reading.name = matter.name;
        reading.stage = stageOf(id);
        reading.ruling = rulingOf(id);
        reading.openedAt = matter.openedAt;
        reading.seatCount = matter.seatCount;
        reading.heldSeats = matter.heldSeats;
        reading.appellant = matter.appellant;
        reading.finished = matter.finished;
    }

    function matterOf(uint256 id) external view returns (Matter memory) {
        return _matters[id];
    }

    function voteOf(uint256 id, uint256 seat) external view returns (GhostVote memory) {
        return _votes[id][seat];
    }

    function seatCountOf(address market) external view returns (uint256) {
        return _seats[market].length;
    }

    function freePlacesOf(address market) public view returns (uint256) {
        return _freePlaces[market].length;
    }

    /// @notice Whether there are seats enough for a case to be opened.
    function canOpen(address market) external view returns (bool) {
        return _seats[market].length - freePlacesOf(market) >= PANEL;
    }

    function seatsOf(address market) external view returns (GhostSeat[] memory) {
        return _seats[market];
    }

    function seatOf(address market, uint256 seat) external view returns (GhostSeat memory) {
        return _seats[market][seat];
    }

    /// @notice Where a case stands now, by the table.
    function stageOf(uint256 id) public view returns (Stage) {
        Matter storage matter = _matters[id];
        uint256 until = matter.openedAt;
        if (until == 0) return Stage.NONE;
        if (matter.finished) return Stage.FINISHED;
        if (matter.conceded) return Stage.DECIDED;
        until += DRAW_SECONDS;
        if (matter.panel.length == 0) return block.timestamp > until ? Stage.DECIDED : Stage.DRAWING;
        until += COMMIT_SECONDS;
        if (block.timestamp <= until) return Stage.COMMITTING;
        until += REVEAL_SECONDS;
        if (block.timestamp <= until) return Stage.REVEALING;
        if (rulingOfPanel(id, false) == Ruling.NONE) return Stage.DECIDED;
        until += APPEAL_SECONDS;
        if (matter.appellant == address(0)) return block.timestamp > until ? Stage.DECIDED : Stage.APPEALABLE;
        until += DRAW_SECONDS;
        if (matter.appealPanel.length == 0) return block.timestamp > until ? Stage.DECIDED : Stage.APPEAL_DRAWING;
        until += COMMIT_SECONDS;
        if (block.timestamp <= until) return Stage.APPEAL_COMMITTING;
        return block.timestamp <= until + REVEAL_SECONDS ? Stage.APPEAL_REVEALING : Stage.DECIDED;
    }

    /// @notice The last second of the stage at which a case stands; zero where time changes nothing any more.
    function stageUntil(uint256 id) public view returns (uint256 until) {
        Stage stage = stageOf(id);
        if (stage == Stage.NONE || stage >= Stage.DECIDED) return 0;
        until = _matters[id].openedAt + DRAW_SECONDS;
        if (stage >= Stage.COMMITTING) until += COMMIT_SECONDS;
        if (stage >= Stage.REVEALING) until += REVEAL_SECONDS;
        if (stage >= Stage.APPEALABLE) until += APPEAL_SECONDS;
        if (stage >= Stage.APPEAL_DRAWING) until += DRAW_SECONDS;
        if (stage >= Stage.APPEAL_COMMITTING) until += COMMIT_SECONDS;
        if (stage >= Stage.APPEAL_REVEALING) until += REVEAL_SECONDS;
    }

    /// @notice What a panel's votes say: the same answer from more than half of its seats.
    function rulingOfPanel(uint256 id, bool isAppeal) public view returns (Ruling) {
        uint256[] storage panel = isAppeal ? _matters[id].appealPanel : _matters[id].panel;
        uint256 right;
        uint256 wrong;
        for (uint256 i; i < panel.length; ++i) {
            GhostVote storage vote = _votes[id][panel[i]];
            if (!vote.revealed) continue;
            if (vote.right) ++right;
            else ++wrong;
        }
        if (right > panel.length - right) return Ruling.PROVIDER_RIGHT;
        return wrong > panel.length - wrong ? Ruling.PROVIDER_WRONG : Ruling.NONE;
    }

    /// @notice The appeal's ruling, or the first where it has none.
    function finalRuling(uint256 id) public view returns (Ruling ruling) {
        if (_matters[id].conceded) return Ruling.NONE;
        ruling = rulingOfPanel(id, true);
        if (ruling == Ruling.NONE) ruling = rulingOfPanel(id, false);
    }

    /// @notice What the court must answer a market.
    function rulingOf(uint256 id) public view returns (Ruling) {
        return stageOf(id) >= Stage.DECIDED ? finalRuling(id) : Ruling.NONE;
    }

    /// @notice What becomes of a drawn seat: what it earns, and how many units it loses.
    function outcomeOf(uint256 id, uint256 seat) public view returns (uint256 earned, uint256 units) {
        GhostVote storage vote = _votes[id][seat];
        Ruling ruling = finalRuling(id);
        uint256 fee = _WORLD.SEAT_FEE();
        if (_matters[id].conceded) return (vote.committed ? fee : fee / 2, 0);
        if (!vote.committed) return (0, 2);
        if (!vote.revealed) return (0, 4);
        if (ruling == Ruling.NONE) return (0, 0);
        return vote.right == (ruling == Ruling.PROVIDER_RIGHT) ? (fee, uint256(0)) : (uint256(0), 1);
    }

    /// @notice Whether a draw may find a seat for a case.
    function canServe(uint256 id, uint256 seat) public view returns (bool) {
        GhostSeat storage ghost = _seats[_matters[id].market][seat];
        return _mayServe(id, seat) && ghost.units >= CASE_UNITS + ghost.atRisk;
    }

    /// @dev The same, were all other cases over.
    function _mayServe(uint256 id, uint256 seat) private view returns (bool) {
        Matter storage matter = _matters[id];
        GhostSeat storage ghost = _seats[matter.market][seat];
        if (seat >= matter.seatCount || ghost.juror == address(0)) return false;
        // In the second before the opening it was there, and not left.
        if (ghost.takenAt >= matter.openedAt) return false;
        if (ghost.leftAt != 0 && ghost.leftAt < matter.openedAt) return false;
        if (ghost.units < CASE_UNITS) return false;
        if (_isOn(matter.panel, seat)) return false;
        return !_WORLD.isParty(ghost.juror, matter.opened.provider, matter.opened.client);
    }

    /// @notice How many seats the draw whose turn it is could find, and how many more it could were they not occupied.
    function servingSeats(uint256 id) external view returns (uint256 serving, uint256 occupied) {
        uint256 length = _seats[_matters[id].market].length;
        for (uint256 seat; seat < length; ++seat) {
            if (canServe(id, seat)) ++serving;
            else if (_mayServe(id, seat)) ++occupied;
        }
    }

    /// @notice The dispute's fee, and the appeal's, that wait in the court.
    function feesHeld(uint256 id) public view returns (uint256 fees) {
        Matter storage matter = _matters[id];
        if (matter.openedAt == 0 || matter.finished) return 0;
        fees = PANEL * _WORLD.SEAT_FEE();
        if (matter.appellant != address(0)) fees += APPEAL_PANEL * _WORLD.SEAT_FEE();
    }

    function _isOn(uint256[] storage panel, uint256 seat) internal view returns (bool) {
        for (uint256 i; i < panel.length; ++i) if (panel[i] == seat) return true;
        return false;
    }
}
