// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ruling} from "../../contracts/types/Case.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtJobFixture} from "./CourtJobFixture.sol";

/// @title CourtBooks
/// @notice What everybody has whom a case can make richer or poorer, to the base unit. A test takes the books before the
/// dispute, writes into them what it expects, and compares all of it.
abstract contract CourtBooks is CourtJobFixture {
    /// @param client Its claim in the vault.
    /// @param payout The provider's.
    /// @param operator That of the provider's operator, who appeals for it.
    /// @param stranger That of somebody who has nothing to do with it.
    /// @param market The market's.
    /// @param court The court's.
    /// @param dead The dead address's.
    /// @param clientSlash What the client has of slashes.
    /// @param committed The provider's stake, free or locked.
    /// @param locked What the market locks of it.
    /// @param unburned The burn counter.
    /// @param atRisk Units of all seats that open cases may charge.
    /// @param fees What each juror earned.
    /// @param stakes Each juror's stake, free or locked.
    struct Books {
        uint256 client;
        uint256 payout;
        uint256 operator;
        uint256 stranger;
        uint256 market;
        uint256 court;
        uint256 dead;
        uint256 clientSlash;
        uint256 committed;
        uint256 locked;
        uint256 unburned;
        uint256 atRisk;
        uint256[JURORS] fees;
        uint256[JURORS] stakes;
    }

    function booksNow() internal view returns (Books memory books) {
        books.client = claimOf(client);
        books.payout = claimOf(payout);
        books.operator = claimOf(operator);
        books.stranger = claimOf(stranger);
        books.market = claimOf(address(escrow));
        books.court = claimOf(address(court));
        books.dead = claimOf(DEAD);
        books.clientSlash = staking.claimOf(client);
        books.committed = staking.committedOf(provider);
        (, , books.locked) = staking.authorizationOf(provider, address(escrow));
        books.unburned = staking.unburned();
        for (uint256 i; i < JURORS; ++i) {
            books.atRisk += court.seatOf(address(escrow), i).unitsAtRisk;
            books.fees[i] = claimOf(payoutAt(i));
            books.stakes[i] = staking.committedOf(jurorAt(i));
        }
    }

    function requireBooks(Books memory expected) internal view {
        Books memory actual = booksNow();
        assertEq(actual.client, expected.client, "the client");
        assertEq(actual.payout, expected.payout, "the provider");
        assertEq(actual.operator, expected.operator, "the provider's operator");
        assertEq(actual.stranger, expected.stranger, "a stranger");
        assertEq(actual.market, expected.market, "the market");
        assertEq(actual.court, expected.court, "the court");
        assertEq(actual.dead, expected.dead, "the dead address");
        assertEq(actual.clientSlash, expected.clientSlash, "the client's part of slashes");
        assertEq(actual.committed, expected.committed, "the provider's stake");
        assertEq(actual.locked, expected.locked, "the provider's locked stake");
        assertEq(actual.unburned, expected.unburned, "the burn counter");
        assertEq(actual.atRisk, expected.atRisk, "units at risk");
        for (uint256 i; i < JURORS; ++i) {
            assertEq(actual.fees[i], expected.fees[i], "a juror's fees");
            assertEq(actual.stakes[i], expected.stakes[i], "a juror's stake");
        }
    }

    /// @dev The job ends for the provider.
    function expectPaid(Books memory books, JobTerms memory terms) internal pure {
        _expectEnd(books, terms);
        books.payout += priceOf(terms);
    }

    /// @dev The job ends for the client.
    function expectSlashed(Books memory books, JobTerms memory terms) internal pure {
        _expectEnd(books, terms);
        books.client += priceOf(terms);
        books.clientSlash += terms.collateral / 2;
        books.unburned += terms.collateral - terms.collateral / 2;
        books.committed -= terms.collateral;
    }

    /// @dev The job ends without a ruling.
    function expectSplit(Books memory books, JobTerms memory terms) internal pure {
        _expectEnd(books, terms);
        uint256 providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        books.payout += providersPart;
        books.client += priceOf(terms) - providersPart;
    }

    /// @dev What the seats of a panel get and lose as they voted, out of a fee of a seat fee each.
    /// @return left What no seat earned.
    function expectVotes(
        Books memory books,
        uint256[] memory seats,
        bytes memory letters,
        Ruling ruling
    ) internal pure returns (uint256 left) {
        for (uint256 i; i < letters.length; ++i) {
            bytes1 letter = letters[i];
            left += SEAT_FEE;
            if (letter == "-") {
                expectCharge(books, seats[i], 2);
            } else if (letter == "r" || letter == "w") {
                expectCharge(books, seats[i], 4);
            } else if (ruling != Ruling.NONE) {
                if ((letter == "R") != (ruling == Ruling.PROVIDER_RIGHT)) {
                    expectCharge(books, seats[i], 1);
                } else {
                    expectFee(books, seats[i]);
                    left -= SEAT_FEE;
                }
            }
        }
    }

    function expectFee(Books memory books, uint256 seat) internal pure {
        books.fees[seat] += SEAT_FEE;
    }

    /// @dev What a seat has that had not committed when the client conceded.
    function expectHalfFee(Books memory books, uint256 seat) internal pure {
        books.fees[seat] += SEAT_FEE / 2;
    }

    /// @dev A seat loses penalty units, and they are burned.
    function expectCharge(Books memory books, uint256 seat, uint256 units) internal pure {
        books.stakes[seat] -= units * UNIT;
        books.unburned += units * UNIT;
    }

    function _expectEnd(Books memory books, JobTerms memory terms) private pure {
        books.market -= priceOf(terms);
        books.locked -= terms.collateral;
    }
}
