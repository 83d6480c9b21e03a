// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {Stage} from "../../../contracts/types/Court.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {CourtBook, GhostSeat, GhostVote, Matter} from "./CourtBook.sol";
import {CourtSuite} from "./CourtWorld.sol";

/// @title CourtTwin
/// @notice A second bookkeeping: who has what claim and stake after each call that succeeded, by the rules alone.
abstract contract CourtTwin is CourtBook {
    address internal constant DEAD = 0x000000000000000000000000000000000000dEaD;

    /// @notice Claims in the vault.
    mapping(address account => uint256) public claimOf;
    /// @notice Stake that a provider or juror has left, locked or not.
    mapping(address id => uint256) public stakeOf;
    /// @notice Claims of slashes in staking.
    mapping(address account => uint256) public slashClaimOf;
    /// @notice Stake that nobody owns any more.
    uint256 public burned;
    /// @notice Claims that were given to the court.
    uint256 public donated;
    /// @notice Tokens that were sent to the court itself.
    uint256 public sentTokens;

    address private immutable _ESCROW;
    address private immutable _COURT;

    constructor() {
        CourtSuite memory suite = _WORLD.suite();
        (_ESCROW, _COURT) = (address(suite.escrow), address(suite.court));
        address[] memory accounts = _WORLD.accounts();
        uint256 id = uint256(uint160(address(suite.payToken)));
        for (uint256 i; i < accounts.length; ++i) claimOf[accounts[i]] = suite.vault.balanceOf(accounts[i], id);
        address[] memory stakers = _WORLD.stakers();
        for (uint256 i; i < stakers.length; ++i) stakeOf[stakers[i]] = suite.staking.committedOf(stakers[i]);
    }

    /// @notice What these accounts have.
    function claimsOf(
        address[] calldata accounts
    ) external view returns (uint256[] memory claims, uint256[] memory slashes) {
        claims = new uint256[](accounts.length);
        slashes = new uint256[](accounts.length);
        for (uint256 i; i < accounts.length; ++i) {
            (claims[i], slashes[i]) = (claimOf[accounts[i]], slashClaimOf[accounts[i]]);
        }
    }

    function noteJob(JobTerms calldata terms) external returns (uint256 id) {
        id = _matters.length;
        Matter storage matter = _matters.push();
        matter.isJob = true;
        matter.name = keccak256(abi.encode(terms));
        matter.terms = terms;
        matter.market = _ESCROW;
        _state(matter, JobState.ACTIVE);
        _move(terms.client, _ESCROW, priceOf(id));
    }

    function noteSubmitted(uint256 id) external {
        _state(_matters[id], JobState.SUBMITTED);
    }

    function noteDisputed(uint256 id, Case calldata opened) external {
        Matter storage matter = _matters[id];
        _state(matter, JobState.DISPUTED);
        matter.opened = opened;
        _move(matter.terms.client, _ESCROW, matter.terms.disputeFee);
    }

    /// @notice The court has taken a case. `paid` came along with it; the rest was there.
    function noteOpened(uint256 id, uint256 paid) public {
        Matter storage matter = _matters[id];
        matter.openedAt = block.timestamp;
        matter.openedBlock = block.number;
        matter.seatCount = _seats[matter.market].length;
        matter.heldSeats = matter.seatCount - _freePlaces[matter.market].length;
        _move(matter.market, _COURT, paid);
        donated -= matter.opened.fee - paid;
    }

    function noteShamCase(address market, Case calldata opened, uint256 paid) external returns (uint256 id) {
        id = _matters.length;
        Matter storage matter = _matters.push();
        matter.market = market;
        matter.name = opened.caseId;
        matter.opened = opened;
        noteOpened(id, paid);
    }

    /// @notice A draw found these seats.
    function noteDrawn(uint256 id, bool isAppeal, uint256[] calldata seats) external {
        Matter storage matter = _matters[id];
        for (uint256 i; i < seats.length; ++i) {
            GhostSeat storage seat = _seats[matter.market][seats[i]];
            seat.atRisk += CASE_UNITS;
            _votes[id][seats[i]].juror = seat.juror;
            if (isAppeal) matter.appealPanel.push(seats[i]);
            else matter.panel.push(seats[i]);
        }
    }

    function noteCommitted(uint256 id, uint256 seat, bool right, bytes32 salt) external {
        GhostVote storage vote = _votes[id][seat];
        (vote.committed, vote.right, vote.salt) = (true, right, salt);
    }

    /// @notice Nobody can reveal that vote.
    function noteLost(uint256 id, uint256 seat) external {
        _votes[id][seat].lost = true;
    }

    function noteRevealed(uint256 id, uint256 seat) external {
        _votes[id][seat].revealed = true;
    }

    function noteAppealed(uint256 id, address appellant) external {
        _matters[id].appellant = appellant;
        _matters[id].appealedBlock = block.number;
        _move(appellant, _COURT, APPEAL_PANEL * _WORLD.SEAT_FEE());
    }

    /// @notice The market said that the client conceded.
    function noteClosed(uint256 id) public {
        Stage stage = stageOf(id);
        if (stage == Stage.DRAWING || stage == Stage.COMMITTING) _matters[id].conceded = true;
    }

    /// @notice Every seat is paid or charged, and free; what no seat earned goes home, or is gone.
    function noteFinished(uint256 id) external {
        Matter storage matter = _matters[id];
        uint256 fee = PANEL * _WORLD.SEAT_FEE() - _settle(id, matter.panel);
        _move(_COURT, matter.opened.client, fee);
        if (matter.appellant != address(0)) {
            fee = APPEAL_PANEL * _WORLD.SEAT_FEE() - _settle(id, matter.appealPanel);
            _move(_COURT, rulingOfPanel(id, true) == Ruling.NONE ? DEAD : matter.appellant, fee);
        }
        matter.finished = true;
    }

    /// @notice A job ended.
    function noteEnded(uint256 id, JobState state) external {
        Matter storage matter = _matters[id];
        JobTerms storage terms = matter.terms;
        uint256 part;
        if (state == JobState.COMPLETED) part = priceOf(id);
        if (state == JobState.SPLIT) part = (priceOf(id) * terms.noRulingBps) / 10_000;
        _move(_ESCROW, terms.payout, part);
        _move(_ESCROW, terms.client, priceOf(id) - part);
        if (matter.state == JobState.DISPUTED && matter.openedAt == 0) _move(_ESCROW, terms.client, terms.disputeFee);
        if (state == JobState.EXPIRED || state == JobState.REFUNDED) {
            stakeOf[terms.provider] -= terms.collateral;
            slashClaimOf[terms.client] += terms.collateral / 2;
            burned += terms.collateral - terms.collateral / 2;
        }
        _state(matter, state);
    }

    /// @notice A juror took the place that became free last, or the list's end where there is none.
    function noteTaken(address market, address juror) external {
        uint256[] storage free = _freePlaces[market];
        if (free.length == 0) {
            free.push(_seats[market].length);
            _seats[market].push();
        }
        _seats[market][free[free.length - 1]] = GhostSeat(juror, block.timestamp, 0, SEAT_UNITS, 0);
        free.pop();
        uint256 held;
        for (uint256 i; i < _seats[market].length; ++i) if (_seats[market][i].juror != address(0)) ++held;
        if (held > mostSeatsOf[market]) mostSeatsOf[market] = held;
    }

    function noteLeft(address market, uint256 seat) external {
        _seats[market][seat].leftAt = block.timestamp;
    }

    function noteSeatClosed(address market, uint256 seat) external {
        delete _seats[market][seat];
        _freePlaces[market].push(seat);
    }

    /// @notice Claims that the court got for nothing.
    function noteDonated(address from, uint256 amount) external {
        _move(from, _COURT, amount);
        donated += amount;
    }

    /// @notice Tokens that the court got, and cannot use.
    function noteSent(address from, uint256 amount) external {
        claimOf[from] -= amount;
        sentTokens += amount;
    }

    function priceOf(uint256 id) public view returns (uint256) {
        JobTerms storage terms = _matters[id].terms;
        return uint256(terms.ratePerSecond) * terms.runLimitSeconds;
    }

    /// @notice What the market of jobs owes.
    function marketOwes() external view returns (uint256 owed) {
        for (uint256 i; i < _matters.length; ++i) {
            Matter storage matter = _matters[i];
            if (!matter.isJob || matter.state > JobState.DISPUTED) continue;
            owed += priceOf(i);
            if (matter.state == JobState.DISPUTED && matter.openedAt == 0) owed += matter.terms.disputeFee;
        }
    }

    /// @notice What the court owes.
    function courtOwes() external view returns (uint256 owed) {
        for (uint256 i; i < _matters.length; ++i) owed += feesHeld(i);
    }

    function _settle(uint256 id, uint256[] storage panel) private returns (uint256 paid) {
        for (uint256 i; i < panel.length; ++i) {
            GhostSeat storage seat = _seats[_matters[id].market][panel[i]];
            (uint256 earned, uint256 units) = outcomeOf(id, panel[i]);
            seat.atRisk -= CASE_UNITS;
            seat.units -= units;
            stakeOf[seat.juror] -= units * _WORLD.UNIT();
            burned += units * _WORLD.UNIT();
            paid += earned;
            _move(_COURT, _WORLD.payoutOf(seat.juror), earned);
        }
    }

    function _state(Matter storage matter, JobState state) private {
        matter.state = state;
        matter.steppedAt = block.timestamp;
    }

    function _move(address from, address to, uint256 amount) private {
        claimOf[from] -= amount;
        claimOf[to] += amount;
    }
}
