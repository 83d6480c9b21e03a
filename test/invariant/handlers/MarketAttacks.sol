// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostJob, GhostOffer, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {JobEnds} from "./JobEnds.sol";

/// @title MarketAttacks
/// @notice Calls to the market that must be refused: the wrong state, person, time, terms or offer.
contract MarketAttacks is JobEnds {
    uint256 private constant STATE_COUNT = 10;
    uint256 private constant STEP_COUNT = 12;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                ACTIONS,
                REQUEST_ACTIONS,
                JOB_ACTIONS,
                END_ACTIONS,
                " registry.raiseAuthEpoch attack.jobState attack.jobPerson attack.jobTime attack.jobTerms attack.offerDead attack.offerForged "
                "attack.offerPerson attack.jobCancel"
            ),
            string.concat(
                STATES,
                REQUEST_STATES,
                JOB_STATES,
                " job.NONE dead.canceled dead.slots dead.fills dead.expired dead.epoch attacked.NONE attacked.ACTIVE "
                "attacked.SUBMITTED attacked.DISPUTED attacked.COMPLETED attacked.DECLINED attacked.EXPIRED "
                "attacked.CANCELED attacked.REFUNDED attacked.SPLIT"
            )
        )
    {}

    /// @notice Any call in any state that forbids it, by a person who could make it in another state: it is refused, and
    /// the refusal names the state.
    function stepFromWrongState(uint256 seed) external move {
        for (uint256 i; i < 3; ++i) _stepFromWrongState(uint256(keccak256(abi.encode(seed, i))));
    }

    function _stepFromWrongState(uint256 seed) private {
        JobState state = JobState(_random(seed, "state") % STATE_COUNT);
        JobTerms memory terms;
        (bool found, uint256 jobId) = _bring(state, seed);
        if (!found) {
            (found, terms) = _anyJob(seed);
            if (!found) return;
            if (state == JobState.NONE) terms.fill += 1_000;
        } else {
            terms = store.jobOf(jobId).terms;
        }
        bytes32 marketId = keccak256(abi.encode(terms));
        state = escrow.jobOf(marketId).state;
        uint256 step = _random(seed, "step") % STEP_COUNT;
        while (_neededBy(step) == state) step = (step + 1) % STEP_COUNT;
        (address by, bytes memory call) = _step(step, terms, seed);
        bytes memory reason = _refuse(5, "attack.jobState", by, address(escrow), call);
        bytes memory expected = abi.encodeWithSelector(
            IJobEscrow.JobEscrow_UnexpectedState.selector,
            marketId,
            state,
            uint256(1) << uint256(_neededBy(step))
        );
        if (keccak256(reason) != keccak256(expected)) store.breach(5, "a refusal does not name the state");
        store.reach(_attackedName(state));
    }

    /// @notice A call that the job's state allows, but not to this person.
    function stepByOutsider(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _liveJob(seed);
        if (!found) return;
        uint256 step = _random(seed, "step") % 4;
        if (job.state == JobState.SUBMITTED) step = 5 + (step % 2);
        if (job.state == JobState.DISPUTED) step = 7;
        (, bytes memory call) = _step(step, job.terms, seed);
        address by = _outsider(job.terms.provider, job.terms.client, _random(seed, "outsider"));
        _attack(7, "attack.jobPerson", by, address(escrow), call);
    }

    /// @notice A call at a time that forbids it: too early for those that anyone may make, too late for a party's.
    function stepAtWrongTime(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _liveJob(seed);
        if (!found) return;
        uint256 random = _random(seed, "step");
        uint256 step;
        if (job.state == JobState.ACTIVE) {
            if (block.timestamp > job.deliverUntil) step = random % 3;
            else step = block.timestamp > job.declineUntil && random % 2 == 0 ? 0 : 4;
        } else if (job.state == JobState.SUBMITTED) {
            step = block.timestamp > job.reviewUntil ? 6 : 8;
        } else {
            step = block.timestamp > job.rulingUntil ? [uint256(7), 9, 10][random % 3] : 11;
        }
        (address by, bytes memory call) = _step(step, job.terms, seed);
        _attack(7, "attack.jobTime", by, address(escrow), call);
    }

    /// @notice Ends a job without the client's word: late, of another job, or somebody else's.
    function cancelAlone(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _active(Window.ANY, seed);
        if (!found) return;
        uint256 flaw = _random(seed, "flaw") % 3;
        uint40 expiresAt = uint40(flaw == 0 ? block.timestamp - 1 : block.timestamp);
        bytes32 marketId = flaw == 1 ? keccak256("another job") : job.marketId;
        address signer = flaw == 2 ? world.signers()[0] : job.terms.client;
        bytes memory signature = world.sign(signer, _cancelDigest(marketId, expiresAt));
        bytes memory call = abi.encodeCall(IJobEscrow.cancel, (job.terms, expiresAt, signature));
        _attack(7, "attack.jobCancel", _operatorOfJob(job, seed), address(escrow), call);
    }

    /// @notice A call with terms that no job has: one field of a real job's was changed.
    function stepWithForgedTerms(uint256 seed) external move {
        (bool found, JobTerms memory terms) = _anyJob(seed);
        if (!found) return;
        uint256 field = _random(seed, "field") % 8;
        if (field == 0) ++terms.ratePerSecond;
        if (field == 1) ++terms.collateral;
        if (field == 2) terms.payout = address(world.hostileService());
        if (field == 3) ++terms.fill;
        if (field == 4) ++terms.reviewSeconds;
        if (field == 5) --terms.slackSeconds;
        if (field == 6) terms.client = address(world.hostileService());
        if (field == 7) terms.specDigest = ~terms.specDigest;
        (address by, bytes memory call) = _step(_random(seed, "step") % STEP_COUNT, terms, seed);
        // A higher number of a job of the same order and otherwise equal terms may exist.
        if (escrow.jobOf(keccak256(abi.encode(terms))).state != JobState.NONE) return;
        _attack(2, "attack.jobTerms", by, address(escrow), call);
        store.reach("job.NONE");
    }

    /// @notice Takes an offer that was canceled, voided, has expired, or is used up.
    function takeDeadOffer(uint256 seed) external move {
        if (_random(seed, "epoch") % 6 == 0) _voidOffer(seed);
        uint256 offerCount = store.offerCount();
        for (uint256 i; i < offerCount; ++i) {
            uint256 offerId = ((_random(seed, "offer") % offerCount) + i) % offerCount;
            GhostOffer memory ghost = store.offerOf(offerId);
            if (_isAlive(ghost)) continue;
            address client = ghost.offer.taker == address(0) ? _client(seed) : ghost.offer.taker;
            _takeInVain("attack.offerDead", ghost, client, seed);
            return store.reach(_causeOfDeath(ghost));
        }
    }

    /// @notice Takes a fresh offer with one thing wrong about it.
    function takeForgedOffer(uint256 seed) external move {
        address client = _pick(world.clients(), _random(seed, "client"));
        GhostOffer memory ghost;
        (Offer memory offer, address signer) = _draftOffer(client, seed);
        uint256 flaw = _random(seed, "flaw") % 11;
        if (flaw == 0) signer = _outsider(offer.provider, address(0), _random(seed, "outsider"));
        if (flaw == 1) offer.authEpoch += 1;
        if (flaw == 2) offer.authEpoch -= 1;
        if (flaw == 3) offer.expiresAt = uint40(block.timestamp - 1);
        if (flaw == 4) offer.taker = address(escrow);
        if (flaw == 5) {
            // More than the owner allowed the market to lock.
            offer.collateral = uint128(_room(offer.provider)) + 1;
            signer = registry.ownerOf(offer.provider);
        }
        if (flaw == 6) {
            // More than the client has.
            offer.ratePerSecond = uint128(vault.balanceOf(client, _idOf(offer.token))) + 1;
            signer = registry.ownerOf(offer.provider);
        }
        if (flaw == 7) {
            // Less than the owner allowed operators to promise, or nothing allowed.
            address[] memory keys = world.operators();
            signer = keys[_random(seed, "operator") % keys.length];
            offer.ratePerSecond = 1;
            if (registry.canPromise(offer.provider, signer, offer.token, offer.adjudicator, 1)) return;
        }
        bytes32 digest = escrow.hashOffer(offer);
        if (flaw == 9) digest = world.otherEscrow().hashOffer(offer);
        if (flaw == 10) digest = _digestOnOtherChain(offer);
        ghost.signature = world.sign(signer, digest);
        if (flaw == 8) ++offer.ratePerSecond;
        ghost.offer = offer;
        _takeInVain("attack.offerForged", ghost, client, seed);
    }

    /// @notice Publishes or cancels an offer for a provider that is not one's own.
    function promiseForAnother(uint256 seed) external move {
        (Offer memory offer, ) = _draftOffer(_client(seed), seed);
        address by = _outsider(offer.provider, address(0), _random(seed, "outsider"));
        bytes memory call =
            _random(seed, "cancel") % 2 == 0
                ? abi.encodeCall(IJobOffers.publishOffer, (offer))
                : abi.encodeCall(IJobOffers.cancelOffer, (offer));
        _attack(9, "attack.offerPerson", by, address(escrow), call);
    }

    function _voidOffer(uint256 seed) private {
        address id = store.offerOf(_offer(_client(seed), seed)).offer.provider;
        bytes memory call = abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (id));
        _act("registry.raiseAuthEpoch", registry.ownerOf(id), address(registry), call);
    }

    function _takeInVain(bytes32 action, GhostOffer memory ghost, address client, uint256 seed) private {
        Take memory take = _takeOf(ghost.offer, seed);
        _allowMarket(client, ghost.offer.token);
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (ghost.offer, ghost.signature, take));
        _attack(9, action, client, address(escrow), call);
    }

    function _digestOnOtherChain(Offer memory offer) private returns (bytes32 digest) {
        uint256 chainId = block.chainid;
        vm.chainId(chainId + 1);
        digest = escrow.hashOffer(offer);
        vm.chainId(chainId);
    }

    function _anyJob(uint256 seed) private returns (bool found, JobTerms memory terms) {
        if (store.jobCount() == 0 && !_openAny(seed)) return (false, terms);
        return (true, store.jobOf(_random(seed, "job") % store.jobCount()).terms);
    }

    /// @dev A job that has not ended.
    function _liveJob(uint256 seed) private returns (bool, uint256, GhostJob memory) {
        uint256 state = _random(seed, "state") % 3;
        if (state == 0) return _active(Window.ANY, seed);
        return state == 1 ? _submitted(Window.ANY, seed) : _disputed(Window.ANY, seed);
    }

    /// @dev A call and who may make it.
    function _step(uint256 step, JobTerms memory terms, uint256 seed) private view returns (address, bytes memory) {
        address operator = _operatorOf(terms.provider, _random(seed, "operator"));
        if (step == 0) return (operator, abi.encodeCall(IJobEscrow.decline, (terms, "")));
        if (step == 1) return (operator, abi.encodeCall(IJobEscrow.submit, (terms, keccak256("other result"), 0)));
        if (step == 2) return (operator, abi.encodeCall(IJobEscrow.forfeit, (terms)));
        if (step == 3) return (operator, _cancelCall(terms));
        if (step == 4) return (_person(seed), abi.encodeCall(IJobEscrow.expire, (terms)));
        if (step == 5) return (terms.client, abi.encodeCall(IJobEscrow.accept, (terms)));
        if (step == 6) return (terms.client, abi.encodeCall(IJobDisputes.dispute, (terms)));
        if (step == 7) return (terms.client, abi.encodeCall(IJobDisputes.concede, (terms)));
        if (step == 8) return (_person(seed), abi.encodeCall(IJobEscrow.settle, (terms)));
        if (step == 9) return (_person(seed), abi.encodeCall(IJobDisputes.openCase, (terms)));
        if (step == 10) return (_person(seed), abi.encodeCall(IJobDisputes.applyRuling, (terms)));
        return (_person(seed), abi.encodeCall(IJobDisputes.noRuling, (terms)));
    }

    function _cancelCall(JobTerms memory terms) private view returns (bytes memory) {
        bytes32 digest = _cancelDigest(keccak256(abi.encode(terms)), type(uint40).max);
        // A forged client has no key.
        address signer = world.keyOf(terms.client) == 0 ? world.signers()[0] : terms.client;
        return abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, world.sign(signer, digest)));
    }

    /// @dev The state that a call needs, by the design's table.
    function _neededBy(uint256 step) private pure returns (JobState) {
        if (step < 5) return JobState.ACTIVE;
        return step == 5 || step == 6 || step == 8 ? JobState.SUBMITTED : JobState.DISPUTED;
    }

    function _attackedName(JobState state) private pure returns (bytes32) {
        bytes32[10] memory names = [
            bytes32("attacked.NONE"),
            "attacked.ACTIVE",
            "attacked.SUBMITTED",
            "attacked.DISPUTED",
            "attacked.COMPLETED",
            "attacked.DECLINED",
            "attacked.EXPIRED",
            "attacked.CANCELED",
            "attacked.REFUNDED",
            "attacked.SPLIT"
        ];
        return names[uint256(state)];
    }

    function _causeOfDeath(GhostOffer memory ghost) private view returns (bytes32) {
        if (ghost.canceled) return "dead.canceled";
        if (block.timestamp > ghost.offer.expiresAt) return "dead.expired";
        if (ghost.filled == ghost.offer.maxFills) return "dead.fills";
        if (ghost.active == ghost.offer.slots) return "dead.slots";
        return "dead.epoch";
    }
}
