// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Breaches} from "../stores/Breaches.sol";
import {ReachCount} from "../stores/ReachCount.sol";
import {CourtBook} from "./CourtBook.sol";
import {CourtFlows} from "./CourtFlows.sol";
import {CourtTwin} from "./CourtTwin.sol";
import {CourtWorld} from "./CourtWorld.sol";

/// @title CourtStore
/// @notice What the court's handlers share: its second bookkeeping, what each account gained by each case, and the counts
/// of what was reached.
contract CourtStore is CourtTwin, CourtFlows, ReachCount, Breaches {
    constructor(CourtWorld world, bool watchesFlows) CourtBook(world) CourtFlows(world, watchesFlows) {}
}
