// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IRequestBook} from "../../contracts/interfaces/IRequestBook.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Request} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: see somebody's result on its way into a block, send the same with a higher fee, and be paid for
/// work that one did not do.
/// Peer: Infernet, where a thief received 0.98 of 1 for a copied output, and the honest node's call reverted (executed;
/// peers.md 4.0).
contract ResultCopiedFromMempoolTest is Story {
    function setUp() public {
        setUpStory();
        setUpRival();
    }

    function testFuzz_TheCopyIsRefused(bytes32 digest, bytes32 root) public {
        digest |= bytes32(uint256(1) << 255);
        Request memory request = plainRequest();
        JobTerms memory terms = takeRequest(request);
        Ledger memory expected = ledgerOf(terms);

        // The rival sends what it saw, then the same in its own name, then takes the request to submit there.
        bytes memory copy = abi.encodeCall(IJobEscrow.submit, (terms, digest, root));
        requireRefused(rival, address(escrow), copy, IJobEscrow.JobEscrow_NotOperator.selector, "the copy");
        JobTerms memory own = termsOfRequest(request, 1);
        (own.provider, own.payout) = (rival, rival);
        copy = abi.encodeCall(IJobEscrow.submit, (own, digest, root));
        requireRefused(rival, address(escrow), copy, IJobEscrow.JobEscrow_UnexpectedState.selector, "in its own name");
        bytes memory take = takeRequestCall(CLIENT_KEY, request, rival);
        requireRefused(rival, address(escrow), take, IRequestBook.RequestBook_Taken.selector, "its own job of it");
        requireLedger(terms, expected);

        vm.prank(operator);
        escrow.submit(terms, digest, root);
        vm.prank(client);
        escrow.accept(terms);
        expectEnd(expected, terms);
        expected.order.active += 1;
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
        assertEq(claimOf(rival), 0, "the rival's claim");
    }

    /// @dev Nor does a copied result help in a job of one's own: there it answers another specification, and a client
    /// who knows it is asked for its word first.
    function testFuzz_ACopyPaysOnlyWhereItIsTheAnswer(bytes32 digest) public {
        digest |= bytes32(uint256(1) << 255);
        JobTerms memory terms = openJob();
        vm.prank(operator);
        escrow.submit(terms, digest, 0);
        disputeJob(terms);
        escrow.openCase(terms);
        rule(terms, false);
        Ledger memory expected = ledgerOf(terms);
        escrow.applyRuling(terms);

        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
    }
}
