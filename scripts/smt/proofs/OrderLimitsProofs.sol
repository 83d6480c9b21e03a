// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderLimits} from "contracts/libraries/OrderLimits.sol";

/// @dev What is left of an order once {OrderLimits} has looked at it.
contract OrderLimitsProofs {
    function whatPassesLiesWithin(bytes32 field, uint256 value, uint256 minimum, uint256 maximum) external pure {
        OrderLimits.requireWithin(field, value, minimum, maximum);
        assert(value >= minimum && value <= maximum);
    }

    function noWindowIsEmptyOrEndless(
        uint32 declineSeconds,
        uint32 slackSeconds,
        uint32 reviewSeconds,
        uint32 rulingSeconds,
        uint16 noRulingBps
    ) external pure {
        OrderLimits.requireWindows(declineSeconds, slackSeconds, reviewSeconds, rulingSeconds, noRulingBps);
        assert(declineSeconds != 0 && slackSeconds != 0 && reviewSeconds != 0 && rulingSeconds != 0);
        assert(uint256(declineSeconds) + slackSeconds + reviewSeconds + rulingSeconds <= 128 days);
        assert(noRulingBps <= 10_000);
    }

    function amountsFitTheirSlots(uint128 collateral, uint128 disputeFee) external pure {
        OrderLimits.requireAmounts(collateral, disputeFee);
        assert(collateral <= type(uint80).max && disputeFee <= type(uint96).max);
    }
}
