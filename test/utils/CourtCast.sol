// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {CourtRules} from "../../contracts/types/Court.sol";
import {Deployed} from "./Deployed.sol";

/// @title CourtCast
/// @notice The court of the tests, whoever its market is: its rules, and its twelve jurors by number.
abstract contract CourtCast is Deployed {
    uint256 internal constant JURORS = 12;
    uint256 internal constant PANEL = 3;
    uint256 internal constant APPEAL_PANEL = 7;
    uint96 internal constant SEAT_FEE = 3e18;
    uint96 internal constant UNIT = 5e18;
    uint128 internal constant SEAT_COLLATERAL = 80e18;
    uint32 internal constant LONGEST_RUN = 600;
    uint8 internal constant DRAW_BLOCKS = 4;
    uint32 internal constant DRAW_SECONDS = 300;
    uint32 internal constant COMMIT_SECONDS = 1_800;
    uint32 internal constant REVEAL_SECONDS = 900;
    uint32 internal constant APPEAL_SECONDS = 3_600;
    uint32 internal constant APPLY_SECONDS = 1_200;
    uint32 internal constant CASE_SECONDS = 2 * (DRAW_SECONDS + COMMIT_SECONDS + REVEAL_SECONDS) + APPEAL_SECONDS;
    uint256 internal constant PANEL_FEE = PANEL * SEAT_FEE;
    uint256 internal constant APPEAL_FEE = APPEAL_PANEL * SEAT_FEE;
    bytes32 internal constant SALT = "salt";
    address internal constant DEAD = 0x000000000000000000000000000000000000dEaD;

    ISlashingCourt internal court;

    function goodRules() internal view returns (CourtRules memory) {
        return
            CourtRules({
                machineClass: "any",
                feeToken: address(payToken),
                seatFee: SEAT_FEE,
                penaltyUnit: UNIT,
                longestRunSeconds: LONGEST_RUN,
                panelSeats: uint8(PANEL),
                drawBlocks: DRAW_BLOCKS,
                drawSeconds: DRAW_SECONDS,
                commitSeconds: COMMIT_SECONDS,
                revealSeconds: REVEAL_SECONDS,
                appealSeconds: APPEAL_SECONDS,
                applySeconds: APPLY_SECONDS
            });
    }

    function deployCourt(CourtRules memory rules) internal returns (ISlashingCourt) {
        return ISlashingCourt(deploy("SlashingCourt", abi.encode(staking, vault, rules)));
    }

    function jurorAt(uint256 i) internal pure returns (address) {
        return address(uint160(0x70000 + i));
    }

    function payoutAt(uint256 i) internal pure returns (address) {
        return address(uint160(0x72000 + i));
    }
}
