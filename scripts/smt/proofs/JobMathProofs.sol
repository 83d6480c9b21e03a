// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobMath} from "contracts/libraries/JobMath.sol";
import {OrderLimits} from "contracts/libraries/OrderLimits.sol";
import {JobTerms} from "contracts/types/Job.sol";

/// @dev What {JobMath} computes, for all terms that an order may open. 34,000 years from now fit into 40 bits.
contract JobMathProofs {
    uint40 private constant LAST_OPENING = type(uint40).max - 365 days;

    function priceFits(JobTerms calldata terms) external pure {
        assert(JobMath.price(terms) <= type(uint160).max);
    }

    function providerPartIsAPart(JobTerms calldata terms) external pure {
        require(terms.noRulingBps <= OrderLimits.MAX_BPS);
        assert(JobMath.providerPartDown(terms) <= JobMath.price(terms));
    }

    function windowsFollowEachOther(JobTerms calldata terms, uint40 openedAt) external pure {
        _assume(terms, openedAt);
        uint40 declineUntil = JobMath.declineUntil(terms, openedAt);
        uint40 deliverUntil = JobMath.deliverUntil(terms, openedAt);
        assert(openedAt < declineUntil && declineUntil < deliverUntil);
        assert(deliverUntil - openedAt <= 38 days);
        assert(JobMath.reviewUntil(terms, openedAt) - openedAt == terms.reviewSeconds);
        assert(JobMath.rulingUntil(terms, openedAt) - openedAt == terms.rulingSeconds);
    }

    function forfeitIsWithinTheCollateral(JobTerms calldata terms, uint40 openedAt, uint40 nowAt) external pure {
        _assume(terms, openedAt);
        require(nowAt >= openedAt && nowAt <= JobMath.deliverUntil(terms, openedAt));
        uint128 slashed = JobMath.forfeitSlashUp(terms, openedAt, nowAt);
        assert(slashed <= terms.collateral);
        assert(4 * uint256(slashed) >= terms.collateral);
    }

    function forfeitAtTheDeadlineIsAllOfIt(JobTerms calldata terms, uint40 openedAt) external pure {
        _assume(terms, openedAt);
        uint40 deliverUntil = JobMath.deliverUntil(terms, openedAt);
        assert(JobMath.forfeitSlashUp(terms, openedAt, deliverUntil) == terms.collateral);
    }

    function forfeitNeverFalls(JobTerms calldata terms, uint40 openedAt, uint40 nowAt, uint40 laterAt) external pure {
        _assume(terms, openedAt);
        require(openedAt <= nowAt && nowAt <= laterAt && laterAt <= JobMath.deliverUntil(terms, openedAt));
        assert(JobMath.forfeitSlashUp(terms, openedAt, nowAt) <= JobMath.forfeitSlashUp(terms, openedAt, laterAt));
    }

    function _assume(JobTerms calldata terms, uint40 openedAt) private pure {
        require(openedAt <= LAST_OPENING);
        require(terms.collateral <= OrderLimits.MAX_COLLATERAL);
        require(terms.runLimitSeconds >= 1 && terms.runLimitSeconds <= OrderLimits.MAX_RUN_SECONDS);
        require(terms.declineSeconds >= 1 && terms.declineSeconds <= OrderLimits.MAX_DECLINE_SECONDS);
        require(terms.slackSeconds >= 1 && terms.slackSeconds <= OrderLimits.MAX_SLACK_SECONDS);
        require(terms.reviewSeconds >= 1 && terms.reviewSeconds <= OrderLimits.MAX_REVIEW_SECONDS);
        require(terms.rulingSeconds >= 1 && terms.rulingSeconds <= OrderLimits.MAX_RULING_SECONDS);
    }
}
