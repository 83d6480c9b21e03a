// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {OrderState, Request} from "../../contracts/types/Order.sol";
import {MachineClaim, Profile} from "../../contracts/types/Provider.sol";
import {JobFuzz} from "./JobFuzz.sol";
import {RequestTerms} from "./RequestTerms.sol";
import {vm} from "./Vm.sol";

/// @title RequestFixture
/// @notice The client of {JobFixture} asks, its provider answers, and a second provider of the same kind stands by.
abstract contract RequestFixture is JobFuzz {
    uint128 internal constant MAX_RATE_PER_SECOND = 0.004e18;
    uint32 internal constant RISE_SECONDS = 1_000;

    address internal rival = address(uint160(0x9a9b1));
    bytes32 internal rivalMachineId;

    /// @dev Deploys everything, and sets up client, provider and rival.
    function setUpRequests() internal {
        setUpJobs();
        vm.label(rival, "rival");
        stakeToken.mint(address(this), STAKE);
        stakeToken.approve(address(staking), STAKE);
        staking.deposit(rival, STAKE);

        vm.startPrank(rival);
        registry.register(Profile({payout: rival, encryptionKey: keccak256("rival"), endpoint: ""}));
        rivalMachineId = registry.addMachine(
            rival,
            MachineClaim("nvidia-rtx-4090", 1, 24_576, "de", keccak256("report"))
        );
        staking.authorize(rival, address(escrow), LOCK_LIMIT, MAX_PER_LOCK);
        vm.stopPrank();
    }

    /// @dev A request that the provider's machine meets and that its operator may take, at once or later.
    function defaultRequest() internal view returns (Request memory request) {
        request.client = client;
        request.token = address(payToken);
        request.adjudicator = adjudicator;
        request.startRatePerSecond = RATE_PER_SECOND;
        request.maxRatePerSecond = MAX_RATE_PER_SECOND;
        request.startsAt = uint40(block.timestamp) + 500;
        request.riseSeconds = RISE_SECONDS;
        request.collateral = COLLATERAL;
        request.disputeFee = 5e18;
        request.runLimitSeconds = RUN_LIMIT_SECONDS;
        request.declineSeconds = 70;
        request.slackSeconds = 130;
        request.reviewSeconds = 800;
        request.rulingSeconds = 6_000;
        request.noRulingBps = 3_000;
        request.minGpuCount = 1;
        request.minVramMib = 24_000;
        request.gpuModel = "nvidia-rtx-4090";
        request.region = "de";
        request.minStake = 1_000e18;
        request.expiresAt = uint40(block.timestamp) + 1 days;
        request.epoch = escrow.requestEpochOf(client);
        request.specDigest = keccak256("request spec");
        request.specRoot = keccak256("request spec root");
        request.salt = 1;
    }

    /// @dev A request within the limits that a seed stands for, which the provider's owner may take at once with the
    /// machine.
    function anyRequest(uint256 seed) internal view returns (Request memory request) {
        request = defaultRequest();
        request.maxRatePerSecond = uint128(pick(seed, "max rate", 1, type(uint96).max));
        request.startRatePerSecond = uint128(pick(seed, "start rate", 1, request.maxRatePerSecond));
        request.startsAt = uint40(_anyTime(seed, "start"));
        request.riseSeconds = uint32(pick(seed, "rise", 0, 366 days));
        request.collateral = uint128(pick(seed, "collateral", 0, MOST_STAKE));
        request.disputeFee = uint128(pick(seed, "fee", 0, type(uint96).max));
        request.runLimitSeconds = uint32(pick(seed, "run", 1, 30 days));
        request.declineSeconds = uint32(pick(seed, "decline", 1, 1 days));
        request.slackSeconds = uint32(pick(seed, "slack", 1, 7 days));
        request.reviewSeconds = uint32(pick(seed, "review", 1, 30 days));
        request.rulingSeconds = uint32(pick(seed, "ruling", 1, 90 days));
        request.noRulingBps = uint16(pick(seed, "bps", 0, 10_000));
        request.minGpuCount = uint16(pick(seed, "cards", 0, 1));
        request.minVramMib = uint32(pick(seed, "memory", 0, 24_576));
        if (pick(seed, "model", 0, 1) == 0) request.gpuModel = 0;
        if (pick(seed, "region", 0, 1) == 0) request.region = 0;
        request.minStake = uint128(pick(seed, "stake", 0, STAKE));
        request.expiresAt = uint40(pick(seed, "expiry", block.timestamp, block.timestamp + 366 days));
        request.taker = pick(seed, "taker", 0, 1) == 0 ? address(0) : provider;
        request.adjudicator = address(uint160(pick(seed, "adjudicator", 0, type(uint160).max)));
        request.specDigest = keccak256(abi.encode(seed, "spec"));
        request.specRoot = keccak256(abi.encode(seed, "spec root"));
        request.tag = pick(seed, "tag", 0, 1) == 0 ? bytes32(0) : keccak256(abi.encode(seed, "tag"));
        request.salt = pick(seed, "salt", 0, type(uint256).max);
    }

    /// @dev Gives the client the most that a request may cost, and the market the right to lock as much as there can
    /// be.
    function coverRequest(Request memory request) internal {
        fund(client, uint256(request.maxRatePerSecond) * request.runLimitSeconds);
        if (staking.committedOf(provider) == STAKE) addStake(1_000_000e18);
        authorizeEscrow(MOST_STAKE, MOST_STAKE);
    }

    /// @dev A key's signature over a request for this market, on this chain.
    function signRequest(uint256 key, Request memory request) internal view returns (bytes memory) {
        return signDigest(key, escrow.hashRequest(request));
    }

    /// @dev What a request pays at a time: both rates, each weighed with its part of the rise.
    function rateAt(Request memory request, uint256 nowAt) internal pure returns (uint128) {
        if (nowAt < request.startsAt) return request.startRatePerSecond;
        uint256 endsAt = uint256(request.startsAt) + request.riseSeconds;
        if (nowAt >= endsAt) return request.maxRatePerSecond;
        uint256 ofStart = uint256(request.startRatePerSecond) * (endsAt - nowAt);
        uint256 ofEnd = uint256(request.maxRatePerSecond) * (nowAt - request.startsAt);
        return uint128((ofStart + ofEnd) / request.riseSeconds);
    }

    /// @dev The terms of a request's job that the provider takes now.
    function termsOf(Request memory request, uint32 fill) internal view returns (JobTerms memory) {
        uint128 rate = rateAt(request, block.timestamp);
        return RequestTerms.compose(request, escrow.hashRequest(request), fill, provider, payout, rate);
    }

    /// @dev The owner takes a request for the provider, with a signature.
    /// @return terms The new job's terms; the market's id is checked against them.
    function takeWith(Request memory request, bytes memory signature) internal returns (JobTerms memory terms) {
        terms = termsOf(request, escrow.orderStateOf(escrow.hashRequest(request)).filled + 1);
        vm.prank(owner);
        bytes32 jobId = escrow.takeRequest(request, signature, provider, machineId);
        assertEq(jobId, idOfJob(terms), "fixture: job id");
    }

    /// @dev The owner takes a request that the client signed.
    function takeSigned(Request memory request) internal returns (JobTerms memory terms) {
        return takeWith(request, signRequest(CLIENT_KEY, request));
    }

    /// @dev The client publishes a request.
    function publishRequest(Request memory request) internal returns (bytes32 orderHash) {
        vm.prank(client);
        return escrow.publishRequest(request, "https://store.example");
    }

    /// @dev The client cancels a request.
    function cancelRequest(Request memory request) internal {
        vm.prank(client);
        escrow.cancelRequest(request);
    }

    /// @dev The operator declines a job.
    function declineJob(JobTerms memory terms) internal {
        vm.prank(operator);
        escrow.decline(terms, "busy");
    }

    /// @dev The call that takes a request for the provider, with the client's signature.
    function requestCall(Request memory request) internal view returns (bytes memory) {
        return requestCallWith(request, signRequest(CLIENT_KEY, request));
    }

    /// @dev The call that takes a request for the provider.
    function requestCallWith(Request memory request, bytes memory signature) internal view returns (bytes memory) {
        return abi.encodeCall(IJobEscrow.takeRequest, (request, signature, provider, machineId));
    }

    /// @dev Requires that the order of a request has exactly this slot.
    function requireOrder(
        Request memory request,
        bool approved,
        bool canceled,
        uint32 filled,
        uint32 active,
        string memory label
    ) internal view {
        OrderState memory order = escrow.orderStateOf(escrow.hashRequest(request));
        assertTrue(order.approved == approved, string.concat(label, ": approved"));
        assertTrue(order.canceled == canceled, string.concat(label, ": canceled"));
        assertTrue(order.fillsOnce == (filled != 0), string.concat(label, ": fills once"));
        assertEq(order.filled, filled, string.concat(label, ": filled"));
        assertEq(order.active, active, string.concat(label, ": active"));
    }

    /// @dev A second a year before or after now, or now.
    function _anyTime(uint256 seed, string memory name) private view returns (uint256) {
        if (pick(seed, string.concat(name, " side"), 0, 1) == 0) {
            return block.timestamp - pick(seed, name, 0, 366 days);
        }
        return block.timestamp + pick(seed, name, 0, 366 days);
    }
}
