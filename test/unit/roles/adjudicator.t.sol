// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {Attestation, CaseState} from "../../../contracts/types/Attestation.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The adjudicator's one signer is the client's key here: to be a signer gives no right to call anything.
contract AdjudicatorRolesTest is RoleTable {
    bytes32 private constant CASE = "case";

    IAttestedAdjudicator private _court;

    function setUp() public {
        setUpRoles();
        address[] memory signers = new address[](1);
        signers[0] = client;
        _court = IAttestedAdjudicator(deploy("AttestedAdjudicator", abi.encode(vault, signers, uint256(1))));
        Case memory opened = _case(CASE);
        vm.prank(named);
        _court.openCase(opened);
    }

    /// @dev Whoever opens a case is its market.
    function test_Anyone() public {
        Row[] memory rows = new Row[](2);
        rows[0] = open("openCase", abi.encodeCall(IAdjudicator.openCase, (_case("another case"))));
        rows[1] = open("rule", _ruleCall());
        requireRows(address(_court), rows);
        vm.warp(block.timestamp + 2 days);
        requireRow(address(_court), open("returnFee", abi.encodeCall(IAttestedAdjudicator.returnFee, (named, CASE))));
    }

    /// @dev Others are markets that have no such case.
    function test_TheCasesMarketAlone() public {
        requireRow(
            address(_court),
            Row(
                "closeCase",
                abi.encodeCall(IAdjudicator.closeCase, (CASE)),
                NAMED,
                abi.encodePacked(IAttestedAdjudicator.AttestedAdjudicator_UnexpectedState.selector),
                abi.encode(CASE, CaseState.NONE, 2 ** uint256(CaseState.OPEN))
            )
        );
    }

    function _case(bytes32 caseId) private view returns (Case memory opened) {
        opened.caseId = caseId;
        opened.client = client;
        opened.token = address(payToken);
        opened.rulingUntil = uint40(block.timestamp) + 1 days;
    }

    function _ruleCall() private view returns (bytes memory) {
        bytes32 digest = TypedData.rulingDigest(address(_court), block.chainid, named, CASE, true);
        Attestation[] memory attestations = new Attestation[](1);
        attestations[0] = Attestation(client, signDigest(CLIENT_KEY, digest));
        return abi.encodeCall(IAttestedAdjudicator.rule, (named, CASE, true, attestations));
    }
}
