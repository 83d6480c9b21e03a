// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {SessionTerms} from "../../../contracts/types/Session.sol";
import {Vm} from "../../utils/Vm.sol";
import {TwinClaims} from "./TwinClaims.sol";

/// @title SessionTwin
/// @notice Sessions by their events and the rule of the design: the provider has what the highest receipt says, as far
/// as it was paid in. What events say was paid or is left is not believed.
abstract contract SessionTwin is TwinClaims {
    struct TwinSession {
        SessionTerms terms;
        uint256 deposited;
        uint256 highest;
        uint256 paid;
    }

    ISessionEscrow private immutable _SESSIONS;

    mapping(bytes32 sessionId => TwinSession) private _sessions;

    constructor(ISessionEscrow sessions) {
        _SESSIONS = sessions;
    }

    function _bookSessions(Vm.Log calldata log) internal {
        bytes32 name = log.topics[0];
        TwinSession storage session = _sessions[log.topics[1]];
        if (name == ISessionEscrow.SessionOpened.selector) {
            uint256 amount;
            (session.terms, amount) = abi.decode(log.data, (SessionTerms, uint256));
            _deposit(session, amount);
        } else if (name == ISessionEscrow.SessionToppedUp.selector) {
            (uint256 amount, ) = abi.decode(log.data, (uint256, uint256));
            _deposit(session, amount);
        } else if (name == ISessionEscrow.ReceiptRedeemed.selector) {
            (, uint256 cumulativeAmount, ) = abi.decode(log.data, (uint256, uint256, uint256));
            if (cumulativeAmount > session.highest) session.highest = cumulativeAmount;
            uint256 due = session.highest < session.deposited ? session.highest : session.deposited;
            _move(session.terms.token, address(_SESSIONS), session.terms.payout, due - session.paid);
            session.paid = due;
        } else if (name == ISessionEscrow.SessionClosed.selector) {
            uint256 rest = session.deposited - session.paid;
            _move(session.terms.token, address(_SESSIONS), session.terms.payer, rest);
        }
    }

    function _deposit(TwinSession storage session, uint256 amount) private {
        session.deposited += amount;
        _move(session.terms.token, session.terms.payer, address(_SESSIONS), amount);
    }
}
