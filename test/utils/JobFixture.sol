// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Offer, Take} from "../../contracts/types/Order.sol";
import {MachineClaim, Profile} from "../../contracts/types/Provider.sol";
import {Assertions} from "./Assertions.sol";
import {Deployed} from "./Deployed.sol";
import {vm} from "./Vm.sol";

/// @title JobFixture
/// @notice A provider that can sell and a client that can pay. The provider's id, its owner, its operator and its
/// payout are four different addresses, and all windows of the default offer differ, so that no mix-up goes unseen.
abstract contract JobFixture is Deployed, Assertions {
    uint256 internal constant PROVIDER_KEY = 0x9901;
    uint256 internal constant OWNER_KEY = 0x9902;
    uint256 internal constant OPERATOR_KEY = 0x9903;
    uint256 internal constant CLIENT_KEY = 0x9904;
    uint256 internal constant STRANGER_KEY = 0x9905;

    uint128 internal constant RATE_PER_SECOND = 0.001e18;
    uint128 internal constant COLLATERAL = 50e18;
    uint128 internal constant LOCK_LIMIT = 1_000e18;
    uint128 internal constant MAX_PER_LOCK = 100e18;
    uint128 internal constant STAKE = 500_000e18;
    uint256 internal constant CLIENT_FUNDS = 1_000_000e18;
    uint32 internal constant RUN_LIMIT_SECONDS = 300;

    address internal provider;
    address internal owner;
    address internal operator;
    address internal client;
    address internal stranger;
    address internal payout = address(uint160(0x9a9a1));
    address internal adjudicator = address(uint160(0x9a9a2));
    bytes32 internal machineId;

    /// @dev Deploys everything, and sets up the provider and the client.
    function setUpJobs() internal {
        deployAll();
        setUpProvider();
        setUpClient();
    }

    /// @dev Registers the provider, hands it to a cold owner, and lets an operator promise what the default offer says.
    function setUpProvider() internal {
        provider = _actor(PROVIDER_KEY, "provider");
        owner = _actor(OWNER_KEY, "owner");
        operator = _actor(OPERATOR_KEY, "operator");
        stranger = _actor(STRANGER_KEY, "stranger");
        vm.label(payout, "payout");
        vm.label(adjudicator, "adjudicator");

        vm.startPrank(provider);
        registry.register(Profile({payout: payout, encryptionKey: keccak256("x25519"), endpoint: "http://provider"}));
        registry.offerOwnership(provider, owner);
        vm.stopPrank();

        vm.startPrank(owner);
        registry.acceptOwnership(provider);
        registry.setOperator(provider, operator, true);
        registry.setOperatorBound(provider, address(payToken), adjudicator, RATE_PER_SECOND);
        machineId = registry.addMachine(
            provider,
            MachineClaim("nvidia-rtx-4090", 1, 24_576, "de", keccak256("report"))
        );
        vm.stopPrank();

        addStake(STAKE);
        authorizeEscrow(LOCK_LIMIT, MAX_PER_LOCK);
    }

    /// @dev Gives the client a claim in the vault that the market may draw on without end.
    function setUpClient() internal {
        client = _actor(CLIENT_KEY, "client");
        fund(client, CLIENT_FUNDS);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
    }

    /// @dev Raises an account's vault claim by any amount, also by more than the faucet gives.
    function fund(address account, uint256 amount) internal {
        vm.store(address(payToken), keccak256(abi.encode(account, uint256(0))), bytes32(amount));
        vm.startPrank(account);
        payToken.approve(address(vault), amount);
        vault.deposit(payToken, amount, account);
        vm.stopPrank();
    }

    /// @dev Adds free stake, up to what the faucet gives in one call.
    function addStake(uint128 amount) internal {
        stakeToken.mint(address(this), amount);
        stakeToken.approve(address(staking), amount);
        staking.deposit(provider, amount);
    }

    /// @dev Sets what the market may lock.
    function authorizeEscrow(uint128 limit, uint128 maxPerLock) internal {
        vm.prank(owner);
        staking.authorize(provider, address(escrow), limit, maxPerLock);
    }

    /// @dev An offer that anyone may take, within the operator's bounds, of the provider's present epoch.
    function defaultOffer() internal view returns (Offer memory offer) {
        offer.provider = provider;
        offer.token = address(payToken);
        offer.adjudicator = adjudicator;
        offer.ratePerSecond = RATE_PER_SECOND;
        offer.collateral = COLLATERAL;
        offer.disputeFee = 3e18;
        offer.minRunSeconds = 10;
        offer.maxRunSeconds = 3_600;
        offer.declineSeconds = 60;
        offer.slackSeconds = 120;
        offer.reviewSeconds = 900;
        offer.rulingSeconds = 7_200;
        offer.noRulingBps = 4_000;
        offer.slots = 3;
        offer.maxFills = 10;
        offer.expiresAt = uint40(block.timestamp) + 1 days;
        offer.authEpoch = registry.authEpochOf(provider);
        offer.machineId = machineId;
        offer.salt = 1;
    }

    /// @dev What the client adds by default.
    function defaultTake() internal pure returns (Take memory take) {
        take.runLimitSeconds = RUN_LIMIT_SECONDS;
        take.specDigest = keccak256("spec");
        take.specRoot = keccak256("spec root");
    }

    /// @dev A key's signature over an offer for this market, on this chain.
    function signOffer(uint256 key, Offer memory offer) internal view returns (bytes memory) {
        return signDigest(key, escrow.hashOffer(offer));
    }

    /// @dev A key's signature over a digest.
    function signDigest(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @dev The terms of an offer's job, put together without the market's help.
    function termsOf(Offer memory offer, Take memory take, uint32 fill) internal view returns (JobTerms memory terms) {
        terms.orderHash = escrow.hashOffer(offer);
        terms.fill = fill;
        terms.client = client;
        terms.provider = offer.provider;
        terms.payout = payout;
        terms.token = offer.token;
        terms.adjudicator = offer.adjudicator;
        terms.ratePerSecond = offer.ratePerSecond;
        terms.collateral = offer.collateral;
        terms.disputeFee = offer.disputeFee;
        terms.runLimitSeconds = take.runLimitSeconds;
        terms.declineSeconds = offer.declineSeconds;
        terms.slackSeconds = offer.slackSeconds;
        terms.reviewSeconds = offer.reviewSeconds;
        terms.rulingSeconds = offer.rulingSeconds;
        terms.noRulingBps = offer.noRulingBps;
        terms.specDigest = take.specDigest;
    }

    /// @dev The client takes an offer that the operator signed.
    /// @return terms The new job's terms; the market's id is checked against them.
    function openJob(Offer memory offer, Take memory take) internal returns (JobTerms memory terms) {
        return openJobWith(offer, signOffer(OPERATOR_KEY, offer), take);
    }

    /// @dev The client takes the default offer. Jobs after the first are its further fills.
    function openJob() internal returns (JobTerms memory terms) {
        return openJob(defaultOffer(), defaultTake());
    }

    /// @dev The client takes an offer with a signature.
    function openJobWith(
        Offer memory offer,
        bytes memory signature,
        Take memory take
    ) internal returns (JobTerms memory terms) {
        uint32 fill = escrow.orderStateOf(escrow.hashOffer(offer)).filled + 1;
        terms = termsOf(offer, take, fill);
        vm.prank(client);
        bytes32 jobId = escrow.takeOffer(offer, signature, take);
        assertEq(jobId, idOfJob(terms), "fixture: job id");
    }

    /// @dev The owner publishes an offer.
    function publishOffer(Offer memory offer) internal returns (bytes32 orderHash) {
        vm.prank(owner);
        return escrow.publishOffer(offer);
    }

    /// @dev The owner cancels an offer.
    function cancelOffer(Offer memory offer) internal {
        vm.prank(owner);
        escrow.cancelOffer(offer);
    }

    /// @dev The call that takes an offer with the operator's signature.
    function takeCall(Offer memory offer, Take memory take) internal view returns (bytes memory) {
        return abi.encodeCall(IJobEscrow.takeOffer, (offer, signOffer(OPERATOR_KEY, offer), take));
    }

    /// @dev The operator submits a result.
    function submitJob(JobTerms memory terms) internal {
        vm.prank(operator);
        escrow.submit(terms, keccak256("result"), keccak256("result root"));
    }

    /// @dev A job of the default offer that stands in a state, by the shortest way there.
    function jobIn(JobState state) internal returns (JobTerms memory terms) {
        if (state == JobState.NONE) return termsOf(defaultOffer(), defaultTake(), type(uint32).max);
        terms = openJob();
        if (state == JobState.SUBMITTED || state == JobState.COMPLETED) submitJob(terms);
        if (state == JobState.COMPLETED) {
            vm.prank(client);
            escrow.accept(terms);
        } else if (state == JobState.DECLINED) {
            vm.prank(operator);
            escrow.decline(terms, "no");
        } else if (state == JobState.EXPIRED) {
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
        }
        assertTrue(stateOf(terms) == state, "fixture: state of the job");
    }

    /// @dev Where a job stands.
    function stateOf(JobTerms memory terms) internal view returns (JobState) {
        return escrow.jobOf(idOfJob(terms)).state;
    }

    /// @dev When a job made its last step.
    function steppedAt(JobTerms memory terms) internal view returns (uint256) {
        return escrow.jobOf(idOfJob(terms)).steppedAt;
    }

    /// @dev The last second in which an active job may be declined.
    function declineUntil(JobTerms memory terms) internal view returns (uint256) {
        return steppedAt(terms) + terms.declineSeconds;
    }

    /// @dev The last second in which an active job may be delivered.
    function deliverUntil(JobTerms memory terms) internal view returns (uint256) {
        return steppedAt(terms) + terms.declineSeconds + terms.runLimitSeconds + terms.slackSeconds;
    }

    /// @dev The last second of a submitted job's review.
    function reviewUntil(JobTerms memory terms) internal view returns (uint256) {
        return steppedAt(terms) + terms.reviewSeconds;
    }

    /// @dev What a job costs.
    function priceOf(JobTerms memory terms) internal pure returns (uint256) {
        return uint256(terms.ratePerSecond) * terms.runLimitSeconds;
    }

    /// @dev A job's id, by its definition.
    function idOfJob(JobTerms memory terms) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }

    /// @dev Requires that a call to the market by `caller` reverts with exactly this data.
    function requireRevert(address caller, bytes memory call, bytes memory expected, string memory label) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory actual) = address(escrow).call(call);
        assertFalse(succeeded, string.concat(label, ": did not revert"));
        assertEq(actual, expected, string.concat(label, ": revert data"));
    }

    /// @dev Requires that a call reverts because of the state of the job.
    function requireUnexpectedState(
        address caller,
        bytes memory call,
        JobTerms memory terms,
        JobState needed,
        string memory label
    ) internal {
        bytes32 jobId = idOfJob(terms);
        JobState current = escrow.jobOf(jobId).state;
        bytes memory expected = abi.encodeWithSelector(
            IJobEscrow.JobEscrow_UnexpectedState.selector,
            jobId,
            current,
            uint256(1) << uint8(needed)
        );
        requireRevert(caller, call, expected, label);
    }

    function _actor(uint256 key, string memory name) private returns (address account) {
        account = vm.addr(key);
        vm.label(account, name);
    }
}
