// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: consume so little, so often or from so many payers, that no receipt is worth the gas of its
/// redemption.
/// Peer: Livepeer, whose receivers had to refuse winning tickets worth less than their redemption (reported:
/// go-livepeer#1590, #1603; peers.md 2), and pay 98,798 gas a ticket in a batch of five (measured; peers.md 3.1).
///
/// The bound. A receipt is cumulative, so a session costs one redemption however many calls it had, and no time runs
/// out before somebody closes it. In a batch of 20 a redemption costs at most 25,000 gas, all told, and alone 80,000. So
/// of each session a provider leaves behind less than the price of that, whatever the price of a call; and nothing where
/// the session consumed more.
contract VoucherWorthLessThanGasTest is SessionFixture {
    uint256 private constant SESSIONS = 20;
    uint256 private constant MOST_GAS = 25_000;
    uint256 private constant MOST_GAS_ALONE = 80_000;
    uint256 private constant BASE_FEE = 21_000;
    uint128 private constant DUST = 3;

    SessionTerms[] private _all;
    bytes private _input;

    /// @dev Each payer consumed dust. The opening is another transaction, so that the test's storage is cold.
    function setUp() public {
        setUpSessions();
        Redemption[] memory batch = new Redemption[](SESSIONS);
        for (uint256 i; i < SESSIONS; ++i) {
            SessionTerms memory terms = defaultTerms();
            terms.salt = uint256(keccak256(abi.encode(i)));
            openSession(terms, DEPOSIT);
            _all.push(terms);
            batch[i] = redemption(terms, DUST);
        }
        _input = abi.encodeCall(ISessionEscrow.redeemMany, (batch));
    }

    /// @dev The bound is measured as a transaction pays it: base fee, calldata and execution.
    function test_TheGasOfAReceiptInABatch() public {
        uint256 gasOfOne = _gasOf(_input) / SESSIONS;
        assertEq(claimOf(payout), SESSIONS * DUST, "all the dust");
        assertTrue(gasOfOne <= MOST_GAS, "the bound");
        assertTrue(gasOfOne >= MOST_GAS / 2, "storage was cold, so the figure is no flattery");
    }

    /// @dev A session that is redeemed alone bears the base fee alone; here also the payout address's first claim.
    function test_TheGasOfAReceiptAlone() public {
        bytes memory input = redeemCall(_all[0], DUST);
        uint256 gas = _gasOf(input);
        assertEq(claimOf(payout), DUST, "the dust");
        assertTrue(gas <= MOST_GAS_ALONE, "the bound");
        assertTrue(gas >= MOST_GAS_ALONE / 2, "storage was cold, so the figure is no flattery");
    }

    /// @dev A thousand calls of one unit are one receipt: nothing of them is lost by waiting.
    function testFuzz_ManyCallsCostOneRedemption(uint256 calls, uint256 price, uint256 waits) public {
        calls = bound(calls, 1, 1_000_000);
        price = bound(price, 1, DEPOSIT / calls);
        vm.warp(block.timestamp + bound(waits, 0, 1_000 days));
        assertEq(redeem(_all[0], uint128(price * calls)), price * calls, "all calls at once");
        assertEq(claimOf(payout), price * calls, "paid");
    }

    /// @dev A receipt that is not worth its gas yet is left out, and costs nothing: it is in the next one's sum, also
    /// when the payer asks for the end meanwhile.
    function testFuzz_WhatIsLeftOutIsPaidLater(uint256 seed, bool closing) public {
        SessionTerms memory patient = _all[0];
        SessionTerms memory hasty = _all[1];
        uint128 cumulative;
        uint256 had = claimOf(payout);
        for (uint256 i; i < 5; ++i) {
            cumulative += uint128(pick(seed, string(abi.encode(i)), 1, DEPOSIT / 5));
            redeem(hasty, cumulative);
        }
        assertEq(claimOf(payout) - had, cumulative, "at five redemptions");
        if (closing) startClose(patient);
        assertEq(redeem(patient, cumulative), cumulative, "the same at one");
    }

    /// @dev One that somebody redeemed or closed meanwhile does not cost the batch: it is skipped.
    function testFuzz_ABatchSurvivesItsWorstItems(uint256 closedMask, uint256 redeemedMask) public {
        uint256 expected;
        for (uint256 i; i < SESSIONS; ++i) {
            if ((closedMask >> i) & 1 == 1) closeSession(_all[i]);
            else if ((redeemedMask >> i) & 1 == 1) redeem(_all[i], DUST);
            else ++expected;
        }
        uint256 had = claimOf(payout);
        (, bytes memory answer) = address(sessions).call(_input);
        assertEq(abi.decode(answer, (uint256)), expected, "the others are paid");
        assertEq(claimOf(payout) - had, expected * DUST, "what they say");
    }

    /// @dev What a call costs as a transaction of its own.
    function _gasOf(bytes memory input) private returns (uint256) {
        uint256 calldataGas;
        for (uint256 i; i < input.length; ++i) calldataGas += input[i] == 0 ? 4 : 16;
        address market = address(sessions);
        vm.prank(stranger);
        uint256 before = gasleft();
        (bool succeeded, ) = market.call(input);
        uint256 executionGas = before - gasleft();
        assertTrue(succeeded, "redeemed");
        return BASE_FEE + calldataGas + executionGas;
    }
}
