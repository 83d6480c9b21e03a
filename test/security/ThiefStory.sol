// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Request, Take} from "../../contracts/types/Order.sol";
import {MachineClaim, Profile} from "../../contracts/types/Provider.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @title ThiefStory
/// @notice An operator's key in wrong hands, and `stranger`, the accomplice that plays the client.
abstract contract ThiefStory is Story {
    struct Loss {
        uint256 stake;
        uint256 earnings;
    }

    /// @dev How many of {ownersCalls} are the registry's; the others are staking's.
    uint256 internal constant REGISTRY_CALLS = 6;
    uint256 private constant MOVES = 12;

    /// @dev Every job that was opened.
    JobTerms[] internal jobs;
    uint256 private _salt = 1_000;

    function setUpTheft() internal {
        setUpStory();
        setUpAttackersPurse();
    }

    function openHere(JobTerms memory terms) internal {
        jobs.push(terms);
    }

    /// @dev The shortest and cheapest job that the bounds allow, for the accomplice alone.
    function thiefsOffer(uint128 collateral, uint256 salt) internal view returns (Offer memory offer) {
        offer = defaultOffer();
        offer.taker = stranger;
        offer.collateral = collateral;
        (offer.minRunSeconds, offer.declineSeconds, offer.slackSeconds) = (1, 1, 1);
        (offer.noRulingBps, offer.disputeFee) = (0, 0);
        (offer.slots, offer.maxFills) = (1_000, 1_000);
        offer.salt = 500 + salt;
    }

    function thiefsTake() internal pure returns (Take memory take) {
        take = defaultTake();
        take.runLimitSeconds = 1;
    }

    /// @dev The accomplice takes what the stolen key signed.
    function takeAsThief(uint128 collateral, uint256 salt) internal returns (JobTerms memory terms) {
        Offer memory offer = thiefsOffer(collateral, salt);
        bytes memory signature = signOffer(OPERATOR_KEY, offer);
        terms = termsOf(offer, thiefsTake(), escrow.orderStateOf(escrow.hashOffer(offer)).filled + 1);
        terms.client = stranger;
        vm.prank(stranger);
        assertEq(escrow.takeOffer(offer, signature, thiefsTake()), idOfJob(terms), "thief: job id");
    }

    function thiefsRequest(uint128 collateral, uint256 salt) internal view returns (Request memory request) {
        request = plainRequest();
        request.client = stranger;
        request.collateral = collateral;
        (request.runLimitSeconds, request.declineSeconds, request.slackSeconds) = (1, 1, 1);
        (request.noRulingBps, request.disputeFee) = (0, 0);
        request.salt = salt;
    }

    /// @dev The stolen key takes a request of the accomplice.
    function takeThiefsRequest(uint128 collateral, uint256 salt) internal returns (JobTerms memory terms) {
        Request memory request = thiefsRequest(collateral, salt);
        terms = termsOfRequest(request, 1);
        bytes memory signature = signDigest(STRANGER_KEY, escrow.hashRequest(request));
        vm.prank(operator);
        assertEq(escrow.takeRequest(request, signature, provider, 0), idOfJob(terms), "thief: job id");
    }

    /// @dev The owner learns of the theft.
    function removeKey() internal {
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
    }

    /// @dev What the provider has less than if nothing had happened. `payout` earned nothing before.
    function lossSince(uint256 earnings) internal view returns (Loss memory loss) {
        loss.stake = STAKE - staking.committedOf(provider);
        uint256 earned = claimOf(payout);
        loss.earnings = earned >= earnings ? 0 : earnings - earned;
    }

    /// @dev A fingerprint of everything that is the owner's to change.
    function ownersRights() internal view returns (bytes32) {
        (, uint128 maxPerLock, ) = staking.authorizationOf(provider, stranger);
        (uint128 thawing, ) = staking.thawOf(provider);
        return
            keccak256(
                abi.encode(
                    registry.ownerOf(provider),
                    registry.pendingOwnerOf(provider),
                    registry.payoutOf(provider),
                    registry.encryptionKeyOf(provider),
                    registry.isOperator(provider, stranger),
                    registry.operatorBoundOf(provider, address(payToken), adjudicator),
                    registry.operatorBoundOf(provider, address(payToken), stranger),
                    registry.machineOf(provider, machineId),
                    maxPerLock,
                    thawing
                )
            );
    }

    /// @dev The calls that only the owner may make: the registry's first.
    function ownersCalls() internal view returns (bytes[] memory calls) {
        calls = new bytes[](REGISTRY_CALLS + 4);
        Profile memory profile = Profile({payout: stranger, encryptionKey: keccak256("thief"), endpoint: ""});
        calls[0] = abi.encodeCall(registry.updateProfile, (provider, profile));
        calls[1] = abi.encodeCall(registry.offerOwnership, (provider, stranger));
        calls[2] = abi.encodeCall(registry.setOperator, (provider, stranger, true));
        calls[3] = abi.encodeCall(registry.setOperatorBound, (provider, address(payToken), stranger, 1));
        calls[4] = abi.encodeCall(registry.retireMachine, (provider, machineId));
        MachineClaim memory claim = MachineClaim("nvidia-h200", 8, 141_000, "us", keccak256("lie"));
        calls[5] = abi.encodeCall(registry.addMachine, (provider, claim));
        calls[6] = abi.encodeCall(staking.authorize, (provider, stranger, 1, 1));
        calls[7] = abi.encodeCall(staking.startThaw, (provider, 1));
        calls[8] = abi.encodeCall(staking.withdraw, (provider, stranger));
        calls[9] = abi.encodeCall(staking.cancelThaw, (provider));
    }

    /// @dev Any call that the key or its accomplice can make. Many are refused: what counts is what they add up to.
    function thiefsMove(uint256 seed) internal {
        uint256 move = seed % MOVES;
        seed = seed / MOVES;
        if (move < 3) return _open(seed, move == 0);
        if (move == 3) _try(operator, address(registry), abi.encodeCall(registry.raiseAuthEpoch, (provider)));
        if (move == 4) return _tryOwners(seed);
        if (move == 5) vm.warp(block.timestamp + pick(seed, "wait", 0, 1_000));
        if (jobs.length == 0) return;
        JobTerms memory terms = jobs[(seed >> 64) % jobs.length];
        if (move == 5) _try(stranger, address(escrow), abi.encodeCall(IJobEscrow.expireMany, (jobs)));
        if (move == 6) _try(operator, address(escrow), abi.encodeCall(IJobEscrow.decline, (terms, "no")));
        if (move == 7) _try(operator, address(escrow), abi.encodeCall(IJobEscrow.forfeit, (terms)));
        if (move == 8)
            _try(operator, address(escrow), abi.encodeCall(IJobEscrow.submit, (terms, keccak256("junk"), 0)));
        if (move == 9) {
            bytes memory word = signCancel(STRANGER_KEY, terms, type(uint40).max);
            _try(operator, address(escrow), abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, word)));
        }
        if (move == 10) _try(terms.client, address(escrow), abi.encodeCall(IJobDisputes.dispute, (terms)));
        if (move == 11) _rule(terms, seed % 3 == 0);
    }

    /// @dev Lets time pass, and ends every job the way that anyone may.
    function finishAll() internal {
        vm.warp(block.timestamp + 400 days);
        escrow.expireMany(jobs);
        escrow.settleMany(jobs);
        for (uint256 i; i < jobs.length; ++i) {
            if (stateOf(jobs[i]) == JobState.DISPUTED) escrow.noRuling(jobs[i]);
            assertTrue(stateOf(jobs[i]) > JobState.DISPUTED, "a job that does not end");
        }
    }

    /// @dev A job for the accomplice, if the limit has room for it.
    function _open(uint256 seed, bool byRequest) private {
        (uint128 limit, uint128 maxPerLock, uint128 locked) = staking.authorizationOf(provider, address(escrow));
        uint256 most = maxPerLock < limit - locked ? maxPerLock : limit - locked;
        uint128 collateral = uint128(pick(seed, "collateral", 0, most));
        openHere(byRequest ? takeThiefsRequest(collateral, ++_salt) : takeAsThief(collateral, ++_salt));
        Offer memory offer = thiefsOffer(uint128(most) + 1, ++_salt);
        _try(operator, address(escrow), abi.encodeCall(escrow.publishOffer, (offer)));
        bytes memory take = takeCall(offer, thiefsTake());
        vm.prank(stranger);
        (bool succeeded, ) = address(escrow).call(take);
        assertFalse(succeeded, "a lock above the owner's bounds");
    }

    /// @dev Honest signers find that junk is junk; the accomplice's they find right or wrong.
    function _rule(JobTerms memory terms, bool providerRight) private {
        if (stateOf(terms) != JobState.DISPUTED || block.timestamp > rulingUntil(terms)) return;
        if (!escrow.jobOf(idOfJob(terms)).caseOpened) escrow.openCase(terms);
        rule(terms, providerRight && terms.client == stranger);
        escrow.applyRuling(terms);
    }

    function _tryOwners(uint256 seed) private {
        bytes[] memory calls = ownersCalls();
        uint256 which = seed % calls.length;
        _try(operator, which < REGISTRY_CALLS ? address(registry) : address(staking), calls[which]);
    }

    /// @dev Refused or not: the sums at the end decide.
    function _try(address caller, address target, bytes memory input) private returns (bool succeeded) {
        vm.prank(caller);
        (succeeded, ) = target.call(input);
    }
}
