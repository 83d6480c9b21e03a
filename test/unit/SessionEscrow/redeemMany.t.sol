// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionEscrowRedeemManyTest is SessionFixture {
    uint256 private constant SESSIONS = 4;
    uint256 private constant RECEIPTS = 9;

    function setUp() public {
        setUpSessions();
    }

    function testFuzz_When_EachReceiptIsOfItsOwnSession(uint256 seed, address caller) public {
        Redemption[] memory batch = new Redemption[](SESSIONS);
        uint256[] memory amounts = new uint256[](SESSIONS);
        uint256 total;
        for (uint256 i; i < SESSIONS; ++i) {
            uint256 seedOfOne = uint256(keccak256(abi.encode(seed, i)));
            uint128 deposit = anyDeposit(seedOfOne);
            uint128 cumulative = uint128(pick(seedOfOne, "receipt", 1, type(uint128).max));
            batch[i] = redemption(_open(i, deposit), cumulative);
            amounts[i] = cumulative < deposit ? cumulative : deposit;
            total += amounts[i];
        }
        Books memory expected = booksOf(batch[0].terms);
        expectPaid(expected, amounts[0]);
        (expected.market, expected.payout) = (expected.market + amounts[0] - total, total);
        for (uint256 i; i < SESSIONS; ++i) {
            expectRedeemed(batch[i].terms, amounts[i], batch[i].cumulativeAmount, amounts[i]);
        }
        vm.prank(caller);
        assertEq(sessions.redeemMany(batch), SESSIONS, "all of them");
        requireBooks(batch[0].terms, expected);
    }

    function test_When_TheBatchIsEmpty_NothingHappens() public {
        assertEq(sessions.redeemMany(new Redemption[](0)), 0, "none");
    }

    /// @dev What pays nothing is skipped without a look at its signature: stale, used up, closed, or no session at all.
    function testFuzz_When_AReceiptPaysNothing_ItIsSkipped(uint256 seed, bytes memory junk, uint8 place) public {
        SessionTerms memory good = _open(0, DEPOSIT);
        SessionTerms memory usedUp = _open(1, 10);
        redeem(usedUp, type(uint128).max);
        SessionTerms memory stale = _open(2, DEPOSIT);
        redeem(stale, 10);
        SessionTerms memory closed = _open(3, DEPOSIT);
        closeSession(closed);
        SessionTerms memory unknown = defaultTerms();
        unknown.salt = 99;
        Redemption[] memory skipped = new Redemption[](6);
        skipped[0] = redemption(usedUp, uint128(pick(seed, "beyond", 10, type(uint128).max)));
        skipped[1] = redemption(stale, uint128(pick(seed, "stale", 0, 10)));
        skipped[2] = redemption(closed, uint128(pick(seed, "closed", 0, type(uint128).max)));
        skipped[3] = redemption(unknown, uint128(pick(seed, "unknown", 0, type(uint128).max)));
        skipped[4] = Redemption(closed, 7, junk);
        skipped[5] = Redemption(stale, 10, junk);

        Redemption[] memory batch = new Redemption[](7);
        place %= 7;
        for (uint256 i; i < 7; ++i) {
            if (i != place) batch[i] = skipped[i < place ? i : i - 1];
        }
        batch[place] = redemption(good, 5);
        Books memory expected = booksOf(good);
        expectPaid(expected, 5);
        bytes32 others = _statesOf(usedUp, stale, closed, unknown);
        vm.recordLogs();
        assertEq(sessions.redeemMany(batch), 1, "one paid");
        assertEq(recordedEventsOf(address(sessions)), 1, "one event");
        requireBooks(good, expected);
        assertEq(_statesOf(usedUp, stale, closed, unknown), others, "the others stay as they are");
    }

    function testFuzz_When_AllAreStale_NothingHappens(uint8 count) public {
        SessionTerms memory terms = openSession();
        Redemption[] memory batch = new Redemption[](bound(count, 1, 20));
        for (uint256 i; i < batch.length; ++i) batch[i] = redemption(terms, 5);
        redeem(terms, 5);
        Books memory expected = booksOf(terms);
        vm.recordLogs();
        assertEq(sessions.redeemMany(batch), 0, "none");
        assertEq(vm.getRecordedLogs().length, 0, "no event of anybody");
        requireBooks(terms, expected);
    }

    /// @dev A wrong signature on a receipt that would pay: the batch fails as a whole, wherever it stands.
    function testFuzz_RevertWhen_ASignatureIsWrong(uint8 place, uint256 key, bool closing) public {
        vm.assume(key != 0 && key != RECEIPT_KEY && key < type(uint248).max);
        Redemption[] memory batch = new Redemption[](SESSIONS);
        for (uint256 i; i < SESSIONS; ++i) batch[i] = redemption(_open(i, DEPOSIT), 5);
        SessionTerms memory terms = batch[place % SESSIONS].terms;
        if (closing) startClose(terms);
        batch[place % SESSIONS].signature = signReceiptAs(key, terms, 5);
        Books memory expected = booksOf(terms);
        bytes memory refusal = SessionErrors.signatureInvalid(idOfSession(terms), 5, payerKey);
        bytes memory input = abi.encodeCall(ISessionEscrow.redeemMany, (batch));
        requireRevertHere(stranger, input, refusal, "a wrong signature");
        requireBooks(terms, expected);
        for (uint256 i; i < SESSIONS; ++i) assertEq(sessionOf(batch[i].terms).redeemed, 0, "nothing is redeemed");
    }

    /// @dev A batch does what its receipts do one by one, in the same order: same books, same count, same events.
    function testFuzz_ABatchEqualsSingleRedemptions(uint256 seed) public {
        SessionTerms[] memory all = new SessionTerms[](SESSIONS);
        for (uint256 i; i < SESSIONS; ++i) {
            all[i] = _open(i, pick(seed, string(abi.encode("deposit", i)), 1, 1_000));
            uint256 state = uint256(keccak256(abi.encode(seed, "state", i))) % 4;
            if (state == 1) startClose(all[i]);
            if (state == 2) closeSession(all[i]);
            if (state == 3) redeem(all[i], uint128(pick(seed, "redeemed", 1, 500)));
        }
        Redemption[] memory batch = new Redemption[](RECEIPTS);
        for (uint256 i; i < RECEIPTS; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            batch[i] = redemption(all[random % SESSIONS], uint128((random >> 8) % 1_500));
        }

        uint256 snapshot = vm.snapshotState();
        uint256 paid;
        uint256 sum = claimOf(payout);
        for (uint256 i; i < RECEIPTS; ++i) {
            try sessions.redeem(batch[i].terms, batch[i].cumulativeAmount, batch[i].signature) returns (uint256 got) {
                ++paid;
                sum += got;
            } catch {}
        }
        assertEq(claimOf(payout), sum, "what the calls say");
        Books[] memory expected = new Books[](SESSIONS);
        for (uint256 i; i < SESSIONS; ++i) expected[i] = booksOf(all[i]);
        vm.revertToState(snapshot);

        vm.recordLogs();
        assertEq(sessions.redeemMany(batch), paid, "as many");
        assertEq(recordedEventsOf(address(sessions)), paid, "an event each");
        for (uint256 i; i < SESSIONS; ++i) requireBooks(all[i], expected[i]);
    }

    /// @dev The same session many times in a batch: each receipt pays its difference.
    function testFuzz_When_ASessionComesTwice(uint128 first, uint128 second) public {
        first = uint128(bound(first, 1, DEPOSIT - 1));
        second = uint128(bound(second, first + 1, DEPOSIT));
        SessionTerms memory terms = openSession();
        Redemption[] memory batch = new Redemption[](3);
        batch[0] = redemption(terms, first);
        batch[1] = redemption(terms, first);
        batch[2] = redemption(terms, second);
        expectRedeemed(terms, first, first, first);
        expectRedeemed(terms, second - first, second, second);
        assertEq(sessions.redeemMany(batch), 2, "both, once");
        assertEq(claimOf(payout), second, "paid");
    }

    function _open(uint256 salt, uint256 deposit) private returns (SessionTerms memory terms) {
        terms = defaultTerms();
        terms.salt = salt;
        openSession(terms, deposit);
    }

    function _statesOf(
        SessionTerms memory first,
        SessionTerms memory second,
        SessionTerms memory third,
        SessionTerms memory fourth
    ) private view returns (bytes32) {
        assertTrue(sessionOf(fourth).state == SessionState.NONE, "unknown");
        return keccak256(abi.encode(sessionOf(first), sessionOf(second), sessionOf(third), sessionOf(fourth)));
    }
}
