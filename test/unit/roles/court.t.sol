// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {ICourtSeats} from "../../../contracts/interfaces/ICourtSeats.sol";
import {ICourtVotes} from "../../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {CourtRules, Stage} from "../../../contracts/types/Court.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The provider of the table is a juror in the first rows and a party in the appeal's. The named account is the
/// market of the case, and every actor is a market that has a seat on its list.
contract CourtRolesTest is RoleTable {
    bytes32 private constant CASE = "case";
    bytes32 private constant SALT = "salt";
    uint96 private constant FEE = 1e18;
    uint128 private constant SEAT = 16e18;
    uint32 private constant STAGE_SECONDS = 1_000;

    ISlashingCourt private _court;
    address private _other = address(uint160(0x9a9b7));
    address private _venue = address(uint160(0x9a9b8));

    function setUp() public {
        setUpRoles();
        _court = ISlashingCourt(deploy("SlashingCourt", abi.encode(staking, vault, _rules())));
        vm.prank(owner);
        staking.authorize(provider, address(_court), 10 * SEAT, SEAT);
        _addOther();
        vm.etch(_venue, hex"00");
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) {
            vm.etch(actors[i], hex"00");
            if (actors[i] != named) _takeSeat(_other, _other, actors[i]);
            vm.prank(actors[i]);
            vault.approve(address(_court), idOf(payToken), type(uint256).max);
        }
        _takeSeat(owner, provider, named);
        for (uint256 i; i < 4; ++i) _takeSeat(_other, _other, _venue);
        vm.warp(block.timestamp + 1);
        fund(address(_court), 10 * FEE);
    }

    function test_TheOwnersSeats() public {
        Row[] memory rows = new Row[](2);
        bytes memory head = abi.encodeWithSelector(ICourtSeats.CourtSeats_NotOwner.selector, provider);
        rows[0] = Row("takeSeat", abi.encodeCall(ICourtSeats.takeSeat, (named, provider)), OWNER, head, "");
        rows[1] = Row("leaveSeat", abi.encodeCall(ICourtSeats.leaveSeat, (named, 0)), OWNER, head, "");
        requireRows(address(_court), rows);
    }

    function test_ClosingASeatThatIsDue() public {
        vm.prank(owner);
        _court.leaveSeat(named, 0);
        vm.warp(block.timestamp + _court.exitSeconds());
        requireRow(address(_court), open("closeSeat", abi.encodeCall(ICourtSeats.closeSeat, (named, 0))));
    }

    function test_Multicall() public {
        requireRow(address(_court), open("multicall", abi.encodeCall(IMulticall.multicall, (new bytes[](0)))));
    }

    /// @dev Whoever opens a case is its market.
    function test_Opening() public {
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (_case(_other)));
        requireRow(address(_court), open("openCase", input));
    }

    function test_DrawingAndFinishing() public {
        Case memory opened = _opened(named, _other);
        requireRow(address(_court), open("draw", abi.encodeCall(ISlashingCourt.draw, (named, opened))));
        vm.warp(_court.deadlinesOf(named, CASE)[0] + 1);
        requireRow(address(_court), open("finish", abi.encodeCall(ISlashingCourt.finish, (named, opened))));
    }

    function test_TheJurorsVote() public {
        _court.draw(named, _opened(named, _other));
        bytes32 commitment = _court.commitmentOf(named, CASE, 0, true, SALT);
        requireRow(
            address(_court),
            Row(
                "commit",
                abi.encodeCall(ICourtVotes.commit, (named, CASE, 0, commitment)),
                OWNER | OPERATOR,
                abi.encodeWithSelector(ICourtVotes.CourtVotes_NotJuror.selector, provider),
                ""
            )
        );
        vm.prank(operator);
        _court.commit(named, CASE, 0, commitment);
        vm.warp(_court.deadlinesOf(named, CASE)[1] + 1);
        requireRow(address(_court), open("reveal", abi.encodeCall(ICourtVotes.reveal, (named, CASE, 0, true, SALT))));
    }

    function test_ThePartiesAppeal() public {
        Case memory opened = _opened(_venue, provider);
        _court.draw(_venue, opened);
        uint256 seat = _court.panelOf(_venue, CASE, false)[0];
        bytes32 commitment = _court.commitmentOf(_venue, CASE, seat, true, SALT);
        vm.prank(_other);
        _court.commit(_venue, CASE, 0, commitment);
        vm.warp(_court.deadlinesOf(_venue, CASE)[1] + 1);
        _court.reveal(_venue, CASE, 0, true, SALT);
        vm.warp(_court.deadlinesOf(_venue, CASE)[2] + 1);
        requireRow(
            address(_court),
            Row(
                "appeal",
                abi.encodeCall(ISlashingCourt.appeal, (_venue, opened)),
                OWNER | OPERATOR | CLIENT,
                abi.encodeWithSelector(ISlashingCourt.SlashingCourt_NotParty.selector, _venue, CASE),
                ""
            )
        );
    }

    /// @dev Others are markets that have no such case.
    function testFuzz_TheCasesMarketAlone(bool drawn) public {
        Case memory opened = _opened(named, _other);
        if (drawn) _court.draw(named, opened);
        requireRow(
            address(_court),
            Row(
                "closeCase",
                abi.encodeCall(IAdjudicator.closeCase, (CASE)),
                NAMED,
                abi.encodePacked(ICourtVotes.CourtVotes_UnexpectedStage.selector),
                abi.encode(CASE, Stage.NONE, (2 ** uint256(Stage.DRAWING)) | (2 ** uint256(Stage.COMMITTING)))
            )
        );
    }

    /// @dev A case whose panel can be drawn.
    function _opened(address market, address ofProvider) private returns (Case memory opened) {
        opened = _case(ofProvider);
        vm.prank(market);
        _court.openCase(opened);
        vm.roll(block.number + 2);
    }

    function _case(address ofProvider) private view returns (Case memory opened) {
        opened.caseId = CASE;
        opened.provider = ofProvider;
        opened.client = client;
        opened.token = address(payToken);
        opened.fee = FEE;
        opened.rulingUntil = uint40(block.timestamp) + 8 * STAGE_SECONDS;
        opened.runLimitSeconds = 1;
    }

    function _takeSeat(address by, address juror, address market) private {
        vm.prank(by);
        _court.takeSeat(market, juror);
    }

    /// @dev A juror of an owner that is none of the table's, with stake for many seats.
    function _addOther() private {
        stakeToken.mint(address(this), 10 * SEAT);
        stakeToken.approve(address(staking), 10 * SEAT);
        vm.prank(_other);
        registry.register(Profile({payout: _other, encryptionKey: "key", endpoint: ""}));
        staking.deposit(_other, 10 * SEAT);
        vm.prank(_other);
        staking.authorize(_other, address(_court), 10 * SEAT, SEAT);
    }

    function _rules() private view returns (CourtRules memory) {
        return
            CourtRules({
                machineClass: "any",
                feeToken: address(payToken),
                seatFee: FEE,
                penaltyUnit: 1e18,
                longestRunSeconds: STAGE_SECONDS - 1,
                panelSeats: 1,
                drawBlocks: 1,
                drawSeconds: STAGE_SECONDS,
                commitSeconds: STAGE_SECONDS,
                revealSeconds: STAGE_SECONDS,
                appealSeconds: STAGE_SECONDS,
                applySeconds: STAGE_SECONDS
            });
    }
}
