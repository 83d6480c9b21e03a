// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {Session, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionEscrowOpenTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    function testFuzz_When_ThePayerOpens(uint256 seed, uint32 openedBlock) public {
        vm.roll(openedBlock);
        SessionTerms memory terms = anyTerms(seed);
        uint128 amount = anyDeposit(seed);
        fund(client, amount);
        Books memory expected = booksOf(terms);
        expected.payer -= amount;
        expected.market += amount;
        expected.session = Session(SessionState.OPEN, uint88(amount), 0, openedBlock, 0);

        expectEvent(address(sessions));
        emit ISessionEscrow.SessionOpened(idOfSession(terms), provider, client, terms, amount);
        expectTransfer(client, address(sessions), amount);
        vm.prank(client);
        assertEq(sessions.open(terms, amount), idOfSession(terms), "the session's id");
        requireBooks(terms, expected);
    }

    function test_EmitsOneEvent() public {
        SessionTerms memory terms = defaultTerms();
        vm.recordLogs();
        vm.prank(client);
        sessions.open(terms, 1);
        assertEq(recordedEventsOf(address(sessions)), 1, "events");
    }

    /// @dev The payer's own key, or anybody's; the provider's side may be a payer like any other.
    function testFuzz_When_AnybodyIsThePayer(uint256 whoSeed, bool ownKey) public {
        address[6] memory payers = [client, owner, operator, provider, payout, stranger];
        SessionTerms memory terms = defaultTerms();
        terms.payer = payers[whoSeed % payers.length];
        if (ownKey) terms.payerKey = terms.payer;
        letSessionsDraw(terms.payer);
        openSession(terms, DEPOSIT);
        assertTrue(sessionOf(terms).state == SessionState.OPEN, "open");
    }

    /// @dev Any token that somebody has a claim in.
    function testFuzz_When_PaidInAnotherToken(uint128 amount) public {
        amount = uint128(bound(amount, 1, STAKE));
        SessionTerms memory terms = defaultTerms();
        terms.token = address(stakeToken);
        stakeToken.mint(client, amount);
        vm.startPrank(client);
        stakeToken.approve(address(vault), amount);
        vault.deposit(stakeToken, amount, client);
        vault.approve(address(sessions), idOf(stakeToken), amount);
        sessions.open(terms, amount);
        vm.stopPrank();
        assertEq(vault.balanceOf(address(sessions), idOf(stakeToken)), amount, "this token");
        assertEq(vault.allowance(client, address(sessions), idOf(stakeToken)), 0, "the allowance is used");
        assertEq(claimOf(address(sessions)), 0, "no other");
        redeem(terms, amount);
        assertEq(vault.balanceOf(payout, idOf(stakeToken)), amount, "earned in this token");
    }

    function testFuzz_When_SaltsDiffer_SessionsAreTwo(uint256 salt, uint256 otherSalt) public {
        vm.assume(salt != otherSalt);
        SessionTerms memory terms = defaultTerms();
        SessionTerms memory other = defaultTerms();
        (terms.salt, other.salt) = (salt, otherSalt);
        openSession(terms, 10);
        openSession(other, 20);
        redeem(terms, 7);
        requireSession(sessionOf(other), Session(SessionState.OPEN, 20, 0, uint32(block.number), 0));
        assertEq(sessionOf(terms).redeemed, 7, "the first");
    }

    function testFuzz_RevertWhen_TheCallerIsNotThePayer(address caller, uint256 seed) public {
        vm.assume(caller != client);
        SessionTerms memory terms = anyTerms(seed);
        address[6] memory callers = [caller, payerKey, owner, operator, provider, payout];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = SessionErrors.notPayer(idOfSession(terms), callers[i]);
            requireRevertHere(callers[i], _openCall(terms, 1), expected, "not the payer");
        }
    }

    function testFuzz_RevertWhen_ThePayerKeyIsZero(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        terms.payerKey = address(0);
        bytes memory expected = SessionErrors.payerKeyZero(idOfSession(terms));
        requireRevertHere(client, _openCall(terms, 1), expected, "no payer key");
    }

    function testFuzz_RevertWhen_TheProviderIsUnknown(address unknown, uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        address[5] memory others = [unknown, owner, operator, payout, address(0)];
        for (uint256 i; i < others.length; ++i) {
            if (others[i] == provider) continue;
            terms.provider = others[i];
            bytes memory expected = SessionErrors.unknownProvider(idOfSession(terms), others[i]);
            requireRevertHere(client, _openCall(terms, 1), expected, "no such provider");
        }
    }

    function testFuzz_RevertWhen_ThePayoutIsAnother(address other, uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        address[4] memory others = [other, address(0), provider, owner];
        for (uint256 i; i < others.length; ++i) {
            if (others[i] == payout) continue;
            terms.payout = others[i];
            bytes memory expected = SessionErrors.payoutMismatch(idOfSession(terms), others[i], payout);
            requireRevertHere(client, _openCall(terms, 1), expected, "another payout");
        }
    }

    function testFuzz_RevertWhen_TheExpiryIsOutOfBounds(uint40 expiresAt) public {
        SessionTerms memory terms = defaultTerms();
        uint256 nowAt = block.timestamp;
        uint256[3] memory values = [nowAt - 1, nowAt + 366 days + 1, expiresAt];
        for (uint256 i; i < values.length; ++i) {
            if (values[i] >= nowAt && values[i] <= nowAt + 366 days) continue;
            terms.expiresAt = uint40(values[i]);
            bytes memory expected = JobErrors.outOfBounds("expiresAt", values[i], nowAt, nowAt + 366 days);
            requireRevertHere(client, _openCall(terms, 1), expected, "expiry");
        }
    }

    function testFuzz_RevertWhen_TheGraceIsOutOfBounds(uint32 graceSeconds) public {
        SessionTerms memory terms = defaultTerms();
        uint256[4] memory values = [0, uint256(1 hours - 1), 30 days + 1, graceSeconds];
        for (uint256 i; i < values.length; ++i) {
            if (values[i] >= 1 hours && values[i] <= 30 days) continue;
            terms.graceSeconds = uint32(values[i]);
            bytes memory expected = JobErrors.outOfBounds("graceSeconds", values[i], 1 hours, 30 days);
            requireRevertHere(client, _openCall(terms, 1), expected, "grace");
        }
    }

    function testFuzz_When_TheLimitsAreMet(bool longest, bool slowest) public {
        SessionTerms memory terms = defaultTerms();
        terms.expiresAt = uint40(block.timestamp + (longest ? 366 days : 0));
        terms.graceSeconds = slowest ? 30 days : 1 hours;
        openSession(terms, DEPOSIT);
        assertTrue(sessionOf(terms).state == SessionState.OPEN, "open");
    }

    function testFuzz_RevertWhen_TheAmountIsOutOfBounds(uint128 amount, uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        uint256[4] memory values = [
            0,
            MOST_DEPOSIT + 1,
            type(uint128).max,
            bound(amount, MOST_DEPOSIT + 1, type(uint128).max)
        ];
        fund(client, type(uint128).max);
        for (uint256 i; i < values.length; ++i) {
            bytes memory expected = SessionErrors.amountOutOfBounds(idOfSession(terms), values[i], MOST_DEPOSIT);
            requireRevertHere(client, _openCall(terms, values[i]), expected, "amount");
        }
    }

    function testFuzz_RevertWhen_TheClaimIsTooSmall(uint256 had, uint128 amount, uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        terms.payer = stranger;
        letSessionsDraw(stranger);
        amount = uint128(bound(amount, 1, MOST_DEPOSIT));
        had = bound(had, 0, amount - 1);
        if (had != 0) fund(stranger, had);
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientBalance.selector,
            stranger,
            had,
            amount,
            idOf(payToken)
        );
        requireRevertHere(stranger, _openCall(terms, amount), expected, "claim");
        assertTrue(sessionOf(terms).state == SessionState.NONE, "not open");
    }

    function testFuzz_RevertWhen_TheAllowanceIsTooSmall(uint256 allowed, uint128 amount, uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        amount = uint128(bound(amount, 1, MOST_DEPOSIT));
        allowed = bound(allowed, 0, amount - 1);
        fund(client, amount);
        vm.prank(client);
        vault.approve(address(sessions), idOf(payToken), allowed);
        bytes memory expected = abi.encodeWithSelector(
            LibraryErrors.ERC6909InsufficientAllowance.selector,
            address(sessions),
            allowed,
            amount,
            idOf(payToken)
        );
        requireRevertHere(client, _openCall(terms, amount), expected, "allowance");
        assertTrue(sessionOf(terms).state == SessionState.NONE, "not open");
    }

    /// @dev The payout of the opening stays, whatever the provider says of itself later.
    function testFuzz_When_ThePayoutChangesLater_ThisOneIsPaid(address newPayout) public {
        vm.assume(newPayout != address(0) && newPayout != payout && newPayout != address(sessions));
        SessionTerms memory terms = openSession();
        vm.prank(owner);
        registry.updateProfile(provider, Profile(newPayout, keccak256("x25519"), "http://provider"));
        uint256 had = claimOf(newPayout);
        redeem(terms, 5);
        assertEq(claimOf(payout), 5, "the payout of the terms");
        assertEq(claimOf(newPayout), had, "not the new one");
        terms.salt = 2;
        bytes memory expected = SessionErrors.payoutMismatch(idOfSession(terms), payout, newPayout);
        requireRevertHere(client, _openCall(terms, 1), expected, "a new session names the new payout");
    }

    function _openCall(SessionTerms memory terms, uint256 amount) private pure returns (bytes memory) {
        return abi.encodeCall(ISessionEscrow.open, (terms, uint128(amount)));
    }
}
