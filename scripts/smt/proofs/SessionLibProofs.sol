// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderLimits} from "contracts/libraries/OrderLimits.sol";
import {SessionLib} from "contracts/libraries/SessionLib.sol";
import {Session, SessionState, SessionTerms} from "contracts/types/Session.sol";

/// @dev What a receipt is worth, and until when a session is the provider's alone.
contract SessionLibProofs {
    function aReceiptCoversTheLesserOfBoth(Session memory session, uint128 cumulativeAmount) external pure {
        uint88 covered = SessionLib.coveredAmount(session, cumulativeAmount);
        assert(covered <= session.deposited && covered <= cumulativeAmount);
        assert(covered == session.deposited || covered == cumulativeAmount);
    }

    function aLargerReceiptCoversNoLess(Session memory session, uint128 amount, uint128 larger) external pure {
        require(larger >= amount);
        assert(SessionLib.coveredAmount(session, larger) >= SessionLib.coveredAmount(session, amount));
    }

    function theGraceOutlastsTheExpiry(SessionTerms calldata terms, Session memory session) external pure {
        require(session.state == SessionState.OPEN);
        require(terms.graceSeconds >= OrderLimits.MIN_SESSION_GRACE_SECONDS);
        require(terms.expiresAt <= type(uint40).max - type(uint32).max);
        assert(SessionLib.graceUntil(terms, session) >= terms.expiresAt + 1 hours);
    }

    function onceItClosesTheGraceIsFixed(SessionTerms calldata terms, Session memory session) external pure {
        require(session.state == SessionState.CLOSING);
        assert(SessionLib.graceUntil(terms, session) == session.graceUntil);
    }
}
