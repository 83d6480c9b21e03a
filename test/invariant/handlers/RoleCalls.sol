// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Attestation} from "../../../contracts/types/Attestation.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {LeaseOffer, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {Offer, Request} from "../../../contracts/types/Order.sol";
import {MachineClaim, Profile} from "../../../contracts/types/Provider.sol";
import {Redemption, SessionTerms} from "../../../contracts/types/Session.sol";
import {GhostLeaseOffer} from "../stores/LeaseBook.sol";
import {GhostSession} from "../stores/SessionBook.sol";
import {RequestSteps} from "./RequestSteps.sol";

/// @title RoleCalls
/// @notice Every function that changes anything, with arguments from the present state.
abstract contract RoleCalls is RequestSteps {
    function _callOf(address caller, uint256 seed) internal view returns (address target, bytes memory data) {
        uint256 kind = _random(seed, "contract") % 7;
        if (kind == 0) return (address(registry), _registryCall(caller, seed));
        if (kind == 1) return (address(staking), _stakingCall(caller, seed));
        if (kind == 2) return (address(vault), _vaultCall(caller, seed));
        if (kind == 3) return (address(escrow), _marketCall(caller, seed));
        if (kind == 4) return (address(leases), _leaseCall(seed));
        if (kind == 5) return (address(sessions), _sessionCall(caller, seed));
        return (address(attested), _adjudicatorCall(caller, seed));
    }

    function _registryCall(address caller, uint256 seed) private view returns (bytes memory) {
        address id = _provider(seed);
        Profile memory profile = Profile(caller, keccak256("key"), "");
        uint256 kind = _random(seed, "call") % 9;
        if (kind == 0) return abi.encodeCall(IProviderRegistry.register, (profile));
        if (kind == 1) return abi.encodeCall(IProviderRegistry.updateProfile, (id, profile));
        if (kind == 2) return abi.encodeCall(IProviderRegistry.offerOwnership, (id, caller));
        if (kind == 3) return abi.encodeCall(IProviderRegistry.acceptOwnership, (id));
        if (kind == 4) return abi.encodeCall(IProviderRegistry.setOperator, (id, caller, true));
        if (kind == 5) return abi.encodeCall(IProviderRegistry.setOperatorBound, (id, payToken, address(0), 1));
        if (kind == 6) return abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (id));
        if (kind == 7) return abi.encodeCall(IProviderRegistry.retireMachine, (id, world.machineOf(id)));
        return abi.encodeCall(IProviderRegistry.addMachine, (id, MachineClaim("gpu", 9, 9, "de", keccak256("r"))));
    }

    function _stakingCall(address caller, uint256 seed) private view returns (bytes memory) {
        address id = _random(seed, "own") % 4 == 0 ? caller : _provider(seed);
        uint128 amount = uint128(_random(seed, "amount") % 3);
        uint256 kind = _random(seed, "call") % 11;
        (bytes32 r, bytes32 s) = (bytes32(seed), bytes32(seed));
        if (kind == 0) return abi.encodeCall(IProviderStaking.deposit, (id, amount));
        if (kind == 1)
            return abi.encodeCall(IProviderStaking.depositWithPermit, (id, amount, block.timestamp, 27, r, s));
        if (kind == 2) return abi.encodeCall(IProviderStaking.authorize, (id, caller, amount, amount));
        if (kind == 3) return abi.encodeCall(IProviderStaking.startThaw, (id, amount));
        if (kind == 4) return abi.encodeCall(IProviderStaking.cancelThaw, (id));
        if (kind == 5) return abi.encodeCall(IProviderStaking.withdraw, (id, caller));
        if (kind == 6) return abi.encodeCall(IProviderStaking.lock, (id, amount));
        if (kind == 7) return abi.encodeCall(IProviderStaking.release, (id, amount));
        if (kind == 8) return abi.encodeCall(IProviderStaking.withdrawClaim, (caller));
        if (kind == 9) return abi.encodeCall(IProviderStaking.burn, ());
        return abi.encodeCall(IProviderStaking.slash, (id, amount, new address[](1), new uint128[](1)));
    }

    function _vaultCall(address caller, uint256 seed) private view returns (bytes memory) {
        address victim = _pick(world.accounts(), _random(seed, "victim"));
        IERC20 token = IERC20(_token(_random(seed, "token")));
        uint256 id = _idOf(address(token));
        uint256 amount = _random(seed, "amount") % 3;
        uint256 kind = _random(seed, "call") % 10;
        (bytes32 r, bytes32 s) = (bytes32(seed), bytes32(seed));
        if (kind == 0) return abi.encodeCall(IPaymentVault.deposit, (token, amount, victim));
        if (kind == 1) return abi.encodeCall(IPaymentVault.depositWithPermit, (token, amount, caller, 0, 27, r, s));
        if (kind == 2) return abi.encodeCall(IPaymentVault.withdraw, (token, amount, caller));
        if (kind == 3) return abi.encodeCall(IPaymentVault.withdrawFor, (token, amount, victim));
        if (kind == 4) return abi.encodeCall(IPaymentVault.setWithdrawer, (victim, true));
        if (kind == 5) return abi.encodeCall(IERC6909.transfer, (victim, id, amount));
        if (kind == 6) return abi.encodeCall(IERC6909.transferFrom, (victim, caller, id, amount));
        if (kind == 7) return abi.encodeCall(IERC6909.approve, (victim, id, amount));
        if (kind == 8) return abi.encodeCall(IERC6909.setOperator, (victim, true));
        return abi.encodeCall(IPaymentVault.approveBySignature, (victim, caller, id, 1, type(uint256).max, ""));
    }

    function _marketCall(address caller, uint256 seed) private view returns (bytes memory) {
        uint256 kind = _random(seed, "call") % 21;
        if (kind < 14) return _jobCall(kind, seed);
        Request memory request;
        if (store.requestCount() != 0) request = store.requestOf(_random(seed, "order") % store.requestCount()).request;
        if (kind == 14) return abi.encodeCall(IJobEscrow.takeRequest, (request, "", caller, 0));
        if (kind == 15) return abi.encodeCall(IRequestBook.raiseRequestEpoch, ());
        if (kind == 16 || kind == 17) {
            if (_random(seed, "own") % 2 == 0) (request.client, request.epoch) = (caller, 0);
            if (kind == 17) return abi.encodeCall(IRequestBook.cancelRequest, (request));
            request.expiresAt = uint40(block.timestamp);
            return abi.encodeCall(IRequestBook.publishRequest, (request, ""));
        }
        if (store.offerCount() == 0) return abi.encodeCall(IRequestBook.raiseRequestEpoch, ());
        uint256 offerId = _random(seed, "order") % store.offerCount();
        Offer memory offer = store.offerOf(offerId).offer;
        if (kind == 18) return abi.encodeCall(IJobOffers.publishOffer, (offer));
        if (kind == 19) return abi.encodeCall(IJobOffers.cancelOffer, (offer));
        bytes memory signature = store.offerOf(offerId).signature;
        return abi.encodeCall(IJobEscrow.takeOffer, (offer, signature, _takeOf(offer, seed)));
    }

    function _jobCall(uint256 kind, uint256 seed) private view returns (bytes memory) {
        JobTerms[] memory list = new JobTerms[](1);
        if (store.jobCount() != 0) list[0] = store.jobOf(_random(seed, "job") % store.jobCount()).terms;
        JobTerms memory terms = list[0];
        if (kind == 0) return abi.encodeCall(IJobEscrow.decline, (terms, ""));
        if (kind == 1) return abi.encodeCall(IJobEscrow.submit, (terms, keccak256("r"), 0));
        if (kind == 2) return abi.encodeCall(IJobEscrow.forfeit, (terms));
        if (kind == 3) return abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, ""));
        if (kind == 4) return abi.encodeCall(IJobEscrow.expire, (terms));
        if (kind == 5) return abi.encodeCall(IJobEscrow.accept, (terms));
        if (kind == 6) return abi.encodeCall(IJobEscrow.settle, (terms));
        if (kind == 7) return abi.encodeCall(IJobDisputes.dispute, (terms));
        if (kind == 8) return abi.encodeCall(IJobDisputes.openCase, (terms));
        if (kind == 9) return abi.encodeCall(IJobDisputes.concede, (terms));
        if (kind == 10) return abi.encodeCall(IJobDisputes.applyRuling, (terms));
        if (kind == 11) return abi.encodeCall(IJobDisputes.noRuling, (terms));
        if (kind == 12) return abi.encodeCall(IJobEscrow.settleMany, (list));
        return abi.encodeCall(IJobEscrow.expireMany, (list));
    }

    function _leaseCall(uint256 seed) private view returns (bytes memory) {
        uint256 kind = _random(seed, "call") % 8;
        if (kind < 3) {
            LeaseOffer memory offer;
            bytes memory signature;
            if (store.leaseOfferCount() != 0) {
                GhostLeaseOffer memory ghost = store.leaseOfferOf(_random(seed, "order") % store.leaseOfferCount());
                (offer, signature) = (ghost.offer, ghost.signature);
            }
            if (kind == 0) return abi.encodeCall(ILeaseOffers.publishOffer, (offer));
            if (kind == 1) return abi.encodeCall(ILeaseOffers.cancelOffer, (offer));
            return abi.encodeCall(ILeaseEscrow.open, (offer, signature, offer.maxLeaseSeconds, offer.minFundedSeconds));
        }
        LeaseTerms[] memory list = new LeaseTerms[](1);
        if (store.leaseCount() != 0) list[0] = store.leaseOf(_random(seed, "lease") % store.leaseCount()).terms;
        if (kind == 3) return abi.encodeCall(ILeaseEscrow.checkIn, (list[0]));
        if (kind == 4) return abi.encodeCall(ILeaseEscrow.checkInMany, (list));
        if (kind == 5) return abi.encodeCall(ILeaseEscrow.topUp, (list[0], 1));
        if (kind == 6) return abi.encodeCall(ILeaseEscrow.withdraw, (list[0]));
        return abi.encodeCall(ILeaseEscrow.close, (list[0]));
    }

    function _sessionCall(address caller, uint256 seed) private view returns (bytes memory) {
        uint256 kind = _random(seed, "call") % 6;
        Redemption[] memory list = new Redemption[](1);
        if (store.sessionCount() != 0) {
            GhostSession memory session = store.sessionOf(_random(seed, "session") % store.sessionCount());
            list[0].terms = session.terms;
            list[0].cumulativeAmount = uint128(session.deposited);
            bytes32 digest = sessions.hashReceipt(session.marketId, list[0].cumulativeAmount);
            list[0].signature = world.sign(session.terms.payerKey, digest);
        }
        SessionTerms memory terms = list[0].terms;
        if (kind == 0) {
            (terms.payer, terms.payerKey, terms.provider) = (caller, caller, _provider(seed));
            terms.payout = registry.payoutOf(terms.provider);
            (terms.token, terms.graceSeconds) = (payToken, 1 hours);
            terms.expiresAt = uint40(block.timestamp);
            return abi.encodeCall(ISessionEscrow.open, (terms, uint128(_random(seed, "amount") % 3)));
        }
        if (kind == 1) return abi.encodeCall(ISessionEscrow.topUp, (terms, 1));
        if (kind == 2) {
            return abi.encodeCall(ISessionEscrow.redeem, (terms, list[0].cumulativeAmount, list[0].signature));
        }
        if (kind == 3) return abi.encodeCall(ISessionEscrow.redeemMany, (list));
        if (kind == 4) return abi.encodeCall(ISessionEscrow.startClose, (terms));
        return abi.encodeCall(ISessionEscrow.close, (terms));
    }

    function _adjudicatorCall(address caller, uint256 seed) private view returns (bytes memory) {
        bytes32 caseId = bytes32(seed);
        if (store.jobCount() != 0) (caseId, , ) = store.stateOf(_random(seed, "job") % store.jobCount());
        uint256 kind = _random(seed, "call") % 4;
        if (kind == 0) return abi.encodeCall(IAdjudicator.closeCase, (caseId));
        if (kind == 1) return abi.encodeCall(IAttestedAdjudicator.returnFee, (address(escrow), caseId));
        Attestation[] memory none = new Attestation[](2);
        if (kind == 2) return abi.encodeCall(IAttestedAdjudicator.rule, (address(escrow), caseId, true, none));
        Case memory own = Case(caseId, caller, caller, payToken, 0, uint40(block.timestamp), 1, 0, 0);
        return abi.encodeCall(IAdjudicator.openCase, (own));
    }
}
