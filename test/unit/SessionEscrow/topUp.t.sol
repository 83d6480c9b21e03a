// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {SessionTerms} from "../../../contracts/types/Session.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionEscrowTopUpTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    function testFuzz_When_ThePayerTopsUp(uint256 seed, bool redeems) public {
        SessionTerms memory terms = anyTerms(seed);
        uint256 deposit = pick(seed, "deposit", 1, MOST_DEPOSIT - 1);
        uint128 amount = uint128(pick(seed, "amount", 1, MOST_DEPOSIT - deposit));
        openSession(terms, deposit);
        if (redeems) redeem(terms, uint128(pick(seed, "receipt", 1, type(uint128).max)));
        vm.warp(pick(seed, "when", block.timestamp, terms.expiresAt));
        fund(client, amount);
        Books memory expected = booksOf(terms);
        expected.payer -= amount;
        expected.market += amount;
        expected.session.deposited += uint88(amount);

        expectEvent(address(sessions));
        emit ISessionEscrow.SessionToppedUp(idOfSession(terms), provider, client, amount, deposit + amount);
        expectTransfer(client, address(sessions), amount);
        vm.recordLogs();
        vm.prank(client);
        sessions.topUp(terms, amount);
        assertEq(recordedEventsOf(address(sessions)), 1, "one event");
        requireBooks(terms, expected);
    }

    function testFuzz_RevertWhen_TheCallerIsNotThePayer(address caller, uint256 seed) public {
        vm.assume(caller != client);
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        vm.warp(pick(seed, "when", block.timestamp, terms.expiresAt + 400 days));
        address[6] memory callers = [caller, payerKey, owner, operator, provider, payout];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = SessionErrors.notPayer(sessionId, callers[i]);
            requireRevertHere(callers[i], _topUpCall(terms, 1), expected, "not the payer");
        }
    }

    function testFuzz_TheExpiryIncludesItsSecond(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        vm.warp(terms.expiresAt);
        topUpSession(terms, 1);
        vm.warp(terms.expiresAt + 1);
        requireRevertHere(
            client,
            _topUpCall(terms, 1),
            SessionErrors.expired(sessionId, block.timestamp, terms.expiresAt),
            "a second late"
        );
        vm.warp(terms.expiresAt + pick(seed, "late", 1, 1_000 days));
        requireRevertHere(
            client,
            _topUpCall(terms, 1),
            SessionErrors.expired(sessionId, block.timestamp, terms.expiresAt),
            "late"
        );
        assertEq(sessionOf(terms).deposited, DEPOSIT + 1, "deposited in time");
    }

    /// @dev What was redeemed leaves no room for more: the bound is on all that was ever paid in.
    function testFuzz_RevertWhen_TheAmountIsOutOfBounds(uint256 seed, bool redeems) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        bytes32 sessionId = openSession(terms, deposit);
        if (redeems) redeem(terms, type(uint128).max);
        fund(client, type(uint128).max);
        uint256 maximum = MOST_DEPOSIT - deposit;
        uint256 beyond = pick(seed, "beyond", maximum + 1, type(uint128).max);
        uint256[4] memory values = [0, maximum + 1, type(uint128).max, beyond];
        for (uint256 i; i < values.length; ++i) {
            bytes memory expected = SessionErrors.amountOutOfBounds(sessionId, values[i], maximum);
            requireRevertHere(client, _topUpCall(terms, values[i]), expected, "amount");
        }
        if (maximum != 0) topUpSession(terms, maximum);
        assertEq(sessionOf(terms).deposited, MOST_DEPOSIT, "the most");
    }

    function testFuzz_RevertWhen_TheMoneyIsNotThere(uint128 amount, bool noAllowance) public {
        SessionTerms memory terms = openSession();
        amount = uint128(bound(amount, 1, MOST_DEPOSIT - DEPOSIT));
        fund(client, amount);
        uint256 had = noAllowance ? claimOf(client) : amount - 1;
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientBalance.selector,
            client,
            had,
            amount,
            idOf(payToken)
        );
        vm.startPrank(client);
        if (noAllowance) {
            vault.approve(address(sessions), idOf(payToken), amount - 1);
            expected = abi.encodeWithSelector(
                LibraryErrors.ERC6909InsufficientAllowance.selector,
                address(sessions),
                amount - 1,
                amount,
                idOf(payToken)
            );
        } else {
            vault.transfer(stranger, idOf(payToken), claimOf(client) - had);
        }
        vm.stopPrank();
        requireRevertHere(client, _topUpCall(terms, amount), expected, "no money");
        assertEq(sessionOf(terms).deposited, DEPOSIT, "deposited");
    }

    function _topUpCall(SessionTerms memory terms, uint256 amount) private pure returns (bytes memory) {
        return abi.encodeCall(ISessionEscrow.topUp, (terms, uint128(amount)));
    }
}
