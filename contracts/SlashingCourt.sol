// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {CourtSchedule} from "./abstracts/CourtSchedule.sol";
import {CourtSeats} from "./abstracts/CourtSeats.sol";
import {CourtVotes} from "./abstracts/CourtVotes.sol";
import {VaultHolder} from "./abstracts/VaultHolder.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";
import {IProviderStaking} from "./interfaces/IProviderStaking.sol";
import {ISlashingCourt} from "./interfaces/ISlashingCourt.sol";
import {PanelLib} from "./libraries/PanelLib.sol";
import {Case, Ruling} from "./types/Case.sol";
import {CourtRules, Hearing, Stage} from "./types/Court.sol";
import {DEAD} from "./types/Dead.sol";

/// @title SlashingCourt
/// @notice See {ISlashingCourt}.
/// @dev Needs no reentrancy guard: registry, staking and vault call nobody on the functions used here.
contract SlashingCourt is ISlashingCourt, CourtVotes, Multicall {
    using PanelLib for uint256;

    uint256 private _held;

    /// @param providerStaking Holds the stake of seats.
    /// @param paymentVault Holds the fees.
    /// @param courtRules What both sides of an order agree to by naming this court.
    constructor(
        IProviderStaking providerStaking,
        IPaymentVault paymentVault,
        CourtRules memory courtRules
    ) CourtSchedule(courtRules) CourtSeats(providerStaking) VaultHolder(paymentVault) {}

    /// @inheritdoc IAdjudicator
    function openCase(Case calldata openedCase) external {
        // Check: once, of the kind that this court takes, in time, and the fee is there.
        address market = msg.sender;
        bytes32 caseId = openedCase.caseId;
        Hearing storage hearing = _at(market, caseId, Stage.NONE);
        _requireServed(openedCase);
        uint256 seatCount = seatCountOf(market);
        uint256 heldSeats = heldSeatCountOf(market);
        require(heldSeats >= _panelSeats, SlashingCourt_TooFewSeats(market, heldSeats, _panelSeats));
        uint256 received = _holding(_feeToken) - _held;
        require(openedCase.fee <= received, SlashingCourt_FeeMissing(openedCase.fee, received));

        // Effect: all that can happen, and when, is fixed.
        _held += openedCase.fee;
        hearing.openedAt = uint40(block.timestamp);
        hearing.openedBlock = uint40(block.number);
        hearing.seatCount = uint32(seatCount);
        hearing.heldSeats = uint32(heldSeats);
        hearing.caseMark = _markOf(openedCase);
        emit CaseOpened(market, caseId, openedCase, seatCount, uint40(block.number) + _drawBlocks);
    }

    /// @inheritdoc ISlashingCourt
    function draw(address market, Case calldata openedCase) external {
        // Check: a panel is waited for, and its seed is there.
        bytes32 caseId = openedCase.caseId;
        (Hearing storage hearing, bool isAppeal) = _atEither(market, caseId, Stage.DRAWING, Stage.APPEAL_DRAWING);
        _requireCase(market, caseId, hearing, openedCase);
        uint256 needed = isAppeal ? _appealSeats() : _panelSeats;
        bytes32 seed = keccak256(
            abi.encode(_seed(isAppeal ? hearing.appealedBlock : hearing.openedBlock), market, caseId, isAppeal)
        );

        // Effect: the seats are bound.
        uint256 panel = _drawSeats(market, openedCase, hearing, seed, needed);
        uint256 found = panel.size();
        require(found == needed, SlashingCourt_TooFewSeats(market, found, needed));
        if (isAppeal) hearing.appealPanel = uint224(panel);
        else hearing.panel = uint96(panel);
        for (uint256 place; place < needed; ++place) {
            uint256 seat = panel.seatAt(place);
            emit SeatDrawn(market, caseId, _jurorAt(market, seat), seat, place, isAppeal);
        }
    }

    /// @inheritdoc ISlashingCourt
    function appeal(address market, Case calldata openedCase) external {
        // Check: a party, in time, and there can be a second panel.
        bytes32 caseId = openedCase.caseId;
        Hearing storage hearing = _at(market, caseId, Stage.APPEALABLE);
        _requireCase(market, caseId, hearing, openedCase);
        require(
            msg.sender == openedCase.client || registry.canOperate(openedCase.provider, msg.sender),
            SlashingCourt_NotParty(market, caseId, msg.sender)
        );
        uint256 needed = _appealSeats();
        require(
            hearing.heldSeats >= needed + _panelSeats,
            SlashingCourt_TooFewSeats(market, hearing.heldSeats, needed + _panelSeats)
        );

        // Effect: a second seed is fixed.
        uint256 fee = needed * _seatFee;
        _held += fee;
        hearing.appealedBlock = uint40(block.number);
        hearing.appellant = msg.sender;
        emit RulingAppealed(market, caseId, msg.sender, fee, uint40(block.number) + _drawBlocks);

        // Interaction: the fee waits here.
        _collect(msg.sender, _feeToken, fee);
    }

    /// @inheritdoc IAdjudicator
    function closeCase(bytes32 caseId) external {
        // Check: votes can still be committed. Once they cannot, jurors go on, and are paid for it.
        (Hearing storage hearing, ) = _atEither(msg.sender, caseId, Stage.COMMITTING, Stage.DRAWING);

        hearing.isConceded = true;
        emit CaseConceded(msg.sender, caseId);
    }

    /// @inheritdoc ISlashingCourt
    function finish(address market, Case calldata openedCase) external {
        // Check: nothing can change any more.
        bytes32 caseId = openedCase.caseId;
        Hearing storage hearing = _at(market, caseId, Stage.DECIDED);
        _requireCase(market, caseId, hearing, openedCase);

        // Effect: every seat is free. Registry, staking and vault are told seat by seat; they call nobody.
        Ruling ruling = _finalRuling(hearing);
        address appellant = hearing.appellant;
        uint256 appealFee = appellant == address(0) ? 0 : _appealSeats() * _seatFee;
        bool isSpent = _appealRuling(hearing) == Ruling.NONE;
        _held -= openedCase.fee + appealFee;
        uint256 clientFee = openedCase.fee - _settle(market, caseId, hearing.panel, ruling, hearing.isConceded);
        appealFee -= _settle(market, caseId, hearing.appealPanel, ruling, false);
        hearing.isFinished = true;
        delete hearing.caseMark;
        delete hearing.panel;
        delete hearing.appealPanel;
        delete hearing.appellant;
        emit CaseFinished(market, caseId, ruling, clientFee, isSpent ? 0 : appealFee, isSpent ? appealFee : 0);

        // Interaction: what no seat earned goes back to who paid it; of an appeal that decided nothing, to nobody.
        _payFee(openedCase.client, clientFee);
        _payFee(isSpent ? DEAD : appellant, appealFee);
    }

    /// @inheritdoc IAdjudicator
    function rulingOf(address market, bytes32 caseId) external view returns (Ruling ruling) {
        Hearing storage hearing = _hearings[market][caseId];
        return _stageOf(hearing) < Stage.DECIDED ? Ruling.NONE : _finalRuling(hearing);
    }

    /// @dev Gives a part of a fee to an account.
    function _payFee(address account, uint256 amount) private {
        if (amount != 0) _pay(account, _feeToken, amount);
    }

    /// @dev Reverts unless a case is one that the seats of this court serve, and whose market waits for them.
    function _requireServed(Case calldata openedCase) private view {
        uint256 panelFee = uint256(_panelSeats) * _seatFee;
        uint40 neededUntil = _neededUntil();
        require(openedCase.client != address(0), SlashingCourt_NoClient(openedCase.caseId));
        require(openedCase.token == _feeToken, SlashingCourt_TokenMismatch(openedCase.token, _feeToken));
        require(openedCase.fee == panelFee, SlashingCourt_FeeMismatch(openedCase.fee, panelFee));
        require(
            openedCase.runLimitSeconds <= _longestRunSeconds,
            SlashingCourt_RunTooLong(openedCase.runLimitSeconds, _longestRunSeconds)
        );
        require(
            openedCase.rulingUntil >= neededUntil,
            SlashingCourt_RulingTooLate(openedCase.rulingUntil, neededUntil)
        );
    }

    /// @dev The hash that draws a panel, of a block that the caller could not choose.
    function _seed(uint40 fromBlock) private view returns (bytes32 hash) {
        uint256 seedBlock = uint256(fromBlock) + _drawBlocks;
        // Asked for a block to come, a history contract may revert with a text, which the library takes for a hash.
        if (seedBlock < block.number) hash = Blockhash.blockHash(seedBlock);
        require(hash != 0, SlashingCourt_NoSeed(seedBlock, block.number));
    }

    /// @dev Reverts unless this is the case that was opened.
    function _requireCase(
        address market,
        bytes32 caseId,
        Hearing storage hearing,
        Case calldata openedCase
    ) private view {
        bytes20 mark = _markOf(openedCase);
        require(mark == hearing.caseMark, SlashingCourt_CaseMismatch(market, caseId, mark, hearing.caseMark));
    }

    /// @dev What is stored of a case: it shares its word with the panel.
    function _markOf(Case calldata openedCase) private pure returns (bytes20) {
        return bytes20(keccak256(abi.encode(openedCase)));
    }
}
