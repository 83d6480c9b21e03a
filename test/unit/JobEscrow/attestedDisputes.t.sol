// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {Attestation, CaseState, Docket} from "../../../contracts/types/Attestation.sol";
import {Ruling} from "../../../contracts/types/Case.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Market and adjudicator as they ship, together: what becomes of the fee on every way out.
contract JobEscrowAttestedDisputesTest is DisputeFixture {
    uint256 private constant SIGNER_KEY = 0x9907;

    IAttestedAdjudicator private _court;
    address private _signer = vm.addr(SIGNER_KEY);

    function setUp() public {
        deployAll();
        address[] memory signers = new address[](1);
        signers[0] = _signer;
        adjudicator = deploy("AttestedAdjudicator", abi.encode(vault, signers, uint256(1)));
        _court = IAttestedAdjudicator(adjudicator);
        setUpProvider();
        setUpClient();
    }

    function testFuzz_When_TheSignersRule(uint256 seed, bool right) public {
        JobTerms memory terms = anyDisputedJob(seed, true);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.adjudicatorClaim -= terms.disputeFee;
        expectEnd(expected, terms);
        if (right) expected.payoutClaim += priceOf(terms);
        else expected.clientClaim += priceOf(terms);
        if (!right) expectSlash(expected, terms.collateral);

        _rule(terms, right);
        escrow.applyRuling(terms);
        requireStep(terms, right ? JobState.COMPLETED : JobState.REFUNDED, keccak256("result"));
        requireLedger(terms, expected);
        assertEq(claimOf(_signer), terms.disputeFee, "the signer's fee");
    }

    /// @dev The bound on gas is enough for the shipped adjudicator, which tells its signers with the same call. The
    /// provider is paid; the fee waits for the signers until the deadline, and is the client's after it.
    function testFuzz_When_TheClientConcedes(uint256 seed) public {
        JobTerms memory terms = anyDisputedJob(seed, true);
        uint256 lastAt = rulingUntil(terms);
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expectEnd(expected, terms);
        expectEvent(adjudicator);
        emit IAttestedAdjudicator.CaseConceded(address(escrow), idOfJob(terms));
        vm.prank(client);
        escrow.concede(terms);
        requireStep(terms, JobState.COMPLETED, keccak256("result"));
        requireLedger(terms, expected);
        assertTrue(_docketOf(terms).state == CaseState.OPEN, "the case stays open");

        vm.warp(lastAt + 1);
        _court.returnFee(address(escrow), idOfJob(terms));
        expected.adjudicatorClaim -= terms.disputeFee;
        expected.clientClaim += terms.disputeFee;
        requireLedger(terms, expected);
    }

    /// @dev The client sees the ruling on its way and concedes just before it: the signers are paid all the same, and
    /// their answer changes nothing any more.
    function testFuzz_When_TheClientConcedesJustBeforeTheRuling(uint256 seed, bool right) public {
        JobTerms memory terms = anyDisputedJob(seed, true);
        pass(pick(seed, "wait", 0, terms.rulingSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expected.adjudicatorClaim -= terms.disputeFee;
        expectEnd(expected, terms);
        vm.prank(client);
        escrow.concede(terms);
        _rule(terms, right);
        requireLedger(terms, expected);
        assertEq(claimOf(_signer), terms.disputeFee, "the signer's fee");

        (bool succeeded, ) = address(escrow).call(abi.encodeCall(escrow.applyRuling, (terms)));
        assertFalse(succeeded, "the job has ended");
        requireLedger(terms, expected);
    }

    /// @dev The signers ruled, nobody applied it, and the client concedes: the fee is spent.
    function test_When_TheClientConcedesAfterTheRuling() public {
        JobTerms memory terms = disputedJob(true);
        _rule(terms, false);
        vm.prank(client);
        escrow.concede(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        assertTrue(_docketOf(terms).ruling == Ruling.PROVIDER_WRONG, "the ruling stays");
        assertEq(claimOf(_signer), terms.disputeFee, "the signer's fee");
    }

    /// @dev The deadlines of market and case are the same second.
    function testFuzz_When_NobodyRules(uint256 seed) public {
        JobTerms memory terms = anyDisputedJob(seed, true);
        assertEq(_docketOf(terms).rulingUntil, rulingUntil(terms), "one deadline");
        vm.warp(rulingUntil(terms) + 1);
        uint256 had = claimOf(client);
        _court.returnFee(address(escrow), idOfJob(terms));
        assertEq(claimOf(client) - had, terms.disputeFee, "the fee is back");
        escrow.noRuling(terms);
        assertTrue(stateOf(terms) == JobState.SPLIT, "split");
        assertEq(claimOf(adjudicator), 0, "nothing is left");
    }

    /// @dev Without an open case nobody can rule, and nothing can be applied.
    function test_RevertWhen_NoCaseIsOpen() public {
        JobTerms memory terms = disputedJob(false);
        (bool succeeded, ) = address(_court).call(_ruleCall(terms, true));
        assertFalse(succeeded, "a ruling without a case");
        (succeeded, ) = address(escrow).call(abi.encodeCall(escrow.applyRuling, (terms)));
        assertFalse(succeeded, "a ruling that is none");
    }

    function _rule(JobTerms memory terms, bool right) private {
        (bool succeeded, ) = address(_court).call(_ruleCall(terms, right));
        assertTrue(succeeded, "the ruling");
    }

    function _ruleCall(JobTerms memory terms, bool right) private view returns (bytes memory) {
        bytes32 digest = TypedData.rulingDigest(address(_court), block.chainid, address(escrow), idOfJob(terms), right);
        Attestation[] memory attestations = new Attestation[](1);
        attestations[0] = Attestation(_signer, signDigest(SIGNER_KEY, digest));
        return abi.encodeCall(IAttestedAdjudicator.rule, (address(escrow), idOfJob(terms), right, attestations));
    }

    function _docketOf(JobTerms memory terms) private view returns (Docket memory) {
        return _court.docketOf(address(escrow), idOfJob(terms));
    }
}
