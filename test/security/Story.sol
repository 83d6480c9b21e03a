// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {Attestation} from "../../contracts/types/Attestation.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Request, Take} from "../../contracts/types/Order.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {DisputeFixture} from "../utils/DisputeFixture.sol";
import {TypedData} from "../utils/TypedData.sol";
import {vm} from "../utils/Vm.sol";
import {HostileAdjudicator} from "./mocks/HostileAdjudicator.sol";

/// @title Story
/// @notice What an attack needs: an honest provider and client, a rival provider, an adjudicator of three signers or
/// one that is up to no good, and `stranger`, who attacks. A test writes what everybody should own in the end into a
/// {JobBooks-Ledger}, and compares all of it.
abstract contract Story is DisputeFixture {
    uint256 internal constant RIVAL_KEY = 0x9906;
    uint256 internal constant SIGNER_KEY = 0x5100;
    uint256 internal constant SIGNERS = 3;
    uint256 internal constant THRESHOLD = 2;

    IAttestedAdjudicator internal panel;
    HostileAdjudicator internal hostile;
    address internal rival;
    address[] internal signers;
    mapping(address signer => uint256 key) private _keys;

    /// @dev Everybody, with an adjudicator that two of three signers speak for.
    function setUpStory() internal {
        deployAll();
        for (uint256 i; i < SIGNERS; ++i) {
            address signer = vm.addr(SIGNER_KEY + i);
            _keys[signer] = SIGNER_KEY + i;
            signers.push(signer);
            for (uint256 j = i; j != 0 && signers[j] < signers[j - 1]; --j) {
                (signers[j], signers[j - 1]) = (signers[j - 1], signers[j]);
            }
        }
        panel = deployPanel();
        adjudicator = address(panel);
        setUpProvider();
        setUpClient();
    }

    /// @dev Everybody, with an adjudicator that does as it is told.
    function setUpHostileStory() internal {
        deployAll();
        hostile = new HostileAdjudicator();
        adjudicator = address(hostile);
        setUpProvider();
        setUpClient();
    }

    function deployPanel() internal returns (IAttestedAdjudicator) {
        return IAttestedAdjudicator(deploy("AttestedAdjudicator", abi.encode(vault, signers, THRESHOLD)));
    }

    /// @dev Registers another provider, with stake that the market may lock.
    function setUpRival() internal {
        rival = vm.addr(RIVAL_KEY);
        vm.label(rival, "rival");
        stakeToken.mint(rival, LOCK_LIMIT);
        vm.startPrank(rival);
        registry.register(Profile({payout: rival, encryptionKey: keccak256("rival"), endpoint: ""}));
        stakeToken.approve(address(staking), LOCK_LIMIT);
        staking.deposit(rival, LOCK_LIMIT);
        staking.authorize(rival, address(escrow), LOCK_LIMIT, MAX_PER_LOCK);
        vm.stopPrank();
    }

    /// @dev Gives the attacker a claim that the market may draw on.
    function setUpAttackersPurse() internal {
        fund(stranger, CLIENT_FUNDS);
        vm.prank(stranger);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
    }

    /// @dev The call by which a provider takes a request that its client signed.
    function takeRequestCall(
        uint256 clientKey,
        Request memory request,
        address by
    ) internal view returns (bytes memory) {
        bytes memory signature = signDigest(clientKey, escrow.hashRequest(request));
        return abi.encodeCall(IJobEscrow.takeRequest, (request, signature, by, bytes32(0)));
    }

    /// @dev A running job of any terms that name this story's adjudicator; its client can pay the dispute fee.
    function anyJobHere(uint256 seed) internal returns (JobTerms memory terms) {
        Offer memory offer = anyOffer(seed);
        offer.adjudicator = adjudicator;
        Take memory take = anyTake(seed, offer);
        coverAny(offer, take);
        if (offer.disputeFee != 0) fund(client, offer.disputeFee);
        return openJobWith(offer, signOffer(OWNER_KEY, offer), take);
    }

    /// @dev A job that locks nothing, so that another one may lock all; its price lies in the market meanwhile.
    function lightJob() internal returns (JobTerms memory terms) {
        Offer memory offer = defaultOffer();
        offer.collateral = 0;
        offer.salt = 99;
        return openJob(offer, defaultTake());
    }

    /// @dev Two signers rule on a case of the market.
    function rule(JobTerms memory terms, bool providerRight) internal {
        bytes32 caseId = idOfJob(terms);
        panel.rule(address(escrow), caseId, providerRight, attest(panel, address(escrow), caseId, providerRight));
    }

    /// @dev The word of the first two signers to an adjudicator.
    function attest(
        IAttestedAdjudicator to,
        address market,
        bytes32 caseId,
        bool providerRight
    ) internal view returns (Attestation[] memory attestations) {
        bytes32 digest = TypedData.rulingDigest(address(to), block.chainid, market, caseId, providerRight);
        attestations = new Attestation[](THRESHOLD);
        for (uint256 i; i < THRESHOLD; ++i) {
            attestations[i] = Attestation(signers[i], signDigest(_keys[signers[i]], digest));
        }
    }

    /// @dev Requires that a call is refused with this error, whatever its arguments.
    function requireRefused(
        address caller,
        address target,
        bytes memory input,
        bytes4 error_,
        string memory label
    ) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory answer) = target.call(input);
        assertFalse(succeeded, string.concat(label, ": went through"));
        assertEq(bytes32(bytes4(answer)), bytes32(error_), string.concat(label, ": the error"));
    }
}
