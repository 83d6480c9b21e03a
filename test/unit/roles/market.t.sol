// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Request} from "../../../contracts/types/Order.sol";
import {JobCalls} from "../../utils/JobCalls.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {vm} from "../../utils/Vm.sol";

contract MarketRolesTest is RoleTable, JobCalls {
    function setUp() public {
        setUpRoles();
        tellRuling(1);
    }

    function test_Offers() public {
        Offer memory offer = defaultOffer();
        bytes memory headOfPublish = abi.encodeWithSelector(
            IOfferBook.OfferBook_CannotPromise.selector,
            escrow.hashOffer(offer),
            provider
        );
        bytes memory headOfCancel = abi.encodeWithSelector(IOfferBook.OfferBook_NotOperator.selector, provider);
        uint256 side = OWNER | OPERATOR;
        Row[] memory rows = new Row[](3);
        rows[0] = open("takeOffer", takeCall(offer, defaultTake()));
        rows[1] = Row("publishOffer", abi.encodeCall(IJobOffers.publishOffer, (offer)), side, headOfPublish, "");
        rows[2] = Row("cancelOffer", abi.encodeCall(IJobOffers.cancelOffer, (offer)), side, headOfCancel, "");
        requireRows(address(escrow), rows);
    }

    function test_Requests() public {
        Request memory request = plainRequest();
        bytes memory signature = signDigest(CLIENT_KEY, escrow.hashRequest(request));
        bytes memory head = abi.encodeWithSelector(IRequestBook.RequestBook_NotClient.selector, client);
        Row[] memory rows = new Row[](4);
        rows[0] = Row(
            "takeRequest",
            abi.encodeCall(IJobEscrow.takeRequest, (request, signature, provider, machineId)),
            OWNER | OPERATOR,
            abi.encodeWithSelector(IJobEscrow.JobEscrow_CannotPromise.selector, provider),
            abi.encode(RATE_PER_SECOND)
        );
        rows[1] = Row(
            "publishRequest",
            abi.encodeCall(IRequestBook.publishRequest, (request, "http://store")),
            CLIENT,
            head,
            ""
        );
        rows[2] = Row("cancelRequest", abi.encodeCall(IRequestBook.cancelRequest, (request)), CLIENT, head, "");
        rows[3] = open("raiseRequestEpoch", abi.encodeCall(IRequestBook.raiseRequestEpoch, ()));
        requireRows(address(escrow), rows);
    }

    /// @dev Every step of a job, in the state and at the time that it needs.
    function test_StepsOfAJob() public {
        uint256[STEPS] memory roles = [
            OWNER | OPERATOR,
            OWNER | OPERATOR,
            OWNER | OPERATOR,
            ANYONE,
            OWNER | OPERATOR,
            CLIENT,
            ANYONE,
            CLIENT,
            ANYONE,
            CLIENT,
            ANYONE,
            ANYONE
        ];
        for (uint256 i; i < STEPS; ++i) {
            uint256 snapshot = vm.snapshotState();
            JobTerms memory terms = jobAt(stepsOf(jobAt(JobState.NONE))[i].needed);
            Step memory step = stepsOf(terms)[i];
            if (step.late) passWindow(terms);
            bytes4 selector =
                roles[i] == CLIENT
                    ? IJobEscrow.JobEscrow_NotClient.selector
                    : IJobEscrow.JobEscrow_NotOperator.selector;
            bytes memory head = abi.encodeWithSelector(selector, idOfJob(terms));
            requireRow(address(escrow), Row(step.name, step.input, roles[i], head, ""));
            vm.revertToState(snapshot);
        }
    }

    function test_Batches() public {
        JobTerms[] memory jobs = new JobTerms[](2);
        jobs[0] = jobAt(JobState.SUBMITTED);
        jobs[1] = jobAt(JobState.ACTIVE);
        passWindow(jobs[1]);
        Row[] memory rows = new Row[](2);
        rows[0] = open("settleMany", abi.encodeCall(IJobEscrow.settleMany, (jobs)));
        rows[1] = open("expireMany", abi.encodeCall(IJobEscrow.expireMany, (jobs)));
        requireRows(address(escrow), rows);
    }
}
