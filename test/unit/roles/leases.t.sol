// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {RoleTable} from "../../utils/RoleTable.sol";

contract LeaseRolesTest is RoleTable, LeaseFixture {
    function setUp() public {
        setUpRoles();
        setUpLeaseMarket();
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) allowLeases(actors[i]);
    }

    function test_Offers() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        LeaseOffer memory cheap = defaultLeaseOffer();
        cheap.ratePerSecond -= 1;
        bytes memory headOfCancel = abi.encodeWithSelector(IOfferBook.OfferBook_NotOperator.selector, provider);
        Row[] memory rows = new Row[](4);
        rows[0] = open("open", openCall(offer));
        rows[1] = _publication("publishOffer", offer, OWNER | OPERATOR);
        rows[2] = _publication("publishOffer, beyond the bounds", cheap, OWNER);
        bytes memory input = abi.encodeCall(ILeaseOffers.cancelOffer, (offer));
        rows[3] = Row("cancelOffer", input, OWNER | OPERATOR, headOfCancel, "");
        requireRows(address(leases), rows);
    }

    /// @dev An offer for one client is that client's.
    function test_TheOffersTaker() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.taker = named;
        bytes4 selector = bytes4(keccak256("OrderBook_NotTaker(bytes32,address,address)"));
        bytes memory head = abi.encodeWithSelector(selector, leases.hashOffer(offer));
        requireRow(address(leases), Row("open, as the taker", openCall(offer), NAMED, head, abi.encode(named)));
    }

    /// @dev Every call of a lease that goes on, before the first check-in and after it.
    function test_WhileTheLeaseGoesOn() public {
        for (uint8 state = 1; state < 3; ++state) {
            LeaseTerms memory terms = leaseIn(LeaseState(state));
            LeaseTerms[] memory batch = new LeaseTerms[](1);
            batch[0] = terms;
            pass(10);
            uint256 side = OWNER | OPERATOR;
            bytes4 notOperator = ILeaseEscrow.LeaseEscrow_NotOperator.selector;
            requireRow(
                address(leases),
                _row("checkIn", abi.encodeCall(ILeaseEscrow.checkIn, (terms)), side, notOperator, terms)
            );
            requireRow(
                address(leases),
                _row("checkInMany", abi.encodeCall(ILeaseEscrow.checkInMany, (batch)), side, notOperator, terms)
            );
            bytes4 error_ = ILeaseEscrow.LeaseEscrow_NotClient.selector;
            requireRow(
                address(leases),
                _row("topUp", abi.encodeCall(ILeaseEscrow.topUp, (terms, 10)), CLIENT, error_, terms)
            );
            error_ = ILeaseEscrow.LeaseEscrow_NotOver.selector;
            requireRow(
                address(leases),
                _row("close", abi.encodeCall(ILeaseEscrow.close, (terms)), side | CLIENT, error_, terms)
            );
        }
    }

    function test_Withdrawals() public {
        LeaseTerms memory terms = runningLease();
        pass(10);
        requireRow(address(leases), open("withdraw", abi.encodeCall(ILeaseEscrow.withdraw, (terms))));
    }

    /// @dev Over by its last second, by exhaustion, by absence, and by absence from the start.
    function test_OnceTheLeaseIsOver() public {
        LeaseTerms memory terms = runningLease(1_000, 1_000);
        serve(terms, 1_000);
        pass(1);
        requireRow(address(leases), open("close, ended", abi.encodeCall(ILeaseEscrow.close, (terms))));

        terms = runningLease();
        serve(terms, FUNDED_SECONDS + GRACE_SECONDS);
        pass(1);
        requireRow(address(leases), open("close, exhausted", abi.encodeCall(ILeaseEscrow.close, (terms))));

        for (uint8 state = 1; state < 3; ++state) {
            LeaseOffer memory offer = defaultLeaseOffer();
            offer.salt = state + 10;
            terms = openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
            if (state == 2) checkIn(terms);
            pass(GRACE_SECONDS + 1);
            requireRow(address(leases), open("close, absent", abi.encodeCall(ILeaseEscrow.close, (terms))));
        }
    }

    function _publication(string memory name, LeaseOffer memory offer, uint256 may) private view returns (Row memory) {
        bytes4 selector = IOfferBook.OfferBook_CannotPromise.selector;
        bytes memory head = abi.encodeWithSelector(selector, leases.hashOffer(offer), provider);
        return Row(name, abi.encodeCall(ILeaseOffers.publishOffer, (offer)), may, head, "");
    }

    /// @dev A row whose refusal names the lease and the caller.
    function _row(
        string memory name,
        bytes memory input,
        uint256 may,
        bytes4 selector,
        LeaseTerms memory terms
    ) private pure returns (Row memory) {
        return Row(name, input, may, abi.encodeWithSelector(selector, idOfLease(terms)), "");
    }
}
