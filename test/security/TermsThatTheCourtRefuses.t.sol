// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Take} from "../../contracts/types/Order.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";

/// @notice The attack: agree to terms that name a court which does not take such cases, and dispute a right result: there
/// is never a ruling, and the price is split.
/// Peer: none known.
contract TermsThatTheCourtRefusesTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev Another fee than the court's, in either direction.
    function testFuzz_AnotherFee(uint256 fee) public {
        Offer memory offer = courtOffer();
        offer.disputeFee = uint128(bound(fee, 0, 2 * PANEL_FEE));
        if (offer.disputeFee == PANEL_FEE) ++offer.disputeFee;
        _requireSplit(offer, defaultTake(), ISlashingCourt.SlashingCourt_FeeMismatch.selector);
    }

    /// @dev A longer run than its jurors do.
    function testFuzz_ALongerRun(uint256 runLimit) public {
        Offer memory offer = courtOffer();
        Take memory take = defaultTake();
        take.runLimitSeconds = uint32(bound(runLimit, RUN_LIMIT_SECONDS + 1, offer.maxRunSeconds));
        _requireSplit(offer, take, ISlashingCourt.SlashingCourt_RunTooLong.selector);
    }

    /// @dev Less time than it needs, however soon the case is opened.
    function testFuzz_TooLittleTime(uint256 rulingSeconds) public {
        Offer memory offer = courtOffer();
        offer.rulingSeconds = uint32(bound(rulingSeconds, 1, CASE_SECONDS + APPLY_SECONDS - 1));
        _requireSplit(offer, defaultTake(), ISlashingCourt.SlashingCourt_RulingTooLate.selector);
    }

    /// @dev Not prevented by the market, which knows no court's rules: who signs or takes an order has to look. The fee
    /// comes back whole, so the client gains its part of the price.
    function _requireSplit(Offer memory offer, Take memory take, bytes4 error_) private {
        JobTerms memory terms = openJob(offer, take);
        submitJob(terms);
        Books memory expected = booksNow();
        disputeJob(terms);
        bytes memory input = abi.encodeCall(escrow.openCase, (terms));
        requireRefused(operator, address(escrow), input, error_, "the court");
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }
}
