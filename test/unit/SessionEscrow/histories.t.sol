// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, Session, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Whole lives of a session, call by call beside a plain account of it.
contract SessionEscrowHistoriesTest is SessionFixture {
    uint256 private constant CALLS = 24;
    uint256 private constant RECEIPTS = 7;

    /// @dev The plain account: sums, and what was ever the most.
    /// @param most What the highest receipt that was ever brought says.
    /// @param given What the payer gave, less what it got back.
    struct Account {
        uint256 deposited;
        uint256 redeemed;
        uint128 most;
        uint256 graceUntil;
        bool closing;
        bool closed;
        uint256 given;
    }

    SessionTerms private _terms;
    bytes32 private _id;
    Account private _account;

    function setUp() public {
        setUpSessions();
    }

    /// @dev After each call the chain stores what the account says, no amount ever falls, and the market holds exactly
    /// what was not redeemed. In the end what was redeemed and the rest are what was paid in.
    function testFuzz_AnyHistory(uint256 seed) public {
        _terms = anyTerms(seed);
        _id = idOfSession(_terms);
        uint256 deposit = pick(seed, "deposit", 1, MOST_DEPOSIT);
        openSession(_terms, deposit);
        _account.deposited = deposit;
        _account.given = deposit;
        _account.graceUntil = uint256(_terms.expiresAt) + _terms.graceSeconds;
        for (uint256 i; i < CALLS; ++i) {
            Session memory before = sessionOf(_terms);
            _step(uint256(keccak256(abi.encode(seed, i))));
            Session memory stored = sessionOf(_terms);
            assertTrue(stored.deposited >= before.deposited, "the deposit never falls");
            assertTrue(stored.redeemed >= before.redeemed, "what was redeemed never falls");
            assertTrue(uint8(stored.state) >= uint8(before.state), "no way back");
            _requireAccount(stored);
        }
        if (!_account.closed) {
            vm.warp(_account.graceUntil + 1);
            _close(stranger);
        }
        uint256 rest = _account.deposited - _account.redeemed;
        assertEq(_account.given, _account.redeemed, "the payer paid what was redeemed");
        assertEq(claimOf(payout) + rest, _account.deposited, "redeemed and rest are what was paid in");
        assertEq(claimOf(address(sessions)), 0, "nothing stays behind");
        _requireAccount(sessionOf(_terms));
    }

    /// @dev The same receipts in another order, one by one or in batches of any size, pay the same in the end: the
    /// highest of them, as far as the deposit goes.
    function testFuzz_OrderAndBatchesDoNotMatter(uint256 seed) public {
        uint128[] memory amounts = new uint128[](RECEIPTS);
        uint256 deposit = pick(seed, "deposit", 1, 1_000);
        uint256 most;
        for (uint256 i; i < RECEIPTS; ++i) {
            amounts[i] = uint128(uint256(keccak256(abi.encode(seed, i))) % 1_300);
            if (amounts[i] > most) most = amounts[i];
        }
        uint256 covered = most < deposit ? most : deposit;
        for (uint256 salt; salt < 3; ++salt) {
            SessionTerms memory terms = defaultTerms();
            terms.salt = salt;
            openSession(terms, deposit);
            uint256 had = claimOf(payout);
            if (salt != 0) _shuffle(amounts, seed ^ salt);
            if (salt == 2) _redeemInBatches(terms, amounts, seed);
            else _redeemOneByOne(terms, amounts);
            assertEq(claimOf(payout) - had, covered, "the same is paid");
            assertEq(sessionOf(terms).redeemed, covered, "and stored");
        }
    }

    /// @dev Top-ups between receipts change nothing of it, if the highest receipt is brought again in the end.
    function testFuzz_TopUpsBetweenReceiptsDoNotMatter(uint256 seed) public {
        SessionTerms memory terms = openSession();
        uint256 deposited = DEPOSIT;
        uint128 most;
        for (uint256 i; i < RECEIPTS; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            if (random & 1 == 0) {
                uint256 more = 1 + ((random >> 8) % DEPOSIT);
                topUpSession(terms, more);
                deposited += more;
            } else {
                uint128 cumulative = uint128((random >> 8) % (5 * DEPOSIT));
                if (cumulative > most) most = cumulative;
                sessions.redeemMany(_batchOf(terms, cumulative));
            }
        }
        sessions.redeemMany(_batchOf(terms, most));
        assertEq(claimOf(payout), most < deposited ? most : deposited, "the highest receipt, up to all deposits");
        closeSession(terms);
        assertEq(claimOf(client) + claimOf(payout), CLIENT_FUNDS + deposited, "nothing is lost");
    }

    /// @dev A million calls cost one redemption: only the last receipt counts.
    function testFuzz_OnlyTheLastReceiptCounts(uint256 price, uint256 calls) public {
        calls = bound(calls, 1, 1_000_000);
        price = bound(price, 1, MOST_DEPOSIT / calls);
        SessionTerms memory terms = defaultTerms();
        openSession(terms, MOST_DEPOSIT);
        assertEq(redeem(terms, uint128(price * calls)), price * calls, "all calls at once");
    }

    function _step(uint256 random) private {
        uint256 kind = random % 16;
        random >>= 8;
        if (kind < 4) _topUp(random);
        else if (kind < 9) _redeem(_receipt(random));
        else if (kind == 9) _redeem(_account.most);
        else if (kind < 12) _batch(random);
        else if (kind == 12) _startClose();
        else if (kind < 15) vm.warp(block.timestamp + (random % (4 hours)));
        else _close(random & 31 == 0 ? owner : stranger);
    }

    /// @dev Any amount up to twice the deposit and, now and then, up to the largest of all.
    function _receipt(uint256 random) private view returns (uint128) {
        if (random % 8 == 0) return uint128(random >> 8);
        return uint128((random >> 8) % (2 * _account.deposited + 1));
    }

    function _topUp(uint256 random) private {
        uint256 maximum = MOST_DEPOSIT - _account.deposited;
        uint256 amount = random % 4 == 0 ? (random >> 8) % 1_000 : (random >> 8) % (MOST_DEPOSIT / 5);
        bytes memory input = abi.encodeCall(ISessionEscrow.topUp, (_terms, uint128(amount)));
        fund(client, amount + 1);
        if (_account.closed || _account.closing) return _requireUnexpected(client, input, 2);
        if (block.timestamp > _terms.expiresAt) {
            bytes memory late = SessionErrors.expired(_id, block.timestamp, _terms.expiresAt);
            return requireRevertHere(client, input, late, "history: late top-up");
        }
        if (amount == 0 || amount > maximum) {
            bytes memory refusal = SessionErrors.amountOutOfBounds(_id, amount, maximum);
            return requireRevertHere(client, input, refusal, "history: amount");
        }
        vm.prank(client);
        sessions.topUp(_terms, uint128(amount));
        _account.deposited += amount;
        _account.given += amount;
    }

    function _redeem(uint128 cumulative) private {
        bytes memory input = redeemCall(_terms, cumulative);
        if (_account.closed) return _requireUnexpected(stranger, input, 6);
        uint256 due = _due(cumulative);
        if (due == 0) {
            bytes memory stale = SessionErrors.receiptStale(_id, cumulative, _account.redeemed, _account.deposited);
            return requireRevertHere(stranger, input, stale, "history: stale");
        }
        assertEq(redeem(_terms, cumulative), due, "history: the amount");
        _pay(cumulative, due);
    }

    function _batch(uint256 random) private {
        Redemption[] memory batch = new Redemption[](3);
        uint256 count;
        for (uint256 i; i < 3; ++i) {
            uint128 cumulative = _receipt(uint256(keccak256(abi.encode(random, i))));
            batch[i] = redemption(_terms, cumulative);
            uint256 due = _account.closed ? 0 : _due(cumulative);
            if (due == 0) continue;
            _pay(cumulative, due);
            ++count;
        }
        assertEq(sessions.redeemMany(batch), count, "history: how many paid");
    }

    function _startClose() private {
        bytes memory input = abi.encodeCall(ISessionEscrow.startClose, (_terms));
        if (_account.closed || _account.closing) return _requireUnexpected(client, input, 2);
        if (block.timestamp > _terms.expiresAt) {
            bytes memory late = SessionErrors.expired(_id, block.timestamp, _terms.expiresAt);
            return requireRevertHere(client, input, late, "history: expired");
        }
        startClose(_terms);
        _account.closing = true;
        _account.graceUntil = block.timestamp + _terms.graceSeconds;
    }

    function _close(address caller) private {
        bytes memory input = abi.encodeCall(ISessionEscrow.close, (_terms));
        if (_account.closed) return _requireUnexpected(caller, input, 6);
        if (caller != owner && block.timestamp <= _account.graceUntil) {
            bytes memory early = SessionErrors.tooEarly(_id, block.timestamp, _account.graceUntil);
            return requireRevertHere(caller, input, early, "history: early");
        }
        uint256 had = claimOf(client);
        vm.prank(caller);
        sessions.close(_terms);
        _account.closed = true;
        uint256 rest = _account.deposited - _account.redeemed;
        assertEq(claimOf(client) - had, rest, "history: the rest");
        _account.given -= rest;
    }

    function _due(uint128 cumulative) private view returns (uint256) {
        uint256 covered = cumulative < _account.deposited ? cumulative : _account.deposited;
        return covered > _account.redeemed ? covered - _account.redeemed : 0;
    }

    function _pay(uint128 cumulative, uint256 due) private {
        _account.redeemed += due;
        if (cumulative > _account.most) _account.most = cumulative;
    }

    function _requireUnexpected(address caller, bytes memory input, uint256 allowed) private {
        SessionState current = _account.closed ? SessionState.CLOSED : SessionState.CLOSING;
        requireRevertHere(caller, input, SessionErrors.unexpectedState(_id, current, allowed), "history: state");
    }

    function _requireAccount(Session memory stored) private view {
        SessionState state = _account.closing ? SessionState.CLOSING : SessionState.OPEN;
        if (_account.closed) state = SessionState.CLOSED;
        assertTrue(stored.state == state, "history: the state");
        assertEq(stored.deposited, _account.deposited, "history: deposited");
        assertEq(stored.redeemed, _account.redeemed, "history: redeemed");
        assertEq(claimOf(payout), _account.redeemed, "history: what the provider has");
        uint256 held = _account.closed ? 0 : _account.deposited - _account.redeemed;
        assertEq(claimOf(address(sessions)), held, "history: what the market holds");
    }

    function _redeemOneByOne(SessionTerms memory terms, uint128[] memory amounts) private {
        for (uint256 i; i < amounts.length; ++i) {
            (bool succeeded, bytes memory answer) = address(sessions).call(redeemCall(terms, amounts[i]));
            bytes4 error_ = ISessionEscrow.SessionEscrow_ReceiptStale.selector;
            if (!succeeded) assertEq(bytes32(bytes4(answer)), bytes32(error_), "stale, or paid");
        }
    }

    function _redeemInBatches(SessionTerms memory terms, uint128[] memory amounts, uint256 seed) private {
        uint256 done;
        while (done < amounts.length) {
            uint256 size = bound(uint256(keccak256(abi.encode(seed, done))), 1, amounts.length - done);
            Redemption[] memory batch = new Redemption[](size);
            for (uint256 i; i < size; ++i) batch[i] = redemption(terms, amounts[done + i]);
            sessions.redeemMany(batch);
            done += size;
        }
    }

    function _shuffle(uint128[] memory amounts, uint256 seed) private pure {
        for (uint256 i = amounts.length - 1; i != 0; --i) {
            uint256 j = uint256(keccak256(abi.encode(seed, "shuffle", i))) % (i + 1);
            (amounts[i], amounts[j]) = (amounts[j], amounts[i]);
        }
    }

    function _batchOf(SessionTerms memory terms, uint128 cumulative) private view returns (Redemption[] memory batch) {
        batch = new Redemption[](1);
        batch[0] = redemption(terms, cumulative);
    }
}
