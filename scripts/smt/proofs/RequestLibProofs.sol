// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RequestLib} from "contracts/libraries/RequestLib.sol";
import {Request} from "contracts/types/Order.sol";

/// @dev What a request pays at every second, with whatever rates, times and spans.
contract RequestLibProofs {
    function theRateLiesBetweenBothEnds(Request calldata request, uint40 nowAt) external pure {
        require(request.startRatePerSecond <= request.maxRatePerSecond);
        uint128 rate = RequestLib.rateDown(request, nowAt);
        assert(rate >= request.startRatePerSecond);
        assert(rate <= request.maxRatePerSecond);
    }

    function theRateIsTheStartBeforeTheRise(Request calldata request, uint40 nowAt) external pure {
        require(nowAt < request.startsAt);
        assert(RequestLib.rateDown(request, nowAt) == request.startRatePerSecond);
    }

    function theRateIsTheHighestAfterTheRise(Request calldata request, uint40 nowAt) external pure {
        require(nowAt >= request.startsAt && nowAt - request.startsAt >= request.riseSeconds);
        assert(RequestLib.rateDown(request, nowAt) == request.maxRatePerSecond);
    }

    function theRateNeverFalls(Request calldata request, uint40 nowAt, uint40 laterAt) external pure {
        require(request.startRatePerSecond <= request.maxRatePerSecond && nowAt <= laterAt);
        assert(RequestLib.rateDown(request, nowAt) <= RequestLib.rateDown(request, laterAt));
    }
}
