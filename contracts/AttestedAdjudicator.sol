// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {VaultHolder} from "./abstracts/VaultHolder.sol";
import {IAdjudicator} from "./interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "./interfaces/IAttestedAdjudicator.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";
import {SignatureLib} from "./libraries/SignatureLib.sol";
import {Attestation, CaseState, Docket} from "./types/Attestation.sol";
import {Case, Ruling} from "./types/Case.sol";

/// @title AttestedAdjudicator
/// @notice See {IAttestedAdjudicator}.
contract AttestedAdjudicator is IAttestedAdjudicator, EIP712, VaultHolder {
    uint256 private constant MAX_SIGNERS = 32;
    bytes32 private constant RULING_TYPEHASH = keccak256("Ruling(address market,bytes32 caseId,bool providerRight)");

    /// @inheritdoc IAttestedAdjudicator
    uint256 public immutable threshold;

    /// @inheritdoc IAttestedAdjudicator
    mapping(address account => bool named) public isSigner;

    mapping(address market => mapping(bytes32 caseId => Docket)) private _dockets;
    mapping(address token => uint256 amount) private _held;

    /// @param paymentVault Where fees are held.
    /// @param signers Who may sign, in ascending order.
    /// @param needed How many of them decide.
    constructor(
        IPaymentVault paymentVault,
        address[] memory signers,
        uint256 needed
    ) EIP712("Wattle AttestedAdjudicator", "1") VaultHolder(paymentVault) {
        require(
            needed != 0 && needed <= signers.length && signers.length <= MAX_SIGNERS,
            AttestedAdjudicator_ThresholdInvalid(needed, signers.length, MAX_SIGNERS)
        );
        threshold = needed;
        address previous;
        for (uint256 i; i < signers.length; ++i) {
            require(signers[i] > previous, AttestedAdjudicator_SignersUnordered(previous, signers[i]));
            previous = signers[i];
            isSigner[previous] = true;
        }
    }

    /// @inheritdoc IAdjudicator
    function openCase(Case calldata openedCase) external {
        // Check: once, in time, and the fee is there. A market that only says so finds nobody else's fee to take.
        address market = msg.sender;
        bytes32 caseId = openedCase.caseId;
        Docket storage docket = _load(market, caseId, CaseState.NONE);
        _requireInTime(market, caseId, openedCase.rulingUntil);
        address token = openedCase.token;
        uint256 received = _holding(token) - _held[token];
        require(
            openedCase.fee <= received && openedCase.fee <= type(uint96).max,
            AttestedAdjudicator_FeeMissing(market, caseId, openedCase.fee, received)
        );

        // Effect: the signers have the turn.
        _held[token] += openedCase.fee;
        docket.client = openedCase.client;
        docket.rulingUntil = openedCase.rulingUntil;
        docket.state = CaseState.OPEN;
        docket.token = token;
        docket.fee = uint96(openedCase.fee);
        emit CaseOpened(market, caseId, openedCase);
    }

    /// @inheritdoc IAttestedAdjudicator
    function rule(address market, bytes32 caseId, bool providerRight, Attestation[] calldata attestations) external {
        // Check: in time, and enough signers say so.
        Docket storage docket = _load(market, caseId, CaseState.OPEN);
        _requireInTime(market, caseId, docket.rulingUntil);
        address[] memory signers = _requireAttested(
            _hashTypedDataV4(keccak256(abi.encode(RULING_TYPEHASH, market, caseId, providerRight))),
            attestations
        );

        // Effect: the answer is there for the market to read.
        docket.state = CaseState.RULED;
        docket.ruling = providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        _held[docket.token] -= docket.fee;
        emit CaseRuled(market, caseId, docket.ruling, signers);

        // Interaction: the fee is for the work, whatever the answer.
        uint256 share = docket.fee / signers.length;
        uint256 rest = docket.fee % signers.length;
        for (uint256 i; i < signers.length; ++i) {
            _pay(signers[i], docket.token, i == 0 ? share + rest : share);
        }
    }

    /// @inheritdoc IAdjudicator
    function closeCase(bytes32 caseId) external {
        // No fee moves yet: a client who sees a ruling come could otherwise take it from those who worked.
        _load(msg.sender, caseId, CaseState.OPEN);
        emit CaseConceded(msg.sender, caseId);
    }

    /// @inheritdoc IAttestedAdjudicator
    function returnFee(address market, bytes32 caseId) external {
        // Check: nobody ruled in time.
        Docket storage docket = _load(market, caseId, CaseState.OPEN);
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt > docket.rulingUntil, AttestedAdjudicator_TooEarly(market, caseId, nowAt, docket.rulingUntil));

        // Effect, then interaction: the fee is the client's again.
        docket.state = CaseState.CLOSED;
        _held[docket.token] -= docket.fee;
        emit CaseClosed(market, caseId, docket.client, docket.fee);
        _pay(docket.client, docket.token, docket.fee);
    }

    /// @inheritdoc IAttestedAdjudicator
    function docketOf(address market, bytes32 caseId) external view returns (Docket memory) {
        return _dockets[market][caseId];
    }

    /// @inheritdoc IAdjudicator
    function rulingOf(address market, bytes32 caseId) external view returns (Ruling ruling) {
        return _dockets[market][caseId].ruling;
    }

    /// @dev The only gate: finds a case, and reverts unless it is in the state that the call needs.
    function _load(address market, bytes32 caseId, CaseState needed) private view returns (Docket storage docket) {
        docket = _dockets[market][caseId];
        require(
            docket.state == needed,
            AttestedAdjudicator_UnexpectedState(market, caseId, docket.state, 1 << uint8(needed))
        );
    }

    /// @dev Reverts once the time for a ruling is over. Its last second belongs to it.
    function _requireInTime(address market, bytes32 caseId, uint40 rulingUntil) private view {
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt <= rulingUntil, AttestedAdjudicator_TooLate(market, caseId, nowAt, rulingUntil));
    }

    /// @dev Reverts unless as many different signers as needed signed. Ascending order makes them different.
    function _requireAttested(
        bytes32 digest,
        Attestation[] calldata attestations
    ) private view returns (address[] memory signers) {
        require(
            attestations.length == threshold,
            AttestedAdjudicator_AttestationsMismatch(attestations.length, threshold)
        );
        signers = new address[](attestations.length);
        address previous;
        for (uint256 i; i < attestations.length; ++i) {
            address signer = attestations[i].signer;
            require(signer > previous, AttestedAdjudicator_SignersUnordered(previous, signer));
            require(isSigner[signer], AttestedAdjudicator_NotSigner(signer));
            require(
                SignatureLib.hasSigned(signer, digest, attestations[i].signature),
                AttestedAdjudicator_SignatureInvalid(signer)
            );
            signers[i] = signer;
            previous = signer;
        }
    }
}
