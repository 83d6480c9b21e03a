// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {World} from "../World.sol";
import {GhostJob, GhostOffer, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @title MarketAttacks
/// @notice Calls to the market that must be refused: the wrong state, person, time, terms or offer.
contract MarketAttacks is MarketHandler {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                ACTIONS,
                " attack.jobState attack.jobPerson attack.jobTime attack.jobTerms attack.offerDead attack.offerForged "
                "attack.offerPerson"
            ),
            string.concat(
                STATES,
                " job.NONE dead.canceled dead.slots dead.fills dead.expired dead.epoch attacked.ACTIVE "
                "attacked.SUBMITTED attacked.final"
            )
        )
    {}

    /// @notice A call that the job's state forbids, by a person who could make it in another state.
    function stepFromWrongState(uint256 seed) external move {
        (bool found, GhostJob memory job) = _anyJob(seed);
        if (!found) return;
        uint256 step = _random(seed, "step") % 6;
        bool forActive = step < 4;
        if (job.state == JobState.ACTIVE && forActive) step = 4 + (step % 2);
        if (job.state == JobState.SUBMITTED && !forActive) step -= 4;
        (address by, bytes memory call) = _step(step, job.terms, seed);
        _attack(2, "attack.jobState", by, address(escrow), call);
        if (job.state == JobState.ACTIVE) store.reach("attacked.ACTIVE");
        else store.reach(job.state == JobState.SUBMITTED ? bytes32("attacked.SUBMITTED") : bytes32("attacked.final"));
    }

    /// @notice A call that the job's state allows, but not to this person.
    function stepByOutsider(uint256 seed) external move {
        (bool found, GhostJob memory job) = _anyJob(seed);
        if (!found) return;
        uint256 step = job.state == JobState.ACTIVE ? _random(seed, "step") % 3 : 4;
        (, bytes memory call) = _step(step, job.terms, seed);
        address by = _outsider(job.terms.provider, job.terms.client, _random(seed, "outsider"));
        _attack(7, "attack.jobPerson", by, address(escrow), call);
    }

    /// @notice A call at a time that forbids it: too early for those that anyone may make, too late for the provider's.
    function stepAtWrongTime(uint256 seed) external move {
        (bool found, GhostJob memory job) = _anyJob(seed);
        if (!found || (job.state != JobState.ACTIVE && job.state != JobState.SUBMITTED)) return;
        uint256 step = 3;
        if (job.state == JobState.SUBMITTED) {
            if (block.timestamp > job.reviewUntil) return;
            step = 5;
        } else if (block.timestamp > job.deliverUntil) {
            step = _random(seed, "step") % 3;
        } else if (block.timestamp > job.declineUntil && _random(seed, "step") % 2 == 0) {
            step = 0;
        }
        (address by, bytes memory call) = _step(step, job.terms, seed);
        _attack(7, "attack.jobTime", by, address(escrow), call);
    }

    /// @notice A call with terms that no job has: one field of a real job's was changed.
    function stepWithForgedTerms(uint256 seed) external move {
        (bool found, GhostJob memory job) = _anyJob(seed);
        if (!found) return;
        JobTerms memory terms = job.terms;
        uint256 field = _random(seed, "field") % 8;
        if (field == 0) ++terms.ratePerSecond;
        if (field == 1) ++terms.collateral;
        if (field == 2) terms.payout = address(world.hostileService());
        if (field == 3) ++terms.fill;
        if (field == 4) ++terms.reviewSeconds;
        if (field == 5) --terms.slackSeconds;
        if (field == 6) terms.client = address(world.hostileService());
        if (field == 7) terms.specDigest = ~terms.specDigest;
        (address by, bytes memory call) = _step(_random(seed, "step") % 6, terms, seed);
        // A higher number of a job of the same order and otherwise equal terms may exist.
        if (escrow.jobOf(keccak256(abi.encode(terms))).state != JobState.NONE) return;
        _attack(2, "attack.jobTerms", by, address(escrow), call);
        store.reach("job.NONE");
    }

    /// @notice Takes an offer that was canceled, voided, has expired, or is used up.
    function takeDeadOffer(uint256 seed) external move {
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
        uint256 flaw = _random(seed, "flaw") % 9;
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
        ghost.signature = world.sign(signer, escrow.hashOffer(offer));
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
                ? abi.encodeCall(IOfferBook.publishOffer, (offer))
                : abi.encodeCall(IOfferBook.cancelOffer, (offer));
        _attack(9, "attack.offerPerson", by, address(escrow), call);
    }

    function _takeInVain(bytes32 action, GhostOffer memory ghost, address client, uint256 seed) private {
        Take memory take = _takeOf(ghost.offer, seed);
        _allowMarket(client, ghost.offer.token);
        bytes memory call = abi.encodeCall(IJobEscrow.takeOffer, (ghost.offer, ghost.signature, take));
        _attack(9, action, client, address(escrow), call);
    }

    function _anyJob(uint256 seed) private returns (bool found, GhostJob memory job) {
        if (store.jobCount() == 0 && !_open(seed)) return (false, job);
        (bool submitted, uint256 jobId) = store.findJob(JobState.SUBMITTED, Window.ANY, _random(seed, "job"));
        if (!submitted || _random(seed, "any") % 3 != 0) jobId = _random(seed, "job") % store.jobCount();
        return (true, store.jobOf(jobId));
    }

    /// @dev A call, 0 to 3 for an active job and 4 to 5 for a submitted one, and who may make it.
    function _step(uint256 step, JobTerms memory terms, uint256 seed) private view returns (address, bytes memory) {
        address operator = _operatorOf(terms.provider, _random(seed, "operator"));
        if (step == 0) return (operator, abi.encodeCall(IJobEscrow.decline, (terms, "")));
        if (step == 1) return (operator, abi.encodeCall(IJobEscrow.submit, (terms, keccak256("other result"), 0)));
        if (step == 2) return (operator, abi.encodeCall(IJobEscrow.forfeit, (terms)));
        if (step == 3) return (_person(seed), abi.encodeCall(IJobEscrow.expire, (terms)));
        if (step == 4) return (terms.client, abi.encodeCall(IJobEscrow.accept, (terms)));
        return (_person(seed), abi.encodeCall(IJobEscrow.settle, (terms)));
    }

    function _causeOfDeath(GhostOffer memory ghost) private view returns (bytes32) {
        if (ghost.canceled) return "dead.canceled";
        if (block.timestamp > ghost.offer.expiresAt) return "dead.expired";
        if (ghost.filled == ghost.offer.maxFills) return "dead.fills";
        if (ghost.active == ghost.offer.slots) return "dead.slots";
        return "dead.epoch";
    }
}
