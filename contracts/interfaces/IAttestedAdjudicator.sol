// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Attestation, CaseState, Docket} from "../types/Attestation.sol";
import {Case, Ruling} from "../types/Case.sol";
import {IAdjudicator} from "./IAdjudicator.sol";
import {IVaultHolder} from "./IVaultHolder.sol";

/// @title IAttestedAdjudicator
/// @notice An adjudicator of n named signers, k of whom decide: a TEE attestation service, or arbiters that both sides
/// trust. The signers are fixed for ever, and have power only over orders whose two sides named this contract. With a
/// threshold of half of them or less, two groups could sign both answers, and the first to be submitted counts.
interface IAttestedAdjudicator is IAdjudicator, IVaultHolder {
    /// @notice Emitted when a market hands over a case.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param openedCase What there is to judge.
    event CaseOpened(address indexed market, bytes32 indexed caseId, Case openedCase);

    /// @notice Emitted when enough signers agree. The fee is theirs, in equal parts.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param ruling The answer.
    /// @param signers Who signed, in ascending order.
    event CaseRuled(address indexed market, bytes32 indexed caseId, Ruling ruling, address[] signers);

    /// @notice Emitted when a market says that the client conceded: no ruling has any effect there any more. The case
    /// stays open for those who have worked on it: until the ruling deadline they may rule and have the fee.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    event CaseConceded(address indexed market, bytes32 indexed caseId);

    /// @notice Emitted when a case ends without a ruling. The fee is the client's again.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param client Whose claim rose by the fee.
    /// @param fee Base units of the case's token.
    event CaseClosed(address indexed market, bytes32 indexed caseId, address indexed client, uint256 fee);

    /// @notice The signers must be at least one and at most `maximum`, the threshold from one to their number.
    error AttestedAdjudicator_ThresholdInvalid(uint256 threshold, uint256 signers, uint256 maximum);

    /// @notice Signers must stand in ascending order, each once, without the zero address.
    error AttestedAdjudicator_SignersUnordered(address previous, address signer);

    /// @notice The case is in another state than the call needs.
    /// @param market Who opened the case.
    /// @param caseId Its id at the market; one that the market never opened is in state NONE.
    /// @param current The case's state.
    /// @param allowed The states that the call needs, as a bitmap: bit n stands for the state of value n.
    error AttestedAdjudicator_UnexpectedState(address market, bytes32 caseId, CaseState current, uint256 allowed);

    /// @notice The fee did not come, or is more than a docket can hold.
    error AttestedAdjudicator_FeeMissing(address market, bytes32 caseId, uint256 fee, uint256 received);

    /// @notice The time for a ruling is over.
    error AttestedAdjudicator_TooLate(address market, bytes32 caseId, uint40 nowAt, uint40 rulingUntil);

    /// @notice The time for a ruling is not over.
    error AttestedAdjudicator_TooEarly(address market, bytes32 caseId, uint40 nowAt, uint40 rulingUntil);

    /// @notice A ruling needs exactly as many attestations as the threshold says.
    error AttestedAdjudicator_AttestationsMismatch(uint256 attestations, uint256 threshold);

    /// @notice The account is not among the named signers.
    error AttestedAdjudicator_NotSigner(address account);

    /// @notice The signer did not sign this ruling.
    error AttestedAdjudicator_SignatureInvalid(address signer);

    /// @notice Rules on a case, also on one that the client has conceded. The fee goes to those who signed, in equal
    /// parts, what rounding leaves to the first.
    /// @dev Callable by anyone. Emits {CaseRuled}. Requirements: OPEN; up to the ruling deadline, its second included;
    /// attestations of different signers, in ascending order of their addresses, as many as the threshold says, each
    /// an EIP-712 signature over `Ruling(address market,bytes32 caseId,bool providerRight)` or, where its key did not
    /// sign, a contract's consent by ERC-1271.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param providerRight The answer.
    /// @param attestations Who says so.
    function rule(address market, bytes32 caseId, bool providerRight, Attestation[] calldata attestations) external;

    /// @notice Gives the client its fee back when nobody ruled in time, whether the client conceded or not.
    /// @dev Callable by anyone. Emits {CaseClosed}. Requirements: OPEN; after the ruling deadline's second.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    function returnFee(address market, bytes32 caseId) external;

    /// @notice What is stored of a case.
    function docketOf(address market, bytes32 caseId) external view returns (Docket memory);

    /// @notice Whether an account is one of the named signers.
    function isSigner(address account) external view returns (bool);

    /// @notice How many signers a ruling needs.
    function threshold() external view returns (uint256);
}
