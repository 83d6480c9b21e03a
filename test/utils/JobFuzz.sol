// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Take} from "../../contracts/types/Order.sol";
import {JobErrors} from "./JobErrors.sol";
import {JobBooks} from "./JobBooks.sol";
import {Vm, vm} from "./Vm.sol";

/// @title JobFuzz
/// @notice Offers and takes anywhere within the limits, the ends of every range included.
abstract contract JobFuzz is JobBooks {
    /// @dev The most stake that a market can hold for a provider.
    uint128 internal constant MOST_STAKE = type(uint80).max;

    /// @dev An offer within the limits that a seed stands for. Only the owner may sign it: its rate may be any.
    function anyOffer(uint256 seed) internal view returns (Offer memory offer) {
        offer = defaultOffer();
        offer.ratePerSecond = uint128(pick(seed, "rate", 1, type(uint96).max));
        offer.collateral = uint128(pick(seed, "collateral", 0, MOST_STAKE));
        offer.disputeFee = uint128(pick(seed, "fee", 0, type(uint96).max));
        offer.maxRunSeconds = uint32(pick(seed, "max run", 1, 30 days));
        offer.minRunSeconds = uint32(pick(seed, "min run", 1, offer.maxRunSeconds));
        offer.declineSeconds = uint32(pick(seed, "decline", 1, 1 days));
        offer.slackSeconds = uint32(pick(seed, "slack", 1, 7 days));
        offer.reviewSeconds = uint32(pick(seed, "review", 1, 30 days));
        offer.rulingSeconds = uint32(pick(seed, "ruling", 1, 90 days));
        offer.noRulingBps = uint16(pick(seed, "bps", 0, 10_000));
        offer.slots = uint32(pick(seed, "slots", 1, type(uint32).max));
        offer.maxFills = uint32(pick(seed, "fills", 1, type(uint32).max));
        offer.expiresAt = uint40(pick(seed, "expiry", block.timestamp, block.timestamp + 366 days));
        offer.taker = pick(seed, "taker", 0, 1) == 0 ? address(0) : client;
        offer.adjudicator = address(uint160(pick(seed, "adjudicator", 0, type(uint160).max)));
        offer.machineId = keccak256(abi.encode(seed, "machine"));
        offer.tag = pick(seed, "tag", 0, 1) == 0 ? bytes32(0) : keccak256(abi.encode(seed, "tag"));
        offer.salt = pick(seed, "salt", 0, type(uint256).max);
    }

    /// @dev A take within an offer's bounds.
    function anyTake(uint256 seed, Offer memory offer) internal pure returns (Take memory take) {
        take.runLimitSeconds = uint32(pick(seed, "run", offer.minRunSeconds, offer.maxRunSeconds));
        take.specDigest = keccak256(abi.encode(seed, "spec"));
        take.specRoot = keccak256(abi.encode(seed, "spec root"));
    }

    /// @dev A running job of {anyOffer}, opened at its owner's signature.
    function anyJob(uint256 seed) internal returns (JobTerms memory terms) {
        Offer memory offer = anyOffer(seed);
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        return openJobWith(offer, signOffer(OWNER_KEY, offer), take);
    }

    /// @dev Gives the client the price of a job, and the market the right to lock as much as there can be.
    function coverAny(Offer memory offer, Take memory take) internal {
        fund(client, uint256(offer.ratePerSecond) * take.runLimitSeconds);
        if (staking.committedOf(provider) == STAKE) addStake(1_000_000e18);
        authorizeEscrow(MOST_STAKE, MOST_STAKE);
    }

    /// @dev Requires that a call which only the provider's side may make is refused to everybody else.
    function requireOperatorsOnly(JobTerms memory terms, bytes memory input, address caller) internal {
        vm.assume(caller != owner && caller != operator);
        _requireNotOperator(terms, input, caller);
        _requireNotOperator(terms, input, provider);
        _requireNotOperator(terms, input, client);
        _requireNotOperator(terms, input, payout);
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireNotOperator(terms, input, operator);
    }

    /// @dev Requires that a job made a step in this second and block, and carries this mark of a result.
    function requireStep(JobTerms memory terms, JobState state, bytes32 resultDigest) internal view {
        Job memory job = escrow.jobOf(idOfJob(terms));
        assertTrue(job.state == state, "state");
        assertEq(job.steppedAt, block.timestamp, "time of the step");
        assertEq(job.steppedBlock, block.number, "block of the step");
        assertEq(bytes32(job.resultMark), bytes32(bytes20(resultDigest)), "mark of the result");
    }

    /// @dev How many events a contract emitted since `vm.recordLogs`.
    function recordedEventsOf(address emitter) internal returns (uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter == emitter) ++count;
        }
    }

    /// @dev Time passes, and blocks with it.
    function pass(uint256 secondsPassed) internal {
        vm.warp(block.timestamp + secondsPassed);
        vm.roll(block.number + 1 + secondsPassed / 12);
    }

    /// @dev A number of a range that a seed stands for: each end and its neighbor in an eighth of all cases, else of
    /// any magnitude.
    function pick(uint256 seed, string memory name, uint256 least, uint256 most) internal pure returns (uint256) {
        uint256 random = uint256(keccak256(abi.encode(seed, name)));
        uint256 kind = random & 7;
        if (kind == 0) return least;
        if (kind == 1) return most;
        if (kind == 2 && least < most) return least + 1;
        if (kind == 3 && least < most) return most - 1;
        return bound((random >> 16) >> ((random >> 3) & 0xff), least, most);
    }

    function _requireNotOperator(JobTerms memory terms, bytes memory input, address caller) private {
        requireRevert(caller, input, JobErrors.notOperator(idOfJob(terms), caller), "not the provider's side");
    }
}
