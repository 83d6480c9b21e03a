// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer} from "../../../contracts/types/Order.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice How a dispute ends that nobody answered.
contract JobEscrowNoRulingTest is DisputeFixture {
    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_When_AnyoneSplitsAfterTheDeadline(uint256 seed, address caller, bool opened) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint40 lastBlock = uint40(block.number);
        pass(uint256(terms.rulingSeconds) + 1 + pick(seed, "wait", 0, 400 days));
        uint256 feeReturned = opened ? 0 : terms.disputeFee;
        uint256 providerPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        Ledger memory expected = ledgerOf(terms);
        expected.payoutClaim += providerPart;
        expected.clientClaim += priceOf(terms) - providerPart + feeReturned;
        expected.marketClaim -= feeReturned;
        expectEnd(expected, terms);

        _expectSplit(terms, providerPart, feeReturned, lastBlock);
        vm.prank(caller);
        escrow.noRuling(terms);

        requireStep(terms, JobState.SPLIT, keccak256("result"));
        requireLedger(terms, expected);
    }

    function testFuzz_DeadlineIncludesItsSecond(uint256 seed, address caller, bool opened) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        uint256 lastAt = rulingUntil(terms);
        vm.warp(lastAt - pick(seed, "early", 0, lastAt - block.timestamp));
        _requireTooEarly(terms, caller, lastAt);
        _requireTooEarly(terms, client, lastAt);
        _requireTooEarly(terms, adjudicator, lastAt);
        vm.warp(lastAt);
        _requireTooEarly(terms, caller, lastAt);

        vm.warp(lastAt + 1);
        vm.prank(caller);
        escrow.noRuling(terms);
    }

    /// @dev A fee that the adjudicator has is not paid back, and nobody hears of a transfer of nothing.
    function test_When_TheFeeIsSpent_TwoAreTold() public {
        JobTerms memory terms = disputedJob(true);
        vm.warp(rulingUntil(terms) + 1);
        vm.recordLogs();
        escrow.noRuling(terms);
        assertEq(recordedEventsOf(address(vault)), 2, "transfers: each part of the price");
    }

    /// @dev An answer that nobody applied in time is none.
    function test_When_AnAnswerWasNotApplied_ItIsLate() public {
        JobTerms memory terms = disputedJob(true);
        tellRuling(1);
        vm.warp(rulingUntil(terms) + 1);
        escrow.noRuling(terms);
        assertTrue(stateOf(terms) == JobState.SPLIT, "split");
    }

    /// @dev The provider's part rounds down, and the two are the whole price: also of prices that nothing divides.
    function testFuzz_TheSplitIsExact(uint96 rate, uint16 bps) public {
        bps = uint16(bound(bps, 0, 10_000));
        uint16[5] memory shares = [bps, 0, 1, 9_999, 10_000];
        for (uint256 i; i < shares.length; ++i) {
            Offer memory offer = defaultOffer();
            offer.ratePerSecond = uint128(bound(rate, 1, type(uint96).max));
            offer.noRulingBps = shares[i];
            offer.minRunSeconds = 1;
            offer.maxRunSeconds = 1;
            _requireExact(submittedJob(i, offer));
        }
    }

    function _requireExact(JobTerms memory terms) private {
        disputeJob(terms);
        uint256 paid = claimOf(payout);
        uint256 refunded = claimOf(client);
        vm.warp(rulingUntil(terms) + 1);
        escrow.noRuling(terms);
        paid = claimOf(payout) - paid;
        refunded = claimOf(client) - refunded - terms.disputeFee;
        assertEq(paid + refunded, terms.ratePerSecond, "the parts are the price");
        assertTrue(paid * 10_000 <= uint256(terms.ratePerSecond) * terms.noRulingBps, "the provider's part, at most");
        assertTrue(
            (paid + 1) * 10_000 > uint256(terms.ratePerSecond) * terms.noRulingBps,
            "the provider's part, but for rounding"
        );
        if (terms.noRulingBps == 0) assertEq(paid, 0, "nothing for the provider");
        if (terms.noRulingBps == 10_000) assertEq(refunded, 0, "nothing for the client");
        assertEq(claimOf(address(escrow)), 0, "nothing stays in the market");
    }

    function _expectSplit(JobTerms memory terms, uint256 providerPart, uint256 feeReturned, uint40 lastBlock) private {
        uint256 clientPart = priceOf(terms) - providerPart;
        expectEvent(address(escrow));
        emit IJobDisputes.JobSplit(idOfJob(terms), provider, client, providerPart, clientPart, feeReturned, lastBlock);
        if (terms.collateral != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral);
        }
        _expectPayment(payout, providerPart);
        _expectPayment(client, clientPart);
        if (feeReturned != 0) _expectPayment(client, feeReturned);
    }

    function _expectPayment(address to, uint256 amount) private {
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), to, idOf(payToken), amount);
    }

    function _requireTooEarly(JobTerms memory terms, address caller, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooEarly(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(caller, abi.encodeCall(IJobDisputes.noRuling, (terms)), expected, "before the deadline");
    }
}
