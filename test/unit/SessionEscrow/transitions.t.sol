// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Redemption, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionCalls} from "../../utils/SessionCalls.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every state and every call that its row of the table does not have, by anyone and at any time.
contract SessionEscrowTransitionsTest is SessionCalls {
    function setUp() public {
        setUpSessions();
    }

    function testFuzz_RevertGiven_NoSuchSession(address caller, uint256 seed) public {
        _requireOnly(sessionIn(SessionState.NONE), 4, caller, seed);
    }

    function testFuzz_RevertGiven_Open(address caller, uint256 seed) public {
        _requireOnly(sessionIn(SessionState.OPEN), 1, caller, seed);
    }

    function testFuzz_RevertGiven_Closing(address caller, uint256 seed) public {
        _requireOnly(sessionIn(SessionState.CLOSING), 3, caller, seed);
    }

    function testFuzz_RevertGiven_ClosedByTheProvider(address caller, uint256 seed) public {
        _requireOnly(sessionIn(SessionState.CLOSED), 5, caller, seed);
    }

    function testFuzz_RevertGiven_ClosedAfterTheExpiry(address caller, uint256 seed) public {
        SessionTerms memory terms = openSession();
        vm.warp(uint256(terms.expiresAt) + terms.graceSeconds + 1);
        sessions.close(terms);
        _requireOnly(terms, 5, caller, seed);
    }

    function testFuzz_RevertGiven_ClosedAfterThePayerAsked(address caller, uint256 seed) public {
        SessionTerms memory terms = sessionIn(SessionState.CLOSING);
        vm.warp(sessionOf(terms).graceUntil + 1);
        sessions.close(terms);
        _requireOnly(terms, 5, caller, seed);
    }

    /// @dev Terms are used once, also when nothing was ever redeemed.
    function testFuzz_RevertGiven_AllWasRedeemed(address caller, uint256 seed) public {
        SessionTerms memory terms = openSession();
        redeem(terms, type(uint128).max);
        closeSession(terms);
        _requireOnly(terms, 5, caller, seed);
    }

    /// @dev All calls in all states that they need, by whoever may make them: so that no test above passes for another
    /// reason. Each leads to the state that the table says.
    function test_EveryCallWorksInItsStates() public {
        SessionState[STEPS] memory ends = [
            SessionState.OPEN,
            SessionState.OPEN,
            SessionState.NONE,
            SessionState.CLOSING,
            SessionState.CLOSED
        ];
        uint256 cells;
        for (uint8 state; state <= uint8(SessionState.CLOSED); ++state) {
            for (uint256 i; i < STEPS; ++i) {
                uint256 snapshot = vm.snapshotState();
                SessionTerms memory terms = sessionIn(SessionState(state));
                Step memory step = stepsOf(terms)[i];
                if ((step.allowed >> state) & 1 == 1) {
                    vm.prank(step.caller);
                    (bool succeeded, ) = address(sessions).call(step.input);
                    assertTrue(succeeded, step.name);
                    SessionState end = i == 2 ? SessionState(state) : ends[i];
                    assertTrue(sessionOf(terms).state == end, step.name);
                    ++cells;
                }
                vm.revertToState(snapshot);
            }
        }
        assertEq(cells, 7, "cells of the table");
    }

    /// @dev In a batch the same states pay, and the others are skipped.
    function test_ABatchPaysInTheSameStates() public {
        for (uint8 state; state <= uint8(SessionState.CLOSED); ++state) {
            uint256 snapshot = vm.snapshotState();
            SessionTerms memory terms = sessionIn(SessionState(state));
            Redemption[] memory batch = new Redemption[](1);
            batch[0] = redemption(terms, 5);
            Books memory expected = booksOf(terms);
            bool pays = (IF_LIVE >> state) & 1 == 1;
            if (pays) expectPaid(expected, 5);
            assertEq(sessions.redeemMany(batch), pays ? 1 : 0, "paid");
            requireBooks(terms, expected);
            vm.revertToState(snapshot);
        }
    }

    /// @param refusals How many calls the state does not have.
    function _requireOnly(SessionTerms memory terms, uint256 refusals, address caller, uint256 seed) private {
        address[6] memory callers = [caller, client, owner, operator, provider, payerKey];
        Books memory expected = booksOf(terms);
        SessionState current = expected.session.state;
        vm.warp(block.timestamp + pick(seed, "wait", 0, 1_000 days));
        Step[] memory steps = stepsOf(terms);
        for (uint256 i; i < steps.length; ++i) {
            if ((steps[i].allowed >> uint8(current)) & 1 == 1) continue;
            --refusals;
            bytes memory refusal = SessionErrors.unexpectedState(idOfSession(terms), current, steps[i].allowed);
            address chosen = callers[uint256(keccak256(abi.encode(seed, i))) % callers.length];
            requireRevertHere(chosen, steps[i].input, refusal, steps[i].name);
            requireRevertHere(steps[i].caller, steps[i].input, refusal, steps[i].name);
        }
        assertEq(refusals, 0, "cells that the table does not have");
        requireBooks(terms, expected);
    }
}
