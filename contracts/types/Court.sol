// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Where a case stands with {SlashingCourt}. It follows from what was done and from the time; only the last is
/// written down.
/// @custom:value0 NONE There is no such case.
/// @custom:value1 DRAWING The panel waits for its seed and for somebody to draw it.
/// @custom:value2 COMMITTING The jurors of the panel compute and commit.
/// @custom:value3 REVEALING They reveal.
/// @custom:value4 APPEALABLE There is a ruling, and either party may appeal.
/// @custom:value5 APPEAL_DRAWING As DRAWING, for the panel of the appeal.
/// @custom:value6 APPEAL_COMMITTING As COMMITTING, for the panel of the appeal.
/// @custom:value7 APPEAL_REVEALING As REVEALING, for the panel of the appeal.
/// @custom:value8 DECIDED Nothing can change the ruling any more, if there is one; seats and fees wait for {finish}.
/// @custom:value9 FINISHED Every seat is free and every fee has gone where it belongs.
enum Stage {
    NONE,
    DRAWING,
    COMMITTING,
    REVEALING,
    APPEALABLE,
    APPEAL_DRAWING,
    APPEAL_COMMITTING,
    APPEAL_REVEALING,
    DECIDED,
    FINISHED
}

/// @notice What a juror's seat is charged for.
/// @custom:value0 NONE Nothing.
/// @custom:value1 INCOHERENT It voted against the final ruling: one unit.
/// @custom:value2 SILENT It was drawn and did not commit: two units.
/// @custom:value3 UNREVEALED It committed and did not reveal: four units.
enum Fault {
    NONE,
    INCOHERENT,
    SILENT,
    UNREVEALED
}

/// @notice What a court is: fixed at its construction, and agreed to by both sides of an order that names it. A seat
/// serves what its court serves, on the market that it names.
/// @param machineClass What a juror's machine must be able to run, as the digest of a description or a GPU's name.
/// @param feeToken The payment token that fees come in.
/// @param seatFee Base units of it that a seat earns by a coherent vote.
/// @param penaltyUnit Base units of the stake token. A seat locks sixteen of them.
/// @param longestRunSeconds The longest run limit of a job that the court takes.
/// @param panelSeats Seats of a first panel: one or three. An appeal has twice as many and one.
/// @param drawBlocks Blocks from the opening (or the appeal) to the one whose hash is the seed.
/// @param drawSeconds How long a panel may be drawn.
/// @param commitSeconds How long its jurors may commit after that; longer than the longest run.
/// @param revealSeconds How long they may reveal after that.
/// @param appealSeconds How long either party may appeal after that.
/// @param applySeconds What must be left of the market's time after the last stage, to apply the ruling.
struct CourtRules {
    bytes32 machineClass;
    address feeToken;
    uint96 seatFee;
    uint96 penaltyUnit;
    uint32 longestRunSeconds;
    uint8 panelSeats;
    uint8 drawBlocks;
    uint32 drawSeconds;
    uint32 commitSeconds;
    uint32 revealSeconds;
    uint32 appealSeconds;
    uint32 applySeconds;
}

/// @notice A juror's place on a market's list.
/// @param juror The provider's id; zero for a place that is free.
/// @param takenAt Unix time in seconds at which it was taken.
/// @param leftAt Unix time in seconds at which its owner left it; zero while it is held.
/// @param units Penalty units that are still locked.
/// @param unitsAtRisk Of these, what open cases may charge.
struct Seat {
    // slot 0: 256 of 256 bits
    address juror;
    uint40 takenAt;
    uint40 leftAt;
    uint8 units;
    uint8 unitsAtRisk;
}

/// @notice What {SlashingCourt} stores of a case, beside its votes.
/// @param openedAt Unix time in seconds at which the market opened it. Every deadline follows from it.
/// @param openedBlock The block of that.
/// @param seatCount Length of the market's list at that time: only these seats are ever drawn.
/// @param heldSeats How many places of the list were not free at that time.
/// @param appealedBlock The block of the appeal; zero if there is none.
/// @param rightVotes Revealed votes of the panel for the provider.
/// @param wrongVotes Revealed votes of the panel against it.
/// @param appealRightVotes Revealed votes of the appeal's panel for the provider.
/// @param appealWrongVotes Revealed votes of the appeal's panel against it.
/// @param isConceded The client withdrew its dispute while votes could be committed.
/// @param isFinished Seats and fees are settled.
/// @param caseMark The first 160 bits of the hash of the {Case}, which travels in calldata and in the opening event.
/// @param panel The seats that were drawn, packed by {PanelLib}; zero until then.
/// @param appealPanel Those of the appeal.
/// @param appellant Who paid for the appeal.
struct Hearing {
    // slot 0: 232 of 256 bits
    uint40 openedAt;
    uint40 openedBlock;
    uint32 seatCount;
    uint32 heldSeats;
    uint40 appealedBlock;
    uint8 rightVotes;
    uint8 wrongVotes;
    uint8 appealRightVotes;
    uint8 appealWrongVotes;
    bool isConceded;
    bool isFinished;
    // slot 1: 256 of 256 bits
    bytes20 caseMark;
    uint96 panel;
    // slot 2: 224 of 256 bits
    uint224 appealPanel;
    // slot 3: 160 of 256 bits
    address appellant;
}
