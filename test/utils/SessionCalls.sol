// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionFixture} from "./SessionFixture.sol";

/// @title SessionCalls
/// @notice Every call that needs a session in some state, and the states that it needs.
abstract contract SessionCalls is SessionFixture {
    uint256 internal constant STEPS = 5;
    uint256 internal constant IF_NONE = 1 << uint8(SessionState.NONE);
    uint256 internal constant IF_OPEN = 1 << uint8(SessionState.OPEN);
    uint256 internal constant IF_LIVE = (1 << uint8(SessionState.OPEN)) | (1 << uint8(SessionState.CLOSING));

    /// @param caller Somebody who may make the call.
    /// @param allowed The states that it needs, as a bitmap.
    struct Step {
        string name;
        bytes input;
        address caller;
        uint256 allowed;
    }

    /// @dev All of them, for one session.
    function stepsOf(SessionTerms memory terms) internal view returns (Step[] memory steps) {
        steps = new Step[](STEPS);
        steps[0] = Step("open", abi.encodeCall(ISessionEscrow.open, (terms, 2)), terms.payer, IF_NONE);
        steps[1] = Step("topUp", abi.encodeCall(ISessionEscrow.topUp, (terms, 3)), terms.payer, IF_OPEN);
        steps[2] = Step("redeem", redeemCall(terms, 5), stranger, IF_LIVE);
        steps[3] = Step("startClose", abi.encodeCall(ISessionEscrow.startClose, (terms)), terms.payer, IF_OPEN);
        steps[4] = Step("close", abi.encodeCall(ISessionEscrow.close, (terms)), owner, IF_LIVE);
    }
}
